package de.durchkommen.voice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which engine speaks a language on this machine, and which of those before and after it do not.
 *
 * @param language ISO 639 code
 * @param speaker the best engine that works; empty when none does
 * @param missing those that do not work, the best first
 */
public record VoiceState(String language, Optional<String> speaker, List<Missing> missing) {
  /**
   * An engine that does not speak.
   *
   * @param why in German, for an operator
   */
  public record Missing(String engine, String why) {}

  public VoiceState {
    missing = List.copyOf(missing);
  }

  /** One line in German, for an operator. */
  public String line() {
    String speaks = speaker.orElse("keine Stimme");
    String misses =
        missing.stream()
            .map(engine -> "%s fehlt (%s)".formatted(engine.engine(), engine.why()))
            .collect(Collectors.joining("; "));
    return misses.isEmpty() ? speaks : speaks + "; " + misses;
  }
}
