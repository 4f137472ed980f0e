package de.durchkommen.booking;

import java.time.Instant;

/** What came of holding on to an offer. */
public sealed interface RenewOutcome {
  /** Both seats are held until then. */
  record Renewed(Instant until) implements RenewOutcome {}

  /** Not both seats are held with this key any more. */
  record HoldLost() implements RenewOutcome {}

  /** Nobody can tell right now. */
  record Unknown(String why) implements RenewOutcome {}
}
