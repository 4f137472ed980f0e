package de.durchkommen.inventory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which a centre is closed against its hours.
 *
 * @param reason why, in words for those who tell people
 * @param closedBy which client closed it
 * @param toTell how many people have an appointment there now
 * @param told how many of those are ticked off as told
 */
public record Closure(
    String centre,
    LocalDate day,
    String reason,
    String closedBy,
    Instant closedAt,
    int toTell,
    int told) {}
