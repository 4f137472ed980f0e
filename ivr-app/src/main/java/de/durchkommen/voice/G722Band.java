package de.durchkommen.voice;

/**
 * What encoder and decoder of {@link G722Encoder} both know of one half of the band: the size of
 * its steps and the prediction of its next sample, by two samples before (poles) and the last six
 * steps (zeros), whose weights follow the signs of what was sent.
 */
final class G722Band {
  /** What a step is worth, for a step size of 32768 (table 17, QM4). */
  private static final int[] LOWER_STEPS = {
    0, -20_456, -12_896, -8_968, -6_288, -4_240, -2_584, -1_200, 20_456, 12_896, 8_968, 6_288,
    4_240, 2_584, 1_200, 0
  };

  /** How much larger or smaller steps become after a code (WL). */
  private static final int[] LOWER_GROWTH = {
    -60, 3_042, 1_198, 538, 334, 172, 58, -30, 3_042, 1_198, 538, 334, 172, 58, -30, -60
  };

  /** Table 17, QM2. */
  private static final int[] UPPER_STEPS = {-7_408, -1_616, 7_408, 1_616};

  /** WH. */
  private static final int[] UPPER_GROWTH = {798, -214, 798, -214};

  private static final int ZEROS = 6;
  private static final int MOST_SECOND_POLE = 12_288;
  private static final int MOST_POLES = 15_360;

  private final int[] steps;
  private final int[] growth;
  private final int largest;
  private final int shift;

  /** Step size, and its logarithm (NB). */
  private int stepSize;

  private int logarithm;
  private int predicted;
  private int predictedByZeros;
  private int firstPole;
  private int secondPole;
  private int lastSample;
  private int partial;
  private int partialBefore;
  private final int[] zeros = new int[ZEROS];
  private final int[] missed = new int[ZEROS];

  private G722Band(int[] steps, int[] growth, int largest, int shift, int stepSize) {
    this.steps = steps;
    this.growth = growth;
    this.largest = largest;
    this.shift = shift;
    this.stepSize = stepSize;
  }

  static G722Band lower() {
    return new G722Band(LOWER_STEPS, LOWER_GROWTH, 18_432, 8, 32);
  }

  static G722Band upper() {
    return new G722Band(UPPER_STEPS, UPPER_GROWTH, 22_528, 10, 8);
  }

  /** What the next sample will probably be. */
  int predicted() {
    return predicted;
  }

  /** What a step means at present. */
  int stepSize() {
    return stepSize;
  }

  /** Takes note of what was sent: INVQ, LOGSC, SCALE, then the predictor. */
  void adapted(int code) {
    int difference = (stepSize * steps[code]) >> 15;
    logarithm = Math.clamp(((logarithm * 127) >> 7) + growth[code], 0, largest);
    int exponent = shift - (logarithm >> 11);
    int mantissa = G722Scale.OF[(logarithm >> 6) & 31];
    stepSize = (exponent < 0 ? mantissa << -exponent : mantissa >> exponent) << 2;
    predict(difference);
  }

  /** RECONS, PARREC, UPPOL, UPZERO, DELAYA, FILTEP, FILTEZ, PREDIC. */
  private void predict(int difference) {
    int sample = saturated(predicted + difference);
    int now = saturated(predictedByZeros + difference);
    adaptPoles(now);
    adaptZeros(difference);
    partialBefore = partial;
    partial = now;
    System.arraycopy(missed, 0, missed, 1, ZEROS - 1);
    missed[0] = difference;
    int byPoles =
        saturated(
            ((firstPole * saturated(2 * sample)) >> 15)
                + ((secondPole * saturated(2 * lastSample)) >> 15));
    lastSample = sample;
    int sum = 0;
    for (int i = 0; i < ZEROS; i++) {
      sum += (zeros[i] * saturated(2 * missed[i])) >> 15;
    }
    predictedByZeros = saturated(sum);
    predicted = saturated(byPoles + predictedByZeros);
  }

  private void adaptPoles(int now) {
    boolean sameAsLast = (now < 0) == (partial < 0);
    boolean sameAsBefore = (now < 0) == (partialBefore < 0);
    int four = saturated(4 * firstPole);
    int turned = sameAsLast ? Math.min(-four, Short.MAX_VALUE) : four;
    int second = (turned >> 7) + (sameAsBefore ? 128 : -128) + ((secondPole * 32_512) >> 15);
    secondPole = Math.clamp(second, -MOST_SECOND_POLE, MOST_SECOND_POLE);
    int first = saturated((sameAsLast ? 192 : -192) + ((firstPole * 32_640) >> 15));
    int limit = saturated(MOST_POLES - secondPole);
    firstPole = Math.clamp(first, -limit, limit);
  }

  private void adaptZeros(int difference) {
    int change = difference == 0 ? 0 : 128;
    for (int i = 0; i < ZEROS; i++) {
      int signed = (missed[i] < 0) == (difference < 0) ? change : -change;
      zeros[i] = saturated(signed + ((zeros[i] * 32_640) >> 15));
    }
  }

  static int saturated(int value) {
    return Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
