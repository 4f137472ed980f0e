package de.durchkommen.identity;

import java.time.LocalDate;

/** Tells who is calling. Never throws for an outage: that is an outcome. */
public interface IdentityDesk {
  /**
   * Checks a code and a birth date. Five wrong tries in a row on one code, over all calls, lock it
   * for an hour, whether such a code exists or not.
   */
  IdentityOutcome identify(InvitationCode code, LocalDate birthDate);
}
