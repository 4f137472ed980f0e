package de.durchkommen.voice;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The voices by the settings of an operator, for programs without a container. */
public final class Voices {
  private Voices() {}

  /**
   * Speaks as the application does.
   *
   * @param values of the keys of {@link VoiceSettings} and {@link Recordings}
   */
  public static Announcer announcer(
      PromptLibrary library, Function<String, Optional<String>> values, Clock clock) {
    return new VoiceAnnouncer(library, values, clock);
  }

  /** Speaks with engines only, as if nobody had recorded anything. */
  public static Announcer engines(
      PromptLibrary library, Function<String, Optional<String>> values, Clock clock) {
    return new VoiceAnnouncer(library, VoiceSettings.of(values), Optional.empty(), clock);
  }

  /**
   * Which engine speaks each of the languages, and which ones are missing. Takes seconds: engines
   * are tried.
   *
   * @throws IllegalArgumentException if a setting is wrong; told for an operator
   */
  public static List<VoiceState> states(Function<String, Optional<String>> values) {
    VoiceSettings settings = VoiceSettings.of(values);
    return VoiceRoll.states(
        settings, languages(values.apply("durchkommen.languages"), settings.order()));
  }

  /**
   * Looks whether the settings make sense.
   *
   * @throws IllegalArgumentException if one does not; told for an operator
   */
  public static void check(Function<String, Optional<String>> values) {
    VoiceSettings.of(values);
  }

  /** Those of the setting; without it, all that have an order. */
  static List<String> languages(Optional<String> setting, EngineOrder order) {
    return setting
        .map(tags -> Arrays.stream(tags.split(",", -1)).map(String::strip).toList())
        .orElseGet(() -> List.copyOf(order.byLanguage().keySet()));
  }

  /** Where the recordings are; empty when nothing tells. */
  public static Optional<Path> recordings(Function<String, Optional<String>> values) {
    return Recordings.folder(values);
  }

  /** Recordings first, then the engines. */
  static List<VoiceEngine> of(VoiceSettings settings, Recordings recordings, Clock clock) {
    List<VoiceEngine> voices = new ArrayList<>();
    voices.add(new FragmentVoice(recordings));
    voices.addAll(settings.engines(clock));
    return voices;
  }
}
