package de.durchkommen.telephone;

import de.durchkommen.launch.phone.Recording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Voices that cannot be mistaken: each says one tone, and what was heard tells whose are in it. */
final class Tones {
  private static final double AMPLITUDE = 5_000;

  /** Of a tone as loud as {@link #of}, a codec and a mixer leave nearly all. */
  private static final double HEARD = AMPLITUDE / 2;

  private final short[] samples;

  private Tones(short[] samples) {
    this.samples = samples;
  }

  /** A voice of so many hertz. */
  static Recording of(int frequency, Duration length) {
    short[] samples = new short[Math.toIntExact(length.toSeconds() * Recording.RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * frequency * i / Recording.RATE));
    }
    return Recording.of(samples);
  }

  static Tones in(Recording heard) throws IOException {
    Path wav = Files.createTempFile("tones", ".wav");
    try {
      heard.write(wav);
      try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
        ByteBuffer bytes = ByteBuffer.wrap(sound.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        return new Tones(samples);
      }
    } catch (UnsupportedAudioFileException strange) {
      throw new IOException(strange);
    } finally {
      Files.delete(wav);
    }
  }

  /** Which of these tones were heard in the second before a moment. */
  List<Integer> before(Duration moment, List<Integer> frequencies) {
    List<Integer> heard = new ArrayList<>();
    for (int frequency : frequencies) {
      if (amplitude(moment, frequency) > HEARD) {
        heard.add(frequency);
      }
    }
    return heard;
  }

  /** How loud it was in the second before a moment: root mean square. */
  double loudness(Duration moment) {
    double square = 0;
    int end = end(moment);
    for (int i = end - Recording.RATE; i < end; i++) {
      square += (double) samples[i] * samples[i];
    }
    return Math.sqrt(square / Recording.RATE);
  }

  /** How loud this tone was in the second before a moment: root mean square. */
  double loudness(Duration moment, int frequency) {
    return amplitude(moment, frequency) / Math.sqrt(2);
  }

  private double amplitude(Duration moment, int frequency) {
    double real = 0;
    double imaginary = 0;
    int end = end(moment);
    for (int i = end - Recording.RATE; i < end; i++) {
      double phase = 2 * Math.PI * frequency * i / Recording.RATE;
      real += samples[i] * Math.cos(phase);
      imaginary += samples[i] * Math.sin(phase);
    }
    return 2 * Math.hypot(real, imaginary) / Recording.RATE;
  }

  private int end(Duration moment) {
    int end = Math.toIntExact(moment.toMillis() * Recording.RATE / 1_000);
    return Math.clamp(end, Recording.RATE, samples.length);
  }
}
