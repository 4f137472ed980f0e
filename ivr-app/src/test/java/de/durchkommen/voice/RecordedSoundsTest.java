package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.Recording;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSoundsTest {
  private static final SpokenText TEXT = new SpokenText(Locale.GERMAN, "Guten Tag.");

  @TempDir Path folder;

  private RecordedSounds sounds() {
    return new RecordedSounds(new SoundCache(folder, 1 << 20, Clock.systemUTC()), new Workplaces());
  }

  /** A second of a tone, as a file. */
  private byte[] tone() throws Exception {
    Path wav = folder.resolve("tone.wav");
    new FakeEngine("tone", "de").say(TEXT, wav);
    return Files.readAllBytes(wav);
  }

  /** A recording that can be gone. */
  private static final class Tape implements Recording {
    private final byte[] wav;
    private boolean gone;

    Tape(byte[] wav) {
      this.wav = wav;
    }

    @Override
    public String hash() {
      return "0123";
    }

    @Override
    public byte[] wav() {
      if (gone) {
        throw new VoiceUnavailableException("test");
      }
      return wav;
    }
  }

  @Test
  void aRecordingIsMadeForTheTelephoneOnceAndThenNeedsNoFile() throws Exception {
    Tape tape = new Tape(tone());
    Optional<Path> sound = sounds().sound(TEXT, tape);
    assertThat(sound).isPresent();
    assertThat(Path.of(sound.get() + ".alaw")).isNotEmptyFile();
    tape.gone = true;
    assertThat(sounds().sound(TEXT, tape)).isEqualTo(sound);
  }

  @Test
  void whereTheFileIsGoneOrBrokenTheVoiceHasToSayIt() throws Exception {
    Tape gone = new Tape(tone());
    gone.gone = true;
    assertThat(sounds().sound(TEXT, gone)).isEmpty();
    assertThat(sounds().sound(TEXT, new Tape(new byte[] {1, 2, 3}))).isEmpty();
  }

  @Test
  void theCheckTellsGoodFromBad() {
    var check = new TelephoneCheck(new RecordingCheck(words -> OptionalDouble.of(1)));
    byte[] good = WaveFile.bytes(Takes.good(1), Takes.RATE);
    assertThat(check.checked(good, TEXT)).isEmpty();
    assertThat(check.checked(new byte[0], TEXT)).extracting(Finding::error).containsOnly(true);
    byte[] script = "<script>".getBytes(StandardCharsets.UTF_8);
    assertThat(check.checked(script, TEXT))
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains("keine WAV-Datei", "als WAV speichern");
    byte[] silent = WaveFile.bytes(new float[Takes.RATE], Takes.RATE);
    assertThat(check.checked(silent, TEXT))
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .contains("nichts zu hören");
  }
}
