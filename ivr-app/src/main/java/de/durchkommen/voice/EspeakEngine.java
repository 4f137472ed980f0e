package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * eSpeak NG: speaks nearly every language, like a machine; 22.05 kHz.
 *
 * <p>With voices of MBROLA it sounds better, at 16 kHz. Their licence forbids commercial use, so
 * they speak only where an operator orders it.
 */
final class EspeakEngine implements VoiceEngine {
  /** To be raised when anything here changes what is heard. */
  private static final String REVISION = "espeak-ng-1";

  /** Slower than its own 175: at that speed its German is hard to follow on a telephone. */
  private static final String WORDS_PER_MINUTE = "150";

  private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2,3}");

  private static final Map<String, String> MBROLA_VOICES = Map.of("tr", "mb-tr2", "ar", "mb-ar2");

  /** Enough to find out whether a voice is there. */
  private static final String TRIAL = "1";

  private final EngineProgram program;
  private final boolean mbrola;

  EspeakEngine(EngineProgram program) {
    this(program, false);
  }

  private EspeakEngine(EngineProgram program, boolean mbrola) {
    this.program = program;
    this.mbrola = mbrola;
  }

  /** With the voices of MBROLA alone. */
  static EspeakEngine withMbrola(EngineProgram program) {
    return new EspeakEngine(program, true);
  }

  @Override
  public String id(Locale language) {
    return "%s %s %s".formatted(REVISION, voice(language), WORDS_PER_MINUTE);
  }

  @Override
  public boolean speaks(Locale language) {
    String code = language.getLanguage();
    return mbrola ? MBROLA_VOICES.containsKey(code) : LANGUAGE_CODE.matcher(code).matches();
  }

  @Override
  public Optional<String> missing(Locale language) {
    if (!speaks(language)) {
      return VoiceEngine.super.missing(language);
    }
    Optional<String> absent = program.missing();
    return absent.isPresent() || !mbrola
        ? absent
        : EngineTrial.failed(this, new SpokenText(language, TRIAL));
  }

  private String voice(Locale language) {
    String code = language.getLanguage();
    return mbrola ? MBROLA_VOICES.getOrDefault(code, code) : code;
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    List<String> arguments =
        List.of(
            "-v",
            voice(text.language()),
            "-s",
            WORDS_PER_MINUTE,
            // UTF-8, whatever the locale of this process is.
            "-b",
            "1",
            "--stdin",
            "-w",
            wav.toString());
    program.run(arguments, text.text());
  }
}
