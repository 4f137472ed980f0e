package de.durchkommen.bench;

import java.util.ArrayList;
import java.util.List;

/** What an engine took for sentences, through us and alone. */
final class VoiceTimes {
  private static final double NANOSECONDS_PER_SECOND = 1e9;
  private static final double BYTES_PER_SECOND = 8_000;
  private static final int MOST = 10_000;

  private final Latencies ours = new Latencies(MOST);
  private final Latencies alone = new Latencies(MOST);
  private final List<Double> ratios = new ArrayList<>();
  private double seconds;
  private double speech;

  /**
   * Notes a sentence.
   *
   * @param ours nanoseconds until it could be played
   * @param alone nanoseconds of the engine from the command line
   * @param bytes of the sound at 8,000 bytes a second
   */
  void add(long ours, long alone, long bytes) {
    this.ours.add(ours);
    this.alone.add(alone);
    ratios.add((double) ours / alone);
    seconds += ours / NANOSECONDS_PER_SECOND;
    speech += bytes / BYTES_PER_SECOND;
  }

  boolean isEmpty() {
    return ratios.isEmpty();
  }

  /** Median, in milliseconds. */
  double cold() {
    return ours.milliseconds(0.5);
  }

  /** 19 of 20 took no longer, in milliseconds. */
  double coldMost() {
    return ours.milliseconds(0.95);
  }

  /** Median of ours to the same sentence alone. */
  double ratioToBare() {
    return Median.of(ratios);
  }

  /** Seconds of work for a second of speech. */
  double realTimeFactor() {
    return seconds / speech;
  }

  String row() {
    return "%6.0f ms %6.0f ms %6.0f ms %9.2f %9.3f"
        .formatted(cold(), coldMost(), alone.milliseconds(0.5), ratioToBare(), realTimeFactor());
  }
}
