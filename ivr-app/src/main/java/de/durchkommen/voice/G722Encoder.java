package de.durchkommen.voice;

/**
 * The codec of "HD" telephones, ITU-T G.722 at 64 kbit/s: 16 kHz, half a byte for a sample.
 *
 * <p>Two mirror filters ("QMF") split the sound at 4 kHz into two halves of 8 kHz each. Each half
 * is predicted from what was sent before, and what the prediction missed is sent: 6 bits for the
 * lower half, 2 for the upper one, which are the upper bits of a byte. The steps grow and shrink
 * with what is sent, so a decoder follows without being told.
 *
 * <p>All numbers are integers, as the Recommendation has them: names of its blocks (section 3)
 * stand beside the code. An encoder has a memory: one for each sound.
 */
final class G722Encoder {
  /** Filter of 24 taps, of which the second half is the first one backwards (table 11). */
  private static final int[] QMF = {3, -11, 12, 32, -210, 951, 3_876, -805, 362, -156, 53, -11};

  /** Where the steps of the lower half begin, for a step size of 4096 (table 14, Q6). */
  private static final int[] LIMITS = {
    35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1_023,
    1_121, 1_219, 1_339, 1_458, 1_612, 1_765, 1_980, 2_195, 2_557, 2_919
  };

  /** The one limit of the upper half. */
  private static final int UPPER_LIMIT = 564;

  /** Steps of the lower half that are sent with a negative sign and two zeros before them. */
  private static final int FEW_STEPS = 2;

  private static final int NEGATIVE_FEW = 63;
  private static final int NEGATIVE = 33;
  private static final int POSITIVE = 61;
  private static final int QMF_SHIFT = 14;
  private static final int TAPS = 24;
  private static final int UPPER_BITS = 6;

  private final int[] past = new int[TAPS];
  private final G722Band lower = G722Band.lower();
  private final G722Band upper = G722Band.upper();

  private G722Encoder() {}

  /** The codes of samples between -1 and 1 at 16 kHz; an odd one at the end is left out. */
  static byte[] encoded(float[] samples) {
    var encoder = new G722Encoder();
    byte[] codes = new byte[samples.length / 2];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = encoder.code(Linear.value(samples[2 * i]), Linear.value(samples[2 * i + 1]));
    }
    return codes;
  }

  /** The code of the next two samples. */
  private byte code(short first, short second) {
    System.arraycopy(past, 2, past, 0, TAPS - 2);
    past[TAPS - 2] = first;
    past[TAPS - 1] = second;
    int odd = 0;
    int even = 0;
    for (int i = 0; i < QMF.length; i++) {
      odd += past[2 * i] * QMF[i];
      even += past[2 * i + 1] * QMF[QMF.length - 1 - i];
    }
    int low = lowerCode((even + odd) >> QMF_SHIFT);
    int high = upperCode((even - odd) >> QMF_SHIFT);
    return (byte) ((high << UPPER_BITS) | low);
  }

  /** SUBTRA, QUANTL: six bits, of which the decoder's prediction uses the upper four. */
  private int lowerCode(int sample) {
    int missed = G722Band.saturated(sample - lower.predicted());
    int size = missed < 0 ? ~missed : missed;
    int step = 0;
    while (step < LIMITS.length && size >= (LIMITS[step] * lower.stepSize()) >> 12) {
      step++;
    }
    int code;
    if (missed >= 0) {
      code = POSITIVE - step;
    } else {
      code = step < FEW_STEPS ? NEGATIVE_FEW - step : NEGATIVE - step;
    }
    lower.adapted(code >> 2);
    return code;
  }

  /** SUBTRA, QUANTH: a sign and whether it is more than the limit. */
  private int upperCode(int sample) {
    int missed = G722Band.saturated(sample - upper.predicted());
    int size = missed < 0 ? ~missed : missed;
    boolean large = size >= (UPPER_LIMIT * upper.stepSize()) >> 12;
    int code = (missed < 0 ? 0 : 2) | (large ? 0 : 1);
    upper.adapted(code);
    return code;
  }
}
