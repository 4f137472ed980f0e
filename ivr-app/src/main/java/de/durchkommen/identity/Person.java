package de.durchkommen.identity;

/**
 * Somebody who was invited and has proved it.
 *
 * @param id key in the database
 * @param postcode where they live, five digits
 */
public record Person(long id, String postcode) {}
