package de.durchkommen.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened in a call.
 *
 * @param at when, the first time
 * @param kind what
 * @param what the id of a prompt, or a key; {@link #HIDDEN} for keys that are not kept; empty for
 *     waiting
 * @param times how often, with nothing asked between; 1 or more
 */
@Schema(name = "JourneyStep")
public record Step(Instant at, Kind kind, String what, int times) {
  /** Stands for keys that are not kept. */
  public static final String HIDDEN = "";

  /** What an urgent announcement has instead of the id of a prompt. */
  public static final String URGENT = "announcement";

  private static final int BASE = 36;
  private static final int FIELDS = 4;

  /** What happened. */
  @Schema(name = "JourneyStepKind")
  public enum Kind {
    /** Something was said. */
    SAID,
    /** Something was asked. */
    ASKED,
    /** Keys were pressed. */
    KEYED,
    /** The caller began to wait in a queue. */
    WAITS,
    /** The waiting was over. */
    TURN
  }

  Step again() {
    return new Step(at, kind, what, times + 1);
  }

  /** Steps as the column has them: a line each, with the milliseconds since the beginning. */
  static String written(Instant begun, List<Step> steps) {
    StringBuilder lines = new StringBuilder();
    for (Step step : steps) {
      long since = Math.max(0, step.at.toEpochMilli() - begun.toEpochMilli());
      lines
          .append(Long.toString(since, BASE))
          .append(' ')
          .append(step.kind.name().charAt(0))
          .append(' ')
          .append(step.times)
          .append(' ')
          .append(step.what)
          .append('\n');
    }
    return lines.toString();
  }

  /**
   * The steps in a column.
   *
   * @throws IllegalArgumentException when something else is in it
   */
  static List<Step> read(Instant begun, String lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] fields = line.split(" ", FIELDS);
      if (fields.length != FIELDS) {
        throw new IllegalArgumentException("A line of a journey that is none");
      }
      steps.add(
          new Step(
              begun.plusMillis(Long.parseLong(fields[0], BASE)),
              kind(fields[1]),
              fields[3],
              Integer.parseInt(fields[2])));
    }
    return steps;
  }

  private static Kind kind(String letter) {
    for (Kind kind : Kind.values()) {
      if (kind.name().substring(0, 1).equals(letter)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("A step of a journey that is none");
  }
}
