package de.durchkommen.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** Against the JDK's own reader and A-law decoder. */
class TelephoneWaveTest {
  private static byte[] everyCode() {
    byte[] codes = new byte[256];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) i;
    }
    return codes;
  }

  @Test
  void everyCodeIsWhatTheJdkTakesItFor() throws Exception {
    var alaw = new AudioFormat(Encoding.ALAW, 8_000, 8, 1, 1, 8_000, false);
    var coded = new AudioInputStream(new ByteArrayInputStream(everyCode()), alaw, 256);
    var pcm = new AudioFormat(8_000, 16, 1, true, false);
    byte[] expected = AudioSystem.getAudioInputStream(pcm, coded).readAllBytes();
    byte[] wave = TelephoneWave.wave(everyCode());
    AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave));
    assertThat(read.getFormat().toString()).isEqualTo(pcm.toString());
    assertThat(read.readAllBytes()).isEqualTo(expected);
  }
}
