package de.durchkommen.demo;

import de.durchkommen.identity.InvitationCode;
import java.time.LocalDate;

/**
 * Somebody made up.
 *
 * @param code the code in the letter
 * @param birthDate from 1921 to 1940
 * @param name first and last name
 * @param postcode five digits, in Hessen
 */
record DemoPerson(InvitationCode code, LocalDate birthDate, String name, String postcode) {}
