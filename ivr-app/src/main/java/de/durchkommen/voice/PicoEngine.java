package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * SVOX Pico ({@code pico2wave}): the clearest free German voice, 16 kHz.
 *
 * <p>Its data path is compiled in, so it may run in another root directory. Then it writes to that
 * root's {@code /tmp}, and the file is fetched from there.
 */
final class PicoEngine implements VoiceEngine {
  /** To be raised when anything here changes what is heard. */
  private static final String REVISION = "svox-pico-1";

  private static final String INNER_FOLDER = "/tmp/";

  private static final Map<String, String> VOICES =
      Map.of("de", "de-DE", "en", "en-GB", "fr", "fr-FR", "it", "it-IT", "es", "es-ES");

  private final EngineProgram program;
  private final Optional<Path> rootTmp;

  /**
   * Takes the program.
   *
   * @param rootTmp where the {@code /tmp} of the program's own root is, seen from here; empty when
   *     it has no root of its own
   */
  PicoEngine(EngineProgram program, Optional<Path> rootTmp) {
    this.program = program;
    this.rootTmp = rootTmp;
  }

  @Override
  public String id(Locale language) {
    return REVISION + " " + VOICES.get(language.getLanguage());
  }

  @Override
  public boolean speaks(Locale language) {
    return VOICES.containsKey(language.getLanguage());
  }

  @Override
  public Optional<String> missing(Locale language) {
    return speaks(language) ? program.missing() : VoiceEngine.super.missing(language);
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    if (rootTmp.isPresent()) {
      sayInOtherRoot(text, rootTmp.get(), wav);
    } else {
      run(text, wav.toString());
    }
  }

  private void sayInOtherRoot(SpokenText text, Path tmp, Path wav) throws EngineFailure {
    String name = "durchkommen-%s.wav".formatted(UUID.randomUUID());
    Path written = tmp.resolve(name);
    try {
      try {
        run(text, INNER_FOLDER + name);
        Files.move(written, wav, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw new EngineFailure("Pico's sound is not at " + tmp, e);
    }
  }

  private void run(SpokenText text, String file) throws EngineFailure {
    String voice = VOICES.get(text.language().getLanguage());
    if (voice == null) {
      throw new EngineFailure("Pico does not speak " + text.language().toLanguageTag());
    }
    program.run(List.of("-l", voice, "-w", file), text.text());
  }
}
