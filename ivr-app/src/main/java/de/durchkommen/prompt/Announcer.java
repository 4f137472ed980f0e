package de.durchkommen.prompt;

import java.nio.file.Path;

/** Makes audio of words. */
public interface Announcer {
  /**
   * The audio of a text, from the cache or made now. Takes microseconds for a cached text, some
   * tens of milliseconds for a new one; never waits longer than the engine's time limit.
   *
   * @return absolute path without a file name extension; beside it lies one file for each codec, as
   *     {@code .alaw} and {@code .ulaw} (8 kHz, mono), complete
   * @throws VoiceUnavailableException if no engine could say it
   */
  Path audio(SpokenText text);
}
