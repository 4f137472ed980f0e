package de.durchkommen.planning;

import java.time.Duration;

/**
 * What comes in, and how those who come are.
 *
 * @param callsAnHour of callers, 0 to {@link #MOST_CALLS}
 * @param handling mean time that a caller takes of an agent, with wrapping up; 1 s to 4 h
 * @param patience mean time after which somebody who waits hangs up, if nobody ever came; 1 s to 4
 *     h
 */
public record Load(double callsAnHour, Duration handling, Duration patience) {
  /** More than Hessen ever had in an hour by far. */
  public static final double MOST_CALLS = 100_000;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_HANDLING = Duration.ofHours(4);
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(4);
  private static final double SECONDS_AN_HOUR = 3_600;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with a sentence that names the value and its range
   */
  public Load {
    if (!(callsAnHour >= 0 && callsAnHour <= MOST_CALLS)) {
      throw new IllegalArgumentException("calls has to be from 0 to %.0f".formatted(MOST_CALLS));
    }
    within("handling", handling, LONGEST_HANDLING);
    within("patience", patience, LONGEST_PATIENCE);
  }

  private static void within(String name, Duration time, Duration longest) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s has to be from %d to %d seconds"
              .formatted(name, SHORTEST.toSeconds(), longest.toSeconds()));
    }
  }

  /** Callers a second. */
  double arrivals() {
    return callsAnHour / SECONDS_AN_HOUR;
  }

  /** How many agents would be busy all the time if nobody hung up: the offered load, in erlangs. */
  public double erlangs() {
    return arrivals() * seconds(handling);
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
