package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out whether an engine speaks by letting it speak. */
final class EngineTrial {
  private static final int LONGEST = 160;

  private EngineTrial() {}

  /** Why it does not say a text, in German for an operator; empty when it does. */
  static Optional<String> failed(VoiceEngine engine, SpokenText text) {
    try {
      Path folder = Files.createTempDirectory("durchkommen-voice");
      Path wav = folder.resolve("trial.wav");
      try {
        engine.say(text, wav);
        Wave.read(wav);
        return Optional.empty();
      } finally {
        Files.deleteIfExists(wav);
        Files.deleteIfExists(folder);
      }
    } catch (EngineFailure | IOException e) {
      return Optional.of("eine Probe misslang: " + line(String.valueOf(e.getMessage())));
    }
  }

  /** Programs complain in paragraphs. */
  static String line(String complaint) {
    String line = complaint.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
