package de.durchkommen.voice;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS, in this process: English where nothing is installed; the voice kevin16, 16 kHz.
 *
 * <p>Its voices are not safe for several threads, and each takes 40 MB. There is one, loaded by the
 * first text; a sentence takes a tenth of a second, so texts wait for each other. After a failure
 * it is loaded anew: what is left inside of it is not known.
 */
final class FreeTtsEngine implements VoiceEngine {
  /** To be raised when anything here changes what is heard. */
  private static final String REVISION = "freetts-1.2.2-kevin16-1";

  private static final String VOICE = "kevin16";

  /** Letters that Unicode does not take apart. */
  private static final Map<Integer, String> WITHOUT_PARTS =
      Map.of(
          (int) 'ß', "ss", (int) 'Ł', "L", (int) 'ł', "l", (int) 'ı', "i", (int) 'ø', "o",
          (int) 'æ', "ae", (int) '–', "-", (int) '’', "'");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable Voice voice;

  @Override
  public String id(Locale language) {
    return REVISION;
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    if (!speaks(text.language())) {
      throw new EngineFailure("FreeTTS does not speak " + text.language().toLanguageTag());
    }
    Wave sound = spoken(plain(text.text()));
    try {
      WaveFile.write(wav, sound.samples(), sound.rate());
    } catch (IOException e) {
      throw new EngineFailure("The sound of FreeTTS cannot be written", e);
    }
  }

  /** It knows ASCII only; other letters of names lose their marks, as on an English keyboard. */
  static String plain(String text) {
    var own = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> own.append(WITHOUT_PARTS.getOrDefault(letter, Character.toString(letter))));
    String letters = Normalizer.normalize(own, Normalizer.Form.NFD);
    return NOT_ASCII.matcher(MARKS.matcher(letters).replaceAll("")).replaceAll(" ");
  }

  private Wave spoken(String words) throws EngineFailure {
    try {
      if (!turn.tryLock(EngineProgram.TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EngineFailure("FreeTTS is busy for more than " + EngineProgram.TIME_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("FreeTTS was interrupted", e);
    }
    try {
      return spokenAlone(words);
    } finally {
      turn.unlock();
    }
  }

  private Wave spokenAlone(String words) throws EngineFailure {
    var sound = new FreeTtsSound();
    try {
      Voice speaker = loaded();
      speaker.setAudioPlayer(sound);
      if (speaker.speak(words)) {
        return sound.wave();
      }
    } catch (RuntimeException | Error e) {
      discard();
      throw new EngineFailure("FreeTTS failed: " + e.getClass().getSimpleName(), e);
    }
    discard();
    throw new EngineFailure("FreeTTS did not finish");
  }

  private Voice loaded() throws EngineFailure {
    Voice ready = voice;
    if (ready == null) {
      // Not by its VoiceManager, which wants a system property that is the whole server's.
      ready =
          Arrays.stream(new KevinVoiceDirectory().getVoices())
              .filter(candidate -> candidate.getName().equals(VOICE))
              .findFirst()
              .orElseThrow(() -> new EngineFailure("FreeTTS has no voice " + VOICE));
      ready.allocate();
      voice = ready;
    }
    return ready;
  }

  private void discard() {
    Voice broken = voice;
    voice = null;
    if (broken != null) {
      broken.deallocate();
    }
  }
}
