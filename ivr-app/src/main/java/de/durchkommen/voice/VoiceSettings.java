package de.durchkommen.voice;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
 */
record VoiceSettings(
    Path sounds,
    long maxMegabytes,
    List<String> pico,
    Optional<Path> picoOut,
    List<String> espeak) {
  static final String PICO = "durchkommen.voice.pico";
  static final String PICO_OUT = "durchkommen.voice.pico.out";
  static final String ESPEAK = "durchkommen.voice.espeak";
  static final String SOUNDS = "durchkommen.sounds.dir";
  static final String MAX_MEGABYTES = "durchkommen.sounds.max-mb";
  static final String HOME = "durchkommen.home";

  private static final String DEFAULT_MAX_MEGABYTES = "2048";
  private static final long BYTES_OF_MEGABYTE = 1 << 20;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * Reads the settings.
   *
   * @param values of the keys above
   * @throws IllegalArgumentException if a number is none
   */
  static VoiceSettings of(Function<String, Optional<String>> values) {
    Path home = Path.of(values.apply(HOME).orElse(".durchkommen"));
    return new VoiceSettings(
        values.apply(SOUNDS).map(Path::of).orElse(home.resolve("sounds")),
        megabytes(values.apply(MAX_MEGABYTES).orElse(DEFAULT_MAX_MEGABYTES)),
        command(values.apply(PICO).orElse("pico2wave")),
        values.apply(PICO_OUT).map(Path::of),
        command(values.apply(ESPEAK).orElse("espeak-ng")));
  }

  /** The engines, the best first, each left alone for a while when it is broken. */
  List<VoiceEngine> engines(Clock clock) {
    return List.of(
        new RestedEngine(new PicoEngine(new EngineProgram(pico), picoOut), clock),
        new RestedEngine(new EspeakEngine(new EngineProgram(espeak)), clock));
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
