/**
 * Recordings of talks with agents: only with the caller's yes, encrypted, deleted after some days
 * or as soon as the yes is taken back.
 *
 * <p>A call script asks and writes the answer down ({@link de.durchkommen.recording.Consents}).
 * When a talk begins ({@link de.durchkommen.recording.Recordings}) and the answer was yes, the
 * telephone exchange ({@link de.durchkommen.recording.Tap}) brings what the caller says and hears
 * to {@link SoundPort}, by Asterisk's AudioSocket, under a random key that was made for this talk.
 * {@link Vault} encrypts it before it reaches a disk. The database has a row for each recording and
 * refuses one without a yes.
 *
 * <p>What was decided:
 *
 * <ul>
 *   <li>The question comes before the caller has a place, so that no agent waits for it.
 *   <li>While the caller is on hold nothing is kept: that is no talk, and others may be heard.
 *   <li>Whether the caller is in the talk is asked of the exchange for each piece of sound, and
 *       what comes while nobody knows is dropped: nothing of self-service is ever recorded, even
 *       when the news of the end is late.
 *   <li>A recording that was not brought to its end (crash, full disk) is deleted, not kept in
 *       part: its end cannot be authenticated then. It does not go on after a restart.
 *   <li>To delete is to change the row; the node with the file deletes that at once or within
 *       seconds. So a node that is away deletes when it is back.
 *   <li>The paths are {@code v1/recordings} and {@code v1/desk/talk/recording}, as those of other
 *       features, without the role's name in them.
 * </ul>
 *
 * <p>Encryption is Google Tink's streaming AEAD, whose only user this is: an own chunked format
 * would have to reinvent how pieces are kept in order and the end is known.
 *
 * <p>May use {@code agent}, {@code audit}, {@code database}, {@code settings}, {@code api}. Out of
 * scope: the words of the question ({@code call}), Asterisk's manager port ({@code line}).
 */
@NullMarked
package de.durchkommen.recording;

import org.jspecify.annotations.NullMarked;
