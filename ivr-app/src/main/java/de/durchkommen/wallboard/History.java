package de.durchkommen.wallboard;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How it was, and what was to be expected.
 *
 * @param span day, week or month
 * @param from when it begins: a midnight in Hessen
 * @param until when it ends: the midnight after today
 * @param step quarter, hour or day
 * @param points one for each step, in the order of time, those to come as well
 */
public record History(String span, Instant from, Instant until, String step, List<Point> points) {
  /** Copies the list. */
  public History {
    points = List.copyOf(points);
  }

  /**
   * A step.
   *
   * @param at when it begins
   * @param selfService null when nothing is known of it, as of steps to come
   * @param people the same
   * @param booked pairs booked in any way; null when nothing is known
   * @param expected null when nothing is known of the same time in the weeks before
   */
  @Schema(name = "HistoryPoint")
  public record Point(
      Instant at,
      @Nullable Flow selfService,
      @Nullable Flow people,
      @Nullable Integer booked,
      @Nullable Expected expected) {}

  /**
   * What was in one queue; see {@link Board.Today} for what is counted.
   *
   * @param waiting the most who waited at once; null when nobody looked
   * @param longestSeconds the longest wait that was seen; null when nobody looked
   */
  public record Flow(
      int entered,
      int putThrough,
      int inTime,
      int measured,
      int abandoned,
      @Nullable Integer waiting,
      @Nullable Integer longestSeconds) {}

  /**
   * The mean of the same weekday and time in the last four weeks.
   *
   * @param selfService callers of the first queue, not rounded
   * @param people callers who want a person
   * @param booked pairs booked
   * @param weeks of how many weeks something is known, 1 to 4
   */
  public record Expected(double selfService, double people, double booked, int weeks) {}
}
