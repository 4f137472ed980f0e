package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * RHVoice ({@code RHVoice-test}): the clearest free Russian, Ukrainian and Polish, 24 kHz. It is
 * started for each sentence; {@link ResidentEngine} keeps it in memory.
 *
 * <p>The voices chosen here may be used for anything: elena is under the GPL 3, natalia under the
 * LGPL 2.1, magda under CC BY 4.0. Most others in the same packages are for non-commercial use
 * only.
 */
final class RhvoiceEngine implements VoiceEngine {
  /** The voice of each language that it has, unless an operator names another. */
  static final Map<String, String> VOICES = Map.of("ru", "elena", "uk", "natalia", "pl", "magda");

  /** To be raised when anything here changes what is heard. */
  private static final String REVISION = "rhvoice-1";

  /** Short words in the letters of each language. */
  private static final Map<String, String> TRIALS = Map.of("ru", "Да", "uk", "Так", "pl", "Tak");

  private final EngineProgram program;
  private final Map<String, String> voices;

  /**
   * As an operator's settings want it: from memory where its other program is there and it is
   * started without any words that would change what is heard.
   */
  static VoiceEngine of(VoiceSettings settings) {
    var program = new EngineProgram(settings.rhvoice());
    var once = new RhvoiceEngine(program, settings.rhvoiceVoices());
    Optional<RhvoiceHome> home =
        RhvoiceHome.of(program).filter(there -> there.resident().isPresent());
    return settings.rhvoice().size() == 1 && home.isPresent()
        ? new ResidentEngine(once, home.orElseThrow())
        : once;
  }

  /**
   * Takes the program.
   *
   * @param voices the name of the voice for each language that is spoken
   */
  RhvoiceEngine(EngineProgram program, Map<String, String> voices) {
    this.program = program;
    this.voices = Map.copyOf(voices);
  }

  @Override
  public String id(Locale language) {
    return REVISION + " " + voices.get(language.getLanguage());
  }

  @Override
  public boolean speaks(Locale language) {
    return voices.containsKey(language.getLanguage());
  }

  @Override
  public Optional<String> missing(Locale language) {
    String trial = TRIALS.get(language.getLanguage());
    return trial == null || !speaks(language)
        ? Optional.of("kann diese Sprache nicht")
        : program.missing().or(() -> EngineTrial.failed(this, new SpokenText(language, trial)));
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    String voice = voice(text.language());
    refuseWithout(voice);
    program.run(List.of("-p", voice, "-o", wav.toString()), text.text());
    // When no voice has the letters, it ends with 0 and no file.
    if (!Files.exists(wav)) {
      throw new EngineFailure("RHVoice said nothing as " + voice);
    }
  }

  /**
   * The name of the voice for a language.
   *
   * @throws EngineFailure if it does not speak that
   */
  String voice(Locale language) throws EngineFailure {
    String voice = voices.get(language.getLanguage());
    if (voice == null) {
      throw new EngineFailure("RHVoice does not speak " + language.toLanguageTag());
    }
    return voice;
  }

  /** Without the voice that it is told, it takes any other that has the letters: Polish by anna. */
  private void refuseWithout(String voice) throws EngineFailure {
    if (RhvoiceHome.of(program).filter(home -> !home.mayHave(voice)).isPresent()) {
      throw new EngineFailure("RHVoice hat keine Stimme " + voice);
    }
  }
}
