package de.durchkommen.planning;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A goal that callers are to meet.
 *
 * @param within served in time is who is served within that, 0 s to 1 h
 * @param inTime at least this share of all callers is served in time, 0 to 1
 * @param abandoned at most this share hangs up, 0 to 1; 1 when that does not matter
 */
public record Staffing(Duration within, double inTime, double abandoned) {
  /** Nobody has more. */
  public static final int MOST_AGENTS = 10_000;

  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with a sentence that names the value and its range
   */
  public Staffing {
    if (within.isNegative() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "within has to be from 0 to " + LONGEST.toSeconds() + " seconds");
    }
    share("share", inTime);
    share("abandoned", abandoned);
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " has to be from 0 to 1");
    }
  }

  /** The fewest agents who keep it; empty when not even {@link #MOST_AGENTS} do. */
  public OptionalInt agents(Load load) {
    int enough = 1;
    while (!isKept(load, enough)) {
      if (enough >= MOST_AGENTS) {
        return OptionalInt.empty();
      }
      enough = Math.min(MOST_AGENTS, 2 * enough);
    }
    int few = enough / 2;
    // Each agent more is good for all, so the line between too few and enough is one.
    while (enough - few > 1) {
      int middle = few + (enough - few) / 2;
      if (isKept(load, middle)) {
        enough = middle;
      } else {
        few = middle;
      }
    }
    return OptionalInt.of(load.callsAnHour() == 0 ? 0 : enough);
  }

  private boolean isKept(Load load, int agents) {
    Performance so = new ErlangA(load, agents).performance(within);
    return so.inTime() >= inTime && so.abandoned() <= abandoned;
  }
}
