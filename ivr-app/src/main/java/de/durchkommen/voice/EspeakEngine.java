package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** eSpeak NG: speaks nearly every language, like a machine; 22.05 kHz. */
final class EspeakEngine implements VoiceEngine {
  /** To be raised when anything here changes what is heard. */
  private static final String REVISION = "espeak-ng-1";

  /** Slower than its own 175: at that speed its German is hard to follow on a telephone. */
  private static final String WORDS_PER_MINUTE = "150";

  private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2,3}");

  private final EngineProgram program;

  EspeakEngine(EngineProgram program) {
    this.program = program;
  }

  @Override
  public String id(Locale language) {
    return "%s %s %s".formatted(REVISION, language.getLanguage(), WORDS_PER_MINUTE);
  }

  @Override
  public boolean speaks(Locale language) {
    return LANGUAGE_CODE.matcher(language.getLanguage()).matches();
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    List<String> arguments =
        List.of(
            "-v",
            text.language().getLanguage(),
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
