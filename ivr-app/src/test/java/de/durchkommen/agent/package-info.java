/** Agents' telephones, on a real database. */
@NullMarked
package de.durchkommen.agent;

import org.jspecify.annotations.NullMarked;
