package de.durchkommen.booking;

/**
 * A vaccination centre.
 *
 * @param id short name in the database, as {@code kassel}
 * @param name as it is spoken, as "Kassel"; one word
 */
public record Centre(String id, String name) {}
