package de.durchkommen.booking;

import java.time.LocalDateTime;

/**
 * A person's two appointments, booked.
 *
 * @param confirmation six digits that the person can write down
 * @param centre where both are
 * @param first when the first dose is given, local time in Hessen
 * @param second when the second dose is given, 21 to 42 days after the first
 */
public record AppointmentPair(
    String confirmation, Centre centre, LocalDateTime first, LocalDateTime second) {}
