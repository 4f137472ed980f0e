/**
 * The way to the database: its address and time-outs, short transactions, the schema's migrations,
 * and whether it can be used right now.
 *
 * <p>The only user of Flyway and of the JDBC driver. A feature hands its work to {@link
 * de.durchkommen.database.Database} and gets an outcome within a limit, whatever the database does.
 *
 * <p>May use the JDK, Jakarta, MicroProfile. Out of scope: tables and rules of the features.
 */
@NullMarked
package de.durchkommen.database;

import org.jspecify.annotations.NullMarked;
