package de.durchkommen.voice;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an operator sets about voices.
 *
 * @param sounds {@code durchkommen.sounds.dir}: where sounds are kept
 * @param maxMegabytes {@code durchkommen.sounds.max-mb}: how much they may take, in 2^20 bytes
 * @param pico {@code durchkommen.voice.pico}: words that start SVOX Pico
 * @param picoOut {@code durchkommen.voice.pico.out}: where the {@code /tmp} of Pico's own root is
 * @param espeak {@code durchkommen.voice.espeak}: words that start eSpeak NG
 * @param rhvoice {@code durchkommen.voice.rhvoice}: words that start RHVoice
 * @param rhvoiceVoices {@code durchkommen.voice.rhvoice.<language>}: its voice for a language
 * @param piperModels {@code durchkommen.voice.piper.<language>}: the model file of a language
 * @param order {@code durchkommen.voice.engines.<language>}: which engines speak, the best first
 */
record VoiceSettings(
    Path sounds,
    long maxMegabytes,
    List<String> pico,
    Optional<Path> picoOut,
    List<String> espeak,
    List<String> rhvoice,
    Map<String, String> rhvoiceVoices,
    Map<String, Path> piperModels,
    EngineOrder order) {
  static final String PICO = "durchkommen.voice.pico";
  static final String PICO_OUT = "durchkommen.voice.pico.out";
  static final String ESPEAK = "durchkommen.voice.espeak";
  static final String RHVOICE = "durchkommen.voice.rhvoice";
  static final String PIPER = "durchkommen.voice.piper";
  static final String SOUNDS = "durchkommen.sounds.dir";
  static final String MAX_MEGABYTES = "durchkommen.sounds.max-mb";
  static final String HOME = "durchkommen.home";

  private static final String DEFAULT_MAX_MEGABYTES = "2048";
  private static final long BYTES_OF_MEGABYTE = 1 << 20;

  /** It goes to a command line, where a dash would make it an option. */
  private static final Pattern VOICE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+_-]{0,63}");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Reads the settings.
   *
   * @param values of the keys above
   * @throws IllegalArgumentException if a number is none, or a name of a voice or engine is wrong
   */
  static VoiceSettings of(Function<String, Optional<String>> values) {
    EngineOrder order = EngineOrder.of(values);
    Path home = Path.of(values.apply(HOME).orElse(".durchkommen"));
    return new VoiceSettings(
        values.apply(SOUNDS).map(Path::of).orElse(home.resolve("sounds")),
        megabytes(values.apply(MAX_MEGABYTES).orElse(DEFAULT_MAX_MEGABYTES)),
        command(values.apply(PICO).orElse("pico2wave")),
        values.apply(PICO_OUT).map(Path::of),
        command(values.apply(ESPEAK).orElse("espeak-ng")),
        command(values.apply(RHVOICE).orElse("RHVoice-test")),
        rhvoiceVoices(values),
        piperModels(order, values),
        order);
  }

  /** The engines, the best of a language first, each left alone for a while when it is broken. */
  List<VoiceEngine> engines(Clock clock) {
    return new Engines(this).inOrder(clock);
  }

  private static Map<String, String> rhvoiceVoices(Function<String, Optional<String>> values) {
    Map<String, String> voices = new TreeMap<>();
    RhvoiceEngine.VOICES.forEach((language, usual) -> {
      String key = RHVOICE + "." + language;
      String voice = values.apply(key).orElse(usual).strip();
      if (!VOICE_NAME.matcher(voice).matches()) {
        throw new IllegalArgumentException(
            "Einstellung %s: »%s« ist kein Name einer Stimme".formatted(key, voice));
      }
      voices.put(language, voice);
    });
    return voices;
  }

  private static Map<String, Path> piperModels(
      EngineOrder order, Function<String, Optional<String>> values) {
    Map<String, Path> models = new TreeMap<>();
    for (String language : order.byLanguage().keySet()) {
      values
          .apply(PIPER + "." + language)
          .ifPresent(file -> models.put(language, Path.of(file.strip())));
    }
    return models;
  }

  long maxBytes() {
    return maxMegabytes * BYTES_OF_MEGABYTE;
  }

  private static List<String> command(String words) {
    return SPACES.splitAsStream(words.strip()).filter(word -> !word.isEmpty()).toList();
  }

  private static long megabytes(String value) {
    try {
      return Math.max(1, Long.parseLong(value.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(MAX_MEGABYTES + " is not a number: " + value, e);
    }
  }
}
