package de.durchkommen.voice;

import java.util.function.IntUnaryOperator;

/**
 * The two codecs of the telephone, ITU-T G.711: a byte for a sample, finer where it is quiet.
 *
 * <p>Both keep a sign, the position of the highest bit (the segment) and the four bits that follow
 * it. A-law works on 13 bits with even bits inverted for transmission (table 1 of the
 * Recommendation), mu-law on 14 bits with 33 added first and all bits inverted (table 2). Negative
 * values are taken in ones' complement, as ITU-T's software tools (G.191) do; the JDK's own
 * converter overflows at -32768.
 *
 * <p>Encoding is a look-up in a table of all 65,536 values.
 */
enum G711 {
  /** The codec of Europe. */
  ALAW(G711::alaw),
  /** The codec of North America and Japan. */
  ULAW(G711::ulaw);

  private static final int VALUES = 65_536;
  private static final int SIGN = 0x80;
  private static final int ALAW_INVERSION = 0x55;
  private static final int ULAW_BIAS = 33;
  private static final int ULAW_MAX = 0x1FFF;
  private static final int ULAW_INVERSION = 0x7F;
  private static final int STEP_BITS = 4;
  private static final int STEPS = 1 << STEP_BITS;
  private static final int ULAW_FIRST_SEGMENT_BIT = 5;

  @SuppressWarnings("ImmutableEnumChecker") // Written by the constructor only.
  private final byte[] codes = new byte[VALUES];

  G711(IntUnaryOperator code) {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      codes[sample & (VALUES - 1)] = (byte) code.applyAsInt(sample);
    }
  }

  /** The code of a sample of 16 bits. */
  byte encoded(short sample) {
    return codes[sample & (VALUES - 1)];
  }

  /** The codes of samples between -1 and 1; what goes beyond is clipped. */
  byte[] encoded(float[] samples) {
    byte[] encoded = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      encoded[i] = encoded(Linear.value(samples[i]));
    }
    return encoded;
  }

  private static int alaw(int sample) {
    int magnitude = (sample < 0 ? ~sample : sample) >> 4;
    int code = magnitude;
    if (magnitude >= STEPS) {
      int segment = highestBit(magnitude) - STEP_BITS + 1;
      code = (segment << STEP_BITS) | ((magnitude >> (segment - 1)) & (STEPS - 1));
    }
    return (sample < 0 ? code : code | SIGN) ^ ALAW_INVERSION;
  }

  private static int ulaw(int sample) {
    int magnitude = Math.min(((sample < 0 ? ~sample : sample) >> 2) + ULAW_BIAS, ULAW_MAX);
    int segment = highestBit(magnitude) - ULAW_FIRST_SEGMENT_BIT;
    int code = (segment << STEP_BITS) | ((magnitude >> (segment + 1)) & (STEPS - 1));
    return (code ^ ULAW_INVERSION) | (sample < 0 ? 0 : SIGN);
  }

  private static int highestBit(int value) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
  }
}
