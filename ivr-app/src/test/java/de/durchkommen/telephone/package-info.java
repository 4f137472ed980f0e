/**
 * Telephone tests: a real hotline, started by its launcher, is called by real SIP telephones.
 *
 * <p>What a caller must hear is asserted on the recording of the call, in which the prompts are
 * recognised by their sound: a silent or an English line fails.
 */
@NullMarked
package de.durchkommen.telephone;

import org.jspecify.annotations.NullMarked;
