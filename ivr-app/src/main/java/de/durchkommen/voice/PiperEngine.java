package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Piper, neural voices in this process, where an operator has put a model: {@code <name>.onnx} and
 * {@code <name>.onnx.json} beside it.
 *
 * <p>The library, 17 MB of which are unpacked to a temporary folder, is touched by the first text
 * only; whoever configures no model never loads it. One sentence at a time: it uses all processors
 * by itself.
 */
final class PiperEngine implements VoiceEngine {
  /** To be raised when anything here changes what is heard. */
  private static final String REVISION = "piper-1";

  private final Map<String, Path> models;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable PiperModels loaded;

  /**
   * Takes the models.
   *
   * @param models the file of each language that is spoken
   */
  PiperEngine(Map<String, Path> models) {
    this.models = Map.copyOf(models);
  }

  /** A model that was exchanged speaks with another voice, whatever its name is. */
  @Override
  public String id(Locale language) {
    Path model = models.get(language.getLanguage());
    return model == null
        ? REVISION
        : "%s %s %d %d"
            .formatted(
                REVISION,
                model.getFileName(),
                model.toFile().length(),
                model.toFile().lastModified());
  }

  @Override
  public boolean speaks(Locale language) {
    return models.containsKey(language.getLanguage());
  }

  @Override
  public Optional<String> missing(Locale language) {
    Path model = models.get(language.getLanguage());
    if (model == null) {
      return Optional.of(
          "kein Modell (Einstellung %s.%s)".formatted(VoiceSettings.PIPER, language.getLanguage()));
    }
    if (!PiperModels.libraryIsThere()) {
      return Optional.of("die Bibliothek piper-jni fehlt");
    }
    for (Path file : new Path[] {model, PiperModels.description(model)}) {
      if (!Files.isReadable(file)) {
        return Optional.of("die Datei " + file.toAbsolutePath() + " fehlt");
      }
    }
    return Optional.empty();
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    Optional<String> missing = missing(text.language());
    if (missing.isPresent()) {
      throw new EngineFailure(missing.get());
    }
    Path model = models.getOrDefault(text.language().getLanguage(), Path.of(""));
    Wave sound = spoken(model, text.text());
    try {
      WaveFile.write(wav, sound.samples(), sound.rate());
    } catch (IOException e) {
      throw new EngineFailure("Piper's sound cannot be written", e);
    }
  }

  private Wave spoken(Path model, String words) throws EngineFailure {
    try {
      if (!turn.tryLock(EngineProgram.TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EngineFailure("Piper is busy for more than " + EngineProgram.TIME_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("Piper was interrupted", e);
    }
    try {
      if (loaded == null) {
        loaded = new PiperModels();
      }
      return loaded.spoken(model, words);
    } catch (IOException | RuntimeException | LinkageError e) {
      // A temporary folder without the right to execute shows as a LinkageError.
      throw new EngineFailure("Piper failed: " + e, e);
    } finally {
      turn.unlock();
    }
  }
}
