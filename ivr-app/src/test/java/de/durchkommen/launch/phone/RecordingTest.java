package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final short[] SOME = {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE, 12, 13, 14};

  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    Path wav = folder.resolve("a.wav");
    Recording.of(SOME).write(wav);
    assertThat(Recording.read(wav).samples()).containsExactly(SOME);
  }

  @Test
  void isAWavFileForOtherPrograms() throws IOException, UnsupportedAudioFileException {
    Path wav = folder.resolve("a.wav");
    Recording.of(SOME).sound(Recording.RATE).write(wav, 8_000);
    try (AudioInputStream read = AudioSystem.getAudioInputStream(wav.toFile())) {
      assertThat(read.getFormat().toString())
          .isEqualTo(new AudioFormat(8_000, 16, 1, true, false).toString());
      assertThat(read.getFrameLength()).isEqualTo(8_000);
    }
    assertThat(Recording.read(wav).length()).isEqualTo(Duration.ofSeconds(1));
    assertThat(Recording.read(wav).part(Duration.ofMillis(1), Duration.ofDays(1)).samples())
        .hasSize(7_992)
        .containsOnly(0);
  }

  @Test
  void readsAFileWhoseWriterDiedBeforeItFilledInTheLength() throws IOException {
    Path wav = folder.resolve("a.wav");
    Recording.of(SOME).write(wav);
    try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.seek(40);
      file.writeInt(0);
    }
    assertThat(Recording.read(wav).samples()).containsExactly(SOME);
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Path wav = Files.write(folder.resolve("a.wav"), new byte[] {1, 2, 3});
    assertThatIOException().isThrownBy(() -> Recording.read(wav));
    Recording.of(SOME).write(wav);
    try (RandomAccessFile file = new RandomAccessFile(wav.toFile(), "rw")) {
      file.seek(22);
      file.write(2);
    }
    assertThatIOException().isThrownBy(() -> Recording.read(wav)).withMessageContaining("mono");
  }

  @Test
  void listensIn8KhzAndKeepsThe16ThatWereHeard() throws IOException {
    Path wav = folder.resolve("a.wav");
    short[] wide = Tone.of(Recording.WIDE_RATE, 1_000, 6_000);
    new Wav(wide, Recording.WIDE_RATE).write(wav, wide.length);

    Recording heard = Recording.read(wav);
    assertThat(heard.length()).isEqualTo(Duration.ofSeconds(1));
    assertThat(Tone.level(heard.samples(), Recording.RATE, 1_000)).isBetween(-0.1, 0.1);
    assertThat(Tone.level(heard.samples(), Recording.RATE, 2_000)).isLessThan(-60);
    Path copy = folder.resolve("b.wav");
    heard.write(copy);
    assertThat(copy).hasSameBinaryContentAs(wav);
  }

  @Test
  void isSaidInTheRateOfTheTelephone() {
    Recording narrow = Recording.of(Tone.of(Recording.RATE, 1_000));
    Wav wide = narrow.sound(Recording.WIDE_RATE);
    assertThat(wide.rate()).isEqualTo(16_000);
    assertThat(Tone.level(wide.samples(), wide.rate(), 1_000)).isBetween(-0.1, 0.1);
    assertThat(narrow.sound(Recording.RATE).samples()).containsExactly(narrow.samples());
  }

  @Test
  void decodesALawAsTheStandardSays() {
    byte[] codes = {(byte) 0xd5, 0x55, (byte) 0xaa, 0x2a, (byte) 0x80, (byte) 0xc5};
    assertThat(ALaw.samples(codes)).containsExactly(8, -8, 32256, -32256, 5504, 264);
  }
}
