/**
 * The voices: audio made of words, in the codecs of telephone calls.
 *
 * <p>{@link VoiceAnnouncer} is what others get, as {@code prompt.Announcer}. Behind it a {@code
 * Studio} asks one {@code VoiceEngine} after the other, makes a {@code TelephoneSound} of what they
 * said and keeps it in a {@code SoundCache}. {@link FallbackSounds} makes the files that Asterisk
 * needs when the application is gone.
 *
 * <p>A {@code TelephoneSound} is made in this order: {@code Band} (rate and frequencies), {@code
 * Silence} (both ends and long pauses), {@code Loudness} with its {@code Limiter}; {@code
 * SoundCodec} names the files of it. {@link SoundReport} measures the files.
 *
 * <p>What people have recorded comes before the engines: {@code Recordings} finds it, {@code
 * FragmentVoice} joins sentences of parts, {@link RecordingCheck} and {@link RecordingImport} let
 * new ones in.
 *
 * <p>Each engine is the only user of its library or program; {@code EngineOrder} tells which ones
 * speak a language, {@code VoiceRoll} which ones are missing. RHVoice stays in memory ({@code
 * ResidentEngine}) and is spoken to over D-Bus, by {@code PrivateBus}.
 *
 * <p>May use {@code prompt}, FreeTTS, Piper and the JDK. Out of scope: what is said ({@code
 * prompt}), playing it ({@code line}).
 */
@NullMarked
package de.durchkommen.voice;

import org.jspecify.annotations.NullMarked;
