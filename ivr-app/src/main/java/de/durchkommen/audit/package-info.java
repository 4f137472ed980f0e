/**
 * Who did what, apart from appointments, which have a history of their own: imports, exports,
 * deletions, closings, plans.
 *
 * <p>Features write here, in the same transaction as what they did. No names, birth dates, codes or
 * telephone numbers: a row stays when the people it was about are gone.
 *
 * <p>May use the JDK and {@code database}. Out of scope: who may do what, who may read it.
 */
@NullMarked
package de.durchkommen.audit;

import org.jspecify.annotations.NullMarked;
