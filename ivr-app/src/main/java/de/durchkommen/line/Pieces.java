package de.durchkommen.line;

import java.io.IOException;

/** Bytes that come from a peer, as they come. For one reader. */
@FunctionalInterface
interface Pieces {
  /**
   * Waits for more, no longer than is allowed.
   *
   * @return at least one byte, in an array that is the reader's
   * @throws IOException when the time is over, the peer has closed, or the connection broke
   */
  byte[] next(Allowance allowance) throws IOException;
}
