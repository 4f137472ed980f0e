package de.durchkommen.launch.phone;

/**
 * Sound of 16 kHz as sound of 8 kHz, and the other way round.
 *
 * <p>Both ways the sound of 16 kHz goes through one {@link LowPass}. So nothing above 4 kHz folds
 * back into what is left, and there is no mirror image in what is made.
 */
final class TelephoneBand {
  /** Needs 550 Hz from what it passes to what it does not: up to 3.4 kHz, from 4 kHz on. */
  private static final LowPass LOW_PASS = new LowPass(80, 3_700.0 / Recording.WIDE_RATE);

  private TelephoneBand() {}

  /** Every second sample of the low part of sound of 16 kHz. */
  static short[] narrowed(short[] wide) {
    return LOW_PASS.thinned(wide, 2);
  }

  /** The same sound in 16 kHz. */
  static short[] widened(short[] narrow) {
    return LOW_PASS.doubled(narrow);
  }
}
