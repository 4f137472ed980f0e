/**
 * Made-up centres, seats and invited people, to try the hotline with.
 *
 * <p>May use {@code booking}, {@code identity}, {@code inventory}, {@code audit}, {@code database}.
 * Out of scope: any real person; a database that holds something else is never touched.
 */
@NullMarked
package de.durchkommen.demo;

import org.jspecify.annotations.NullMarked;
