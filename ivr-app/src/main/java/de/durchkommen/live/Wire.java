package de.durchkommen.live;

import java.io.IOException;

/** The connection to one browser. */
interface Wire {
  /**
   * Sends this, and waits until the connection has taken it.
   *
   * @throws IOException when nobody is there any more
   */
  void send(Message message) throws IOException;

  /** Ends the connection; does nothing when it has ended. */
  void close();
}
