package de.durchkommen.booking;

import java.time.LocalDateTime;

/**
 * A person's two appointments, booked.
 *
 * @param confirmation six digits that the person can write down
 * @param centre where both are
 * @param vaccine which vaccine is given
 * @param first when the first dose is given, local time in Hessen
 * @param second when the second dose is given, within the vaccine's interval after the first
 */
public record AppointmentPair(
    String confirmation,
    Centre centre,
    Vaccine vaccine,
    LocalDateTime first,
    LocalDateTime second) {}
