package de.durchkommen.booking;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A pair of free seats, held for one call or client until it is booked, given back or runs out.
 *
 * @param hold what both seats are held with
 * @param centre where both are
 * @param vaccine which vaccine is given there and then
 * @param first time of the first dose, local time in Hessen
 * @param second time of the second dose
 * @param until until when it is held at least, when nobody renews it
 */
public record Offer(
    HoldKey hold,
    Centre centre,
    Vaccine vaccine,
    LocalDateTime first,
    LocalDateTime second,
    Instant until) {}
