package de.durchkommen.launch.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

/** Rendered prompts (German by SVOX Pico, English by espeak-ng) and recordings made of them. */
final class Samples {
  static final Path FOLDER = Path.of("src/test/resources/phone").toAbsolutePath();

  private short[] heard = new short[0];

  static PromptSound sound(String name) {
    try {
      return PromptSound.of(FOLDER.resolve(name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static short[] audio(String name) {
    try {
      return sound(name).samples();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  Samples silence(Duration length) {
    return added(new short[Recording.index(length)]);
  }

  Samples says(String name) {
    return added(audio(name));
  }

  /** The beginning of a prompt, its leading silence included. */
  Samples begins(String name, Duration length) {
    return added(Recording.of(audio(name)).part(Duration.ZERO, length).samples());
  }

  private Samples added(short[] more) {
    short[] longer = java.util.Arrays.copyOf(heard, heard.length + more.length);
    System.arraycopy(more, 0, longer, heard.length, more.length);
    heard = longer;
    return this;
  }

  Samples quieter(int times) {
    for (int i = 0; i < heard.length; i++) {
      heard[i] = (short) (heard[i] / times);
    }
    return this;
  }

  /** White Gaussian noise, 20 dB below all that is there so far. */
  Samples noise() {
    double sigma = Voice.loudness(heard, 0, heard.length) / 10;
    Random random = new Random(116117);
    for (int i = 0; i < heard.length; i++) {
      heard[i] =
          (short) Math.clamp(Math.round(heard[i] + sigma * random.nextGaussian()), -32768, 32767);
    }
    return this;
  }

  /** 20 ms are silent. */
  Samples packetLost(Duration at) {
    int from = Recording.index(at);
    java.util.Arrays.fill(heard, from, from + Recording.RATE / 50, (short) 0);
    return this;
  }

  /** 20 ms are missing, and what follows comes earlier. */
  Samples packetSkipped(Duration at) {
    int from = Recording.index(at);
    short[] kept = heard;
    heard = java.util.Arrays.copyOf(kept, from);
    return added(java.util.Arrays.copyOfRange(kept, from + Recording.RATE / 50, kept.length));
  }

  /** Nothing comes for a while, and what follows comes later. */
  Samples stalled(Duration at, Duration length) {
    int from = Recording.index(at);
    short[] kept = heard;
    heard = java.util.Arrays.copyOf(kept, from);
    return silence(length).added(java.util.Arrays.copyOfRange(kept, from, kept.length));
  }

  Recording recording() {
    return Recording.of(heard);
  }

  static Stream<String> german() {
    return Stream.of("gruss", "begruessung", "code", "geburtstag", "abschied");
  }
}
