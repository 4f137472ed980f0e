package de.durchkommen.booking;

import java.time.LocalDateTime;

/**
 * A pair of free seats, held for one call until it is booked or released.
 *
 * @param hold the token that holds both seats
 * @param centre where both are
 * @param first time of the first dose
 * @param second time of the second dose
 */
public record Offer(long hold, Centre centre, LocalDateTime first, LocalDateTime second) {}
