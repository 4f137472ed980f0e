package de.durchkommen.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Samples of 16 bits, little endian, as Asterisk's {@code slin} formats and RIFF have them. */
final class Linear {
  private static final int FULL_SCALE = Short.MAX_VALUE + 1;

  private Linear() {}

  /** A sample between -1 and 1 as a number of 16 bits; what goes beyond is clipped. */
  static short value(float sample) {
    return (short) Math.clamp(Math.round(sample * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  static byte[] encoded(float[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      bytes.putShort(value(sample));
    }
    return bytes.array();
  }

  static float[] decoded(byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.length / Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = data.getShort() / (float) FULL_SCALE;
    }
    return samples;
  }
}
