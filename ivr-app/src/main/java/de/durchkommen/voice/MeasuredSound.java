package de.durchkommen.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a finished sound is like to callers, in both bands: the narrow one as A-law has it, the wide
 * one as the master has it. The other codecs are made of the same samples.
 *
 * @param id what it is called by those who read about it
 * @param quieter integrated loudness in LUFS, in the band where it is quieter (ITU-R BS.1770);
 *     negative infinity where there is nothing to hear
 * @param louder the same in the band where it is louder
 * @param peak true peak of both bands, in dB below full scale
 * @param full whether a sample has the largest value that its codec has
 * @param pause the longest pause between two words, in seconds
 */
record MeasuredSound(
    String id, double quieter, double louder, double peak, boolean full, double pause) {
  /** How far from {@link Loudness#TARGET_LUFS} a sound may be. */
  static final double TOLERANCE_LU = 1;

  /** What is quieter than this is a pause: far below speech, above the noise of the codecs. */
  static final double PAUSE_DB = Loudness.TARGET_LUFS - 35;

  /** ITU-T G.711, table 1: what the highest code of A-law means. */
  private static final float ALAW_FULL = 32_256 / 32_768f;

  private static final float LINEAR_FULL = 32_767 / 32_768f;

  /**
   * Measures a sound.
   *
   * @param sound path without extension; see {@link SoundFiles}
   */
  static MeasuredSound read(String id, Path sound) throws IOException {
    float[] narrow = SoundCopy.decoded(SoundFiles.read(sound, SoundCodec.ALAW));
    float[] wide = Linear.decoded(SoundFiles.read(sound, SoundCodec.SLIN16));
    double inNarrow = Loudness.measured(narrow, Band.NARROW.rate());
    double inWide = Loudness.measured(wide, Band.WIDE.rate());
    double peak =
        Math.max(
            Limiter.truePeak(narrow, Band.NARROW.rate()), Limiter.truePeak(wide, Band.WIDE.rate()));
    return new MeasuredSound(
        id,
        Math.min(inNarrow, inWide),
        Math.max(inNarrow, inWide),
        20 * Math.log10(peak),
        isAnyAt(narrow, ALAW_FULL) || isAnyAt(wide, LINEAR_FULL),
        Silence.longestPause(wide, Band.WIDE.rate(), PAUSE_DB));
  }

  private static boolean isAnyAt(float[] samples, float level) {
    for (float sample : samples) {
      if (Math.abs(sample) >= level) {
        return true;
      }
    }
    return false;
  }

  /** What is outside of the limits, in German; empty for a good sound. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (Double.isInfinite(quieter)) {
      faults.add("nichts zu hören");
    } else if (Math.abs(farther() - Loudness.TARGET_LUFS) > TOLERANCE_LU) {
      faults.add(String.format(Locale.GERMANY, "Lautheit %.2f LUFS", farther()));
    }
    if (full || peak >= 0) {
      faults.add(String.format(Locale.GERMANY, "übersteuert, Spitze %.2f dBFS", peak));
    }
    if (pause > Silence.MOST_PAUSE) {
      faults.add(String.format(Locale.GERMANY, "Pause %.2f s", pause));
    }
    return faults;
  }

  /** The loudness of the band in which it is farther from the target. */
  private double farther() {
    return louder - Loudness.TARGET_LUFS > Loudness.TARGET_LUFS - quieter ? louder : quieter;
  }
}
