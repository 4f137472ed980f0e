package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Says a second of a tone, and remembers what it was asked to say. */
final class FakeEngine implements VoiceEngine {
  static final int RATE = 16_000;

  final List<String> said = new CopyOnWriteArrayList<>();
  volatile boolean broken;
  volatile Runnable meanwhile = () -> {};

  private final String name;
  private final String languages;

  FakeEngine(String name, String languages) {
    this.name = name;
    this.languages = languages;
  }

  @Override
  public String id(Locale language) {
    return name;
  }

  @Override
  public boolean speaks(Locale language) {
    return languages.contains(language.getLanguage());
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    said.add(text.text());
    meanwhile.run();
    if (broken) {
      throw new EngineFailure(name + " is broken");
    }
    write(Tones.tone(440, 0.5, RATE, 1), wav);
  }

  private static void write(float[] samples, Path wav) {
    var pcm = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      pcm.putShort((short) (sample * Short.MAX_VALUE));
    }
    var format = new AudioFormat(RATE, 16, 1, true, false);
    try (var stream =
        new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, samples.length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, wav.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
