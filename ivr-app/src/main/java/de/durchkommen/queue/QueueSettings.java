package de.durchkommen.queue;

import java.time.Duration;

/**
 * What a supervisor sets while calls run.
 *
 * @param dialogues so many at once on all nodes together, 1 to 10,000
 * @param order how places are given at the opening
 * @param lobby how long before the opening callers are let in to wait for it, 0 to 4 h
 * @param kept how long the place of somebody who was cut off is kept, 1 min to 2 h
 * @param soonest news are told no more often than this, 10 s to 10 min
 * @param latest and at least as often as this; not shorter than {@code soonest}
 * @param callback whether callers may ask to be called back
 * @param closing what becomes of those who wait at closing time
 * @param stock whether those who wait are told of the stock of appointments
 * @param hours when the line is open
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
    OpeningHours hours) {
  /** When nobody has set anything: always open. */
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
