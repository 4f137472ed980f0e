package de.durchkommen.booking;

/**
 * A vaccine, and how far apart its two doses are given.
 *
 * @param id short name in the database, as {@code comirnaty}
 * @param name as people know it
 * @param fewestDays the second dose is given so many days after the first at the earliest, by the
 *     calendar
 * @param mostDays and so many at the latest
 */
public record Vaccine(String id, String name, int fewestDays, int mostDays) {}
