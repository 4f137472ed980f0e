package de.durchkommen.launch.phone;

/** G.711 A-law, the codec of German telephone lines (ITU-T G.711, table 1a). */
final class ALaw {
  private static final int EVEN_BITS = 0x55;
  private static final short[] LINEAR = new short[256];

  static {
    for (int code = 0; code < LINEAR.length; code++) {
      LINEAR[code] = decoded(code);
    }
  }

  private ALaw() {}

  /** The 16 bit samples of A-law bytes, one sample a byte. */
  static short[] samples(byte[] codes) {
    short[] samples = new short[codes.length];
    for (int i = 0; i < codes.length; i++) {
      samples[i] = LINEAR[codes[i] & 0xff];
    }
    return samples;
  }

  private static short decoded(int code) {
    int bits = code ^ EVEN_BITS;
    int mantissa = (bits & 0x0f) << 4;
    int exponent = (bits & 0x70) >> 4;
    int magnitude =
        exponent == 0 ? mantissa + 0x08 : (mantissa + 0x108) << Math.max(0, exponent - 1);
    return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
  }
}
