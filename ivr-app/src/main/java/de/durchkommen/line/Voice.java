package de.durchkommen.line;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptProblems;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import de.durchkommen.queue.Music;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How things are said.
 *
 * @param music what is heard while nothing is said
 */
record Voice(Wording wording, Announcer announcer, Supplier<Music> music) {
  private static final Logger LOG = System.getLogger(Voice.class.getName());

  /** With the usual music. */
  Voice(Wording wording, Announcer announcer) {
    this(wording, announcer, () -> Music.MELODY);
  }

  /** Words, and the file with their sound. */
  record Said(SpokenText words, Path audio) {}

  /**
   * The sound of an utterance: in German where the language has no text or no voice now, for words
   * that not everybody understands are better than silence.
   *
   * @throws VoiceUnavailableException when there is no voice at all
   */
  Said said(Utterance utterance, Locale language) {
    try {
      return spoken(utterance, language);
    } catch (VoiceUnavailableException | PromptProblems mute) {
      if (language.equals(Locale.GERMAN)) {
        throw mute;
      }
      LOG.log(Level.WARNING, "German instead of {0}: {1}", language, mute.getMessage());
      return spoken(utterance, Locale.GERMAN);
    }
  }

  /** The sound of words that can be left out: empty when there is none now, which is told. */
  Optional<Said> optional(SpokenText words) {
    try {
      return Optional.of(new Said(words, announcer.audio(words)));
    } catch (VoiceUnavailableException | UncheckedIOException mute) {
      LOG.log(Level.WARNING, "An urgent announcement was left out: {0}", mute.getMessage());
      return Optional.empty();
    }
  }

  private Said spoken(Utterance utterance, Locale language) {
    SpokenText words = wording.spoken(utterance, language);
    return new Said(words, announcer.audio(words));
  }
}
