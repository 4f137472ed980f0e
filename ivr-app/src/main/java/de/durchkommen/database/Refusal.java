package de.durchkommen.database;

/**
 * An unchecked exception that work throws on purpose, since it cannot be done: the transaction is
 * rolled back, and whoever asked gets the exception as it is. Any other one is a bug.
 */
public interface Refusal {}
