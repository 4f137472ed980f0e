package de.durchkommen.voice;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;

/** What FreeTTS takes for a loudspeaker: it keeps the sound. */
final class FreeTtsSound implements AudioPlayer {
  private static final float FULL_SCALE = 32_768f;
  private static final int BITS = 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile AudioFormat format = new AudioFormat(16_000, BITS, 1, true, true);

  /** All that was said. */
  Wave wave() throws EngineFailure {
    AudioFormat told = format;
    if (told.getSampleSizeInBits() != BITS || told.getChannels() != 1) {
      throw new EngineFailure("FreeTTS speaks in an unknown format: " + told);
    }
    if (bytes.size() == 0) {
      throw new EngineFailure("FreeTTS said nothing");
    }
    ByteBuffer pcm =
        ByteBuffer.wrap(bytes.toByteArray())
            .order(told.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[pcm.capacity() / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = pcm.getShort(i * 2) / FULL_SCALE;
    }
    return new Wave(samples, Math.round(told.getSampleRate()));
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean write(byte[] audio) {
    return write(audio, 0, audio.length);
  }

  @Override
  public boolean write(byte[] audio, int offset, int size) {
    if (bytes.size() + size > Wave.MAX_BYTES) {
      return false;
    }
    bytes.write(audio, offset, size);
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return 0;
  }

  // Nothing is played, so there is nothing to do for what follows.

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
