/**
 * What every caller hears before everything else while it is urgent: "open until ten tonight".
 *
 * <p>An {@link de.durchkommen.announcement.Announcement} has a beginning, an end, and words in some
 * languages, each said by a voice or by a person in a recording. It is changed by adding versions:
 * a draft is published, withdrawn, and published again; whether it is heard then is a matter of the
 * clock. Callers of a language without words do not hear it, and never hear another language's.
 *
 * <p>{@link de.durchkommen.announcement.LiveAnnouncements} of each node asks for the newest version
 * twice a second, has the sounds made before anybody hears them, and answers calls out of memory:
 * without a database all goes on as it was, and what has no sound yet is left out.
 *
 * <p>May use {@code call} (which says it), {@code editing} (recordings, the telephone's sound),
 * {@code prompt}, {@code queue} (who waits), {@code language}, {@code database}, {@code audit},
 * {@code api}. Out of scope: when in a call it is said ({@code call}), how sound is made ({@code
 * voice}).
 */
@NullMarked
package de.durchkommen.announcement;

import org.jspecify.annotations.NullMarked;
