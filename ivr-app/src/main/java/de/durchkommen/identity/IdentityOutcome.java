package de.durchkommen.identity;

import java.time.Instant;

/** What came of a code and a birth date. */
public sealed interface IdentityOutcome {
  /** Both fit this person. */
  record Identified(Person person) implements IdentityOutcome {}

  /** They do not fit: an unknown code, or another birth date. Nobody is told which. */
  record NoMatch() implements IdentityOutcome {}

  /** Too many wrong tries on this code; it is not looked at before then. */
  record Locked(Instant until) implements IdentityOutcome {}

  /** Nobody can tell right now. */
  record Unknown(String why) implements IdentityOutcome {}
}
