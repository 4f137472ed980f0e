package de.durchkommen.queue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a supervisor sets while calls run.
 *
 * @param dialogues so many at once on all nodes together, 1 to 10,000
 * @param order how places are given at the opening
 * @param lobby how long before the opening callers are let in to wait for it, 0 to 4 h
 * @param kept how long the place of somebody who was cut off is kept, 1 min to 2 h
 * @param soonest news are told no more often than this, 10 s to 10 min
 * @param latest and at least as often as this; from {@code soonest} to 1 h
 * @param callback whether callers may ask to be called back
 * @param closing what becomes of those who wait at closing time
 * @param stock whether those who wait are told of the stock of appointments
 * @param hours when the line is open; up to 8 spans a day, up to 400 days that differ
 * @param manner how else those who wait are dealt with
 */
public record QueueSettings(
    int dialogues,
    Order order,
    Duration lobby,
    Duration kept,
    Duration soonest,
    Duration latest,
    boolean callback,
    ClosingRule closing,
    boolean stock,
    OpeningHours hours,
    Manner manner) {
  private static final int MOST_DIALOGUES = 10_000;
  private static final Duration LONGEST_LOBBY = Duration.ofHours(4);
  private static final Duration SHORTEST_KEPT = Duration.ofMinutes(1);
  private static final Duration LONGEST_KEPT = Duration.ofHours(2);
  private static final Duration SHORTEST_SOONEST = Duration.ofSeconds(10);
  private static final Duration LONGEST_SOONEST = Duration.ofMinutes(10);
  private static final Duration LONGEST_LATEST = Duration.ofHours(1);
  private static final int MOST_SPANS = 8;
  private static final int MOST_DAYS = 400;

  /** When nobody has set anything: always open. Needs the limits above. */
  public static final QueueSettings USUAL =
      new QueueSettings(
          200,
          Order.ARRIVAL,
          Duration.ofMinutes(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          true,
          ClosingRule.SERVE,
          true,
          OpeningHours.ALWAYS);

  /**
   * Refuses what is out of its range.
   *
   * @throws IllegalArgumentException with a sentence that names the field and its range
   */
  public QueueSettings {
    if (dialogues < 1 || dialogues > MOST_DIALOGUES) {
      throw new IllegalArgumentException("dialogues has to be from 1 to " + MOST_DIALOGUES);
    }
    within("lobby", lobby, Duration.ZERO, LONGEST_LOBBY);
    within("kept", kept, SHORTEST_KEPT, LONGEST_KEPT);
    within("soonest", soonest, SHORTEST_SOONEST, LONGEST_SOONEST);
    within("latest", latest, soonest, LONGEST_LATEST);
    if (hours.days().size() > MOST_DAYS) {
      throw new IllegalArgumentException("hours may have up to " + MOST_DAYS + " days that differ");
    }
    hours.week().values().forEach(QueueSettings::few);
    hours.days().values().forEach(QueueSettings::few);
  }

  /** With the usual manner. */
  public QueueSettings(
      int dialogues,
      Order order,
      Duration lobby,
      Duration kept,
      Duration soonest,
      Duration latest,
      boolean callback,
      ClosingRule closing,
      boolean stock,
      OpeningHours hours) {
    this(
        dialogues,
        order,
        lobby,
        kept,
        soonest,
        latest,
        callback,
        closing,
        stock,
        hours,
        Manner.USUAL);
  }

  /** The same for those who wait for a person: as they came, and nothing is told of the stock. */
  QueueSettings forPeople() {
    return new QueueSettings(
        dialogues,
        Order.ARRIVAL,
        lobby,
        kept,
        soonest,
        latest,
        callback,
        closing,
        false,
        hours,
        manner);
  }

  /** The same with other hours. */
  QueueSettings with(OpeningHours others) {
    return new QueueSettings(
        dialogues, order, lobby, kept, soonest, latest, callback, closing, stock, others, manner);
  }

  /** The same in another manner. */
  QueueSettings with(Manner other) {
    return new QueueSettings(
        dialogues, order, lobby, kept, soonest, latest, callback, closing, stock, hours, other);
  }

  private static void within(String field, Duration time, Duration least, Duration most) {
    if (time.compareTo(least) < 0
        || time.compareTo(most) > 0
        || !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "%s has to be whole seconds, from %d to %d"
              .formatted(field, least.toSeconds(), most.toSeconds()));
    }
  }

  private static void few(List<OpeningHours.Span> spans) {
    if (spans.size() > MOST_SPANS) {
      throw new IllegalArgumentException("hours may have up to " + MOST_SPANS + " spans a day");
    }
  }

  /** How places are given to those who are there before the opening. */
  public enum Order {
    /** Who came first is first. */
    ARRIVAL,
    /** By lot, from a published seed (Hakimov, Heller, Kübler, Kurino, AER 111, 2021). */
    DRAW
  }

  /** What becomes of those who wait at closing time. */
  public enum ClosingRule {
    /** All who are in line are still served. */
    SERVE,
    /** They are called back when the line opens next, with their place kept. */
    CALL_BACK
  }
}
