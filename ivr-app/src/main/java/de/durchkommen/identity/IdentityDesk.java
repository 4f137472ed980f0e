package de.durchkommen.identity;

import java.time.LocalDate;
import java.util.Optional;

/** Tells who is calling. Never throws for an outage: that is an outcome. */
public interface IdentityDesk {
  /**
   * Checks a code and a birth date. Five wrong tries in a row on one code, over all calls, lock it
   * for an hour, whether such a code exists or not.
   */
  IdentityOutcome identify(InvitationCode code, LocalDate birthDate);

  /** Who has this key; empty when there is nobody, or nobody can tell right now. */
  default Optional<Person> person(long id) {
    return Optional.empty();
  }
}
