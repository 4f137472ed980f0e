package de.durchkommen.database;

/**
 * Said to all observers once, when the schema is up to date. The database counts as ready when they
 * have all returned; when one throws, migration and observers are tried again.
 */
public record Migrated() {}
