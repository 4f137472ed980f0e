package de.durchkommen.prompt;

import java.nio.file.Path;
import java.util.Collection;

/** Makes audio of words. */
public interface Announcer {
  /**
   * The audio of a text, from the cache or made now. Takes microseconds for a cached text, some
   * tens of milliseconds for a new one; never longer than the voice's limits.
   *
   * @return absolute path without a file name extension; beside it lies one file for each codec, as
   *     {@code .alaw} and {@code .ulaw} (8 kHz), {@code .g722} and {@code .sln16} (16 kHz),
   *     complete
   * @throws VoiceUnavailableException if no engine could say it
   */
  Path audio(SpokenText text);

  /**
   * Makes the audio of texts before anybody waits for it, one after the other.
   *
   * @param progress is told after each text
   * @throws VoiceUnavailableException at the first text that no engine could say
   */
  default void warm(Collection<SpokenText> texts, Progress progress) {
    int done = 0;
    for (SpokenText text : texts) {
      audio(text);
      done++;
      progress.at(done, texts.size());
    }
  }

  /** Follows a long piece of work. */
  interface Progress {
    /** So many are done, of so many. */
    void at(int done, int all);
  }
}
