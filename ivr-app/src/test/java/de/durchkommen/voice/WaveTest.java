package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveTest {
  @TempDir Path folder;

  @Test
  void aFileIsReadAsItWasWritten() throws Exception {
    byte[] pcm = {0, 0, 0, 64, 0, (byte) 0x80};
    Wave wave = Wave.read(written(16_000, 16, 1, pcm));
    assertThat(wave.rate()).isEqualTo(16_000);
    assertThat(wave.samples()).containsExactly(0f, 0.5f, -1f);
  }

  @Test
  void chunksBeforeTheSoundAreSkipped() throws Exception {
    byte[] file = Files.readAllBytes(written(22_050, 16, 1, new byte[] {0, 64}));
    byte[] odd = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 1, 2, 3, 0};
    byte[] all = new byte[file.length + odd.length];
    System.arraycopy(file, 0, all, 0, 12);
    System.arraycopy(odd, 0, all, 12, odd.length);
    System.arraycopy(file, 12, all, 12 + odd.length, file.length - 12);
    assertThat(Wave.read(Files.write(folder.resolve("list.wav"), all)).samples())
        .containsExactly(0.5f);
  }

  @Test
  void aSizeThatWasNeverFilledInIsTheRestOfTheFile() throws Exception {
    Path file = written(16_000, 16, 1, new byte[] {0, 64, 0, 64});
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);
    assertThat(Wave.read(Files.write(file, bytes)).samples()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"16000, 16, 2", "16000, 8, 1", "4000, 16, 1", "96000, 16, 1"})
  void otherFormatsAreRefused(int rate, int bits, int channels) throws Exception {
    Path file = written(rate, bits, channels, new byte[16]);
    assertThatThrownBy(() -> Wave.read(file)).isInstanceOf(EngineFailure.class);
  }

  @Test
  void garbageAndHalfFilesAreRefused() throws Exception {
    byte[] whole = Files.readAllBytes(written(16_000, 16, 1, new byte[4]));
    for (int length = 0; length < 44; length++) {
      Path half = Files.write(folder.resolve("half.wav"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Wave.read(half))
          .as("%d bytes", length)
          .isInstanceOf(EngineFailure.class);
    }
    Path text = Files.write(folder.resolve("x"), "Hallo".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Wave.read(text)).isInstanceOf(EngineFailure.class);
    assertThatThrownBy(() -> Wave.read(folder.resolve("gone")))
        .isInstanceOf(EngineFailure.class)
        .hasMessage("No sound was written");
  }

  private Path written(int rate, int bits, int channels, byte[] pcm) throws IOException {
    var format = new AudioFormat(rate, bits, channels, bits > 8, false);
    int frames = pcm.length / format.getFrameSize();
    Path file = folder.resolve("x.wav");
    try (var stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, frames)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }
}
