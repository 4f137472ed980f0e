package de.durchkommen.queue;

import de.durchkommen.phone.CallingHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How those who wait are dealt with, as far as it is not in {@link QueueSettings} itself.
 *
 * @param ranges minutes that are used when it is said how long it will take: 2 or more of {@link
 *     SpokenRange#MINUTES}, rising. Fewer make wider ranges, and promises that hold
 * @param calling when people are called back, from 7 to 22 h at most; empty for as the node was
 *     started
 * @param music what is heard while nothing is said
 * @param priorities the place of each of nine groups of callers, 1 (first) to 9 (last), group 1
 *     first. Which group a call is of, the dialplan says
 * @param recording whether those who want a person are asked if the talk may be recorded, where
 *     that is set up
 */
public record Manner(
    List<Integer> ranges,
    Optional<CallingHours> calling,
    Music music,
    List<Integer> priorities,
    boolean recording) {
  /** So many groups are told apart. */
  static final int GROUPS = 9;

  private static final LocalTime EARLIEST = LocalTime.of(7, 0);
  private static final LocalTime LATEST = LocalTime.of(22, 0);

  /** When nobody has set anything. */
  public static final Manner USUAL =
      new Manner(
          SpokenRange.MINUTES,
          Optional.empty(),
          Music.MELODY,
          List.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
          true);

  /**
   * Refuses what cannot be.
   *
   * @throws IllegalArgumentException with a sentence that names the field and what it may be
   */
  public Manner {
    ranges = List.copyOf(ranges);
    priorities = List.copyOf(priorities);
    if (ranges.size() < 2
        || !SpokenRange.MINUTES.containsAll(ranges)
        || !List.copyOf(new TreeSet<>(ranges)).equals(ranges)) {
      throw new IllegalArgumentException(
          "rangeMinutes has to be two or more of " + SpokenRange.MINUTES + ", rising");
    }
    if (calling
        .filter(hours -> hours.from().isBefore(EARLIEST) || hours.until().isAfter(LATEST))
        .isPresent()) {
      throw new IllegalArgumentException("calling has to be within 07:00 and 22:00");
    }
    if (priorities.size() != GROUPS
        || priorities.stream().anyMatch(one -> one < Arrival.FIRST || one > Arrival.LAST)) {
      throw new IllegalArgumentException("priorities has to be nine numbers from 1 to 9");
    }
  }

  /** The place of a group, 1 to 9. */
  int priority(int group) {
    return priorities.get(group - 1);
  }
}
