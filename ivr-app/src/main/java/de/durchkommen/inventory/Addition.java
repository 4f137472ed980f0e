package de.durchkommen.inventory;

import java.time.LocalDate;

/**
 * Seats to be added in one transaction.
 *
 * @param first the day of the first doses
 * @param firsts how many of those; 0 when seats are added for second doses only
 * @param second the day of the second doses
 * @param seconds how many of those
 * @param expected how many first doses of the vaccine the day has before: else somebody else has
 *     planned meanwhile
 */
record Addition(
    String centre,
    String vaccine,
    LocalDate first,
    int firsts,
    LocalDate second,
    int seconds,
    int expected) {}
