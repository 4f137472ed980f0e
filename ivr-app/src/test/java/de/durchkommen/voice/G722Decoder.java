package de.durchkommen.voice;

/** The other side of {@link G722Encoder}: ITU-T G.722, section 4, at 64 kbit/s. */
final class G722Decoder {
  private static final int[] QMF = {3, -11, 12, 32, -210, 951, 3_876, -805, 362, -156, 53, -11};

  /** Table 19, QM6: the steps of six bits that come with a negative sign, then the others. */
  private static final int[] STEPS = {
    -136, -136, -136, -136, -24_808, -21_904, -19_008, -16_704, -14_984, -13_512, -12_280, -11_192,
    -10_232, -9_360, -8_576, -7_856, -7_192, -6_576, -6_000, -5_456, -4_944, -4_464, -4_008, -3_576,
    -3_168, -2_776, -2_400, -2_032, -1_688, -1_360, -1_040, -728, 24_808, 21_904, 19_008, 16_704,
    14_984, 13_512, 12_280, 11_192, 10_232, 9_360, 8_576, 7_856, 7_192, 6_576, 6_000, 5_456, 4_944,
    4_464, 4_008, 3_576, 3_168, 2_776, 2_400, 2_032, 1_688, 1_360, 1_040, 728, 432, 136, -432, -136
  };

  private static final int[] UPPER_STEPS = {-7_408, -1_616, 7_408, 1_616};
  private static final int LARGEST = 16_384;
  private static final int TAPS = 24;

  private final int[] past = new int[TAPS];
  private final G722Band lower = G722Band.lower();
  private final G722Band upper = G722Band.upper();

  private G722Decoder() {}

  static short[] decoded(byte[] codes) {
    var decoder = new G722Decoder();
    short[] samples = new short[2 * codes.length];
    for (int i = 0; i < codes.length; i++) {
      decoder.decode(codes[i] & 0xFF, samples, 2 * i);
    }
    return samples;
  }

  private void decode(int code, short[] samples, int at) {
    int low = limited(lower, STEPS[code & 0x3F]);
    int high = limited(upper, UPPER_STEPS[code >> 6]);
    lower.adapted((code & 0x3F) >> 2);
    upper.adapted(code >> 6);
    System.arraycopy(past, 2, past, 0, TAPS - 2);
    past[TAPS - 2] = low + high;
    past[TAPS - 1] = low - high;
    int first = 0;
    int second = 0;
    for (int i = 0; i < QMF.length; i++) {
      second += past[2 * i] * QMF[i];
      first += past[2 * i + 1] * QMF[QMF.length - 1 - i];
    }
    samples[at] = (short) G722Band.saturated(first >> 11);
    samples[at + 1] = (short) G722Band.saturated(second >> 11);
  }

  private static int limited(G722Band band, int step) {
    int sample = band.predicted() + ((band.stepSize() * step) >> 15);
    return Math.clamp(sample, -LARGEST, LARGEST - 1);
  }
}
