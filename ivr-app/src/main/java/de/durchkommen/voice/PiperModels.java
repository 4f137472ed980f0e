package de.durchkommen.voice;

import io.github.givimad.piperjni.PiperJNI;
import io.github.givimad.piperjni.PiperVoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The models that Piper has loaded: each once, and kept, for loading takes longer than a caller
 * waits. Used by one thread at a time. The library itself is met in this class only, so that a
 * process without a model needs none.
 */
final class PiperModels {
  private static final float FULL_SCALE = 32_768f;

  private final PiperJNI piper;
  private final Map<Path, PiperVoice> voices = new HashMap<>();

  /** Unpacks and loads the native library. */
  PiperModels() throws IOException {
    this.piper = new PiperJNI();
    // Arabic needs vowels that are not written; the library brings the model that guesses them.
    piper.initialize(true, true);
  }

  /** Whether the jar is on the class path; it loads nothing. */
  static boolean libraryIsThere() {
    return PiperModels.class.getResource("/io/github/givimad/piperjni/PiperJNI.class") != null;
  }

  /** The file that describes a model. */
  static Path description(Path model) {
    return model.resolveSibling(model.getFileName() + ".json");
  }

  Wave spoken(Path model, String words) throws IOException {
    try {
      PiperVoice voice = voices.get(model);
      if (voice == null) {
        voice = piper.loadVoice(model, description(model));
        voices.put(model, voice);
      }
      short[] pcm = piper.textToAudio(voice, words);
      float[] samples = new float[pcm.length];
      for (int i = 0; i < pcm.length; i++) {
        samples[i] = pcm[i] / FULL_SCALE;
      }
      return new Wave(samples, voice.getSampleRate());
    } catch (PiperJNI.NotInitialized e) {
      throw new IOException("Piper is not initialised", e);
    }
  }
}
