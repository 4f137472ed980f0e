package de.durchkommen.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of the voices, for voices that speak in this process: programs come with their
 * place, and files with whole paths, for this process has another search path and folder than the
 * application.
 */
public final class VoiceValues implements Function<String, Optional<String>> {
  /** What all keys of the voices begin with. */
  static final String PREFIX = "durchkommen.voice.";

  /** With a language at its end, the file of a model. */
  static final String PIPER = PREFIX + "piper.";

  private static final Set<String> PROGRAMS =
      Set.of(PREFIX + "pico", PREFIX + "rhvoice", PREFIX + "espeak");

  private final Settings settings;
  private final Toolbox tools;

  /** Those of the settings, with the programs of the toolbox. */
  public VoiceValues(Settings settings, Toolbox tools) {
    this.settings = settings;
    this.tools = tools;
  }

  @Override
  public Optional<String> apply(String key) {
    if (key.startsWith(PIPER)) {
      return settings.folder(key).map(Path::toString);
    }
    return settings.optional(key).map(value -> PROGRAMS.contains(key) ? program(value) : value);
  }

  /** All that are set, for another process. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    List<String> names = new ArrayList<>(List.of("pico", "pico.out", "rhvoice", "espeak"));
    for (String language : languages()) {
      names.addAll(List.of("engines." + language, "rhvoice." + language, "piper." + language));
    }
    for (String name : names) {
      apply(PREFIX + name).ifPresent(value -> all.put(PREFIX + name, value));
    }
    return all;
  }

  /** Whether Piper has anything to do. */
  boolean wantPiper() {
    return languages().stream().anyMatch(language -> apply(PIPER + language).isPresent());
  }

  private List<String> languages() {
    return List.of(settings.languages().split(",", -1));
  }

  /**
   * The words that start a program; its first one with its place, when the programs' root has it.
   */
  String program(String words) {
    String name = words.strip().split("\\s+", 2)[0];
    if (name.isEmpty() || name.contains("/")) {
      return words;
    }
    return tools
        .program(name)
        .map(Path::toString)
        .filter(place -> place.chars().noneMatch(Character::isWhitespace))
        .map(place -> place + words.strip().substring(name.length()))
        .orElse(words);
  }
}
