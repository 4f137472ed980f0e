package de.durchkommen.wallboard;

import de.durchkommen.queue.RoomGlance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the whole hotline stands. Two boards that show the same are equal but for {@link #at}.
 *
 * @param at when it was made
 * @param selfService those who wait for the dialogue with the machine
 * @param people those who wait for a person
 * @param agents who is signed in, by name; 500 at most
 * @param bookings pairs booked, by anybody in any way
 * @param stock what is left, by centre; empty until it has been counted
 * @param faults what does not work: names of health checks that are down ({@code database}, {@code
 *     agi-port}, {@code prompts}), and {@code calls-out}, {@code figures-old}, {@code
 *     inlet-limited}, {@code people-unattended}
 * @param serviceLevel how it is counted
 */
public record Board(
    Instant at,
    Room selfService,
    Room people,
    List<Agent> agents,
    Bookings bookings,
    List<CentreStock> stock,
    List<String> faults,
    ServiceLevel serviceLevel) {
  /** Copies the lists. */
  public Board {
    agents = List.copyOf(agents);
    stock = List.copyOf(stock);
    faults = List.copyOf(faults);
  }

  /**
   * A queue.
   *
   * @param known whether anything is known of it; else all that is now is 0
   * @param phase SHUT, LOBBY or OPEN
   * @param opens when the line opens; null while it is open
   * @param waiting who waits on the line
   * @param languages the same by language
   * @param oldest since when the first of them waits
   * @param fromMinutes what the next caller is told; null when nobody can tell
   * @param untilMinutes the end of that range; null for more than {@code fromMinutes}
   * @param dialogues dialogues, or agents who are busy
   * @param limit how many are let in, or agents who are signed in
   * @param set how many a supervisor allows
   * @param absent whose place is kept after a cut
   * @param callbacks who waits to be called back, and who is being called
   * @param today what has been since midnight; null until it has been counted
   */
  public record Room(
      boolean known,
      String phase,
      @Nullable Instant opens,
      int waiting,
      Map<String, Integer> languages,
      @Nullable Instant oldest,
      @Nullable Long fromMinutes,
      @Nullable Long untilMinutes,
      int dialogues,
      int limit,
      int set,
      int absent,
      int callbacks,
      @Nullable Today today) {
    /** Of what its rounds have found out. */
    static Room of(RoomGlance now, @Nullable Today today) {
      return new Room(
          true,
          now.phase(),
          now.opens(),
          now.waitingAll(),
          now.waiting(),
          now.oldest(),
          now.next() == null ? null : now.next().fromMinutes(),
          now.next() == null ? null : now.next().untilMinutes(),
          now.dialogues(),
          now.limit(),
          now.set(),
          now.absent(),
          now.callbacks() + now.ringing(),
          today);
    }

    /** Nobody has looked yet. */
    static Room unknown(@Nullable Today today) {
      return new Room(false, "SHUT", null, 0, Map.of(), null, null, null, 0, 0, 0, 0, 0, today);
    }
  }

  /**
   * What has been since midnight.
   *
   * @param entered who came in, without those known again
   * @param putThrough who was let in to the dialogue, or talked with an agent
   * @param inTime of {@code measured}, who was put through in time
   * @param measured the base of the service level: who was put through without being called back,
   *     and who gave up
   * @param abandoned who gave up: counted when the place is not kept any more
   */
  public record Today(int entered, int putThrough, int inTime, int measured, int abandoned) {
    static Today of(Counts counts) {
      return new Today(
          counts.entered(),
          counts.putThrough(),
          counts.inTime(),
          counts.measured(),
          counts.abandoned());
    }
  }

  /**
   * An agent at a telephone.
   *
   * @param state SIGNED_IN, READY, RINGING, TALKING, WRAPPING or PAUSED
   * @param since since when
   * @param reason why they are paused, or will be after the talk
   * @param language of the caller
   * @param observer who listens in, as people call them
   * @param reachable whether Asterisk reaches the telephone; null when nobody knows
   */
  @Schema(name = "BoardAgent")
  public record Agent(
      String name,
      String shownName,
      String phone,
      String state,
      Instant since,
      @Nullable String reason,
      @Nullable String language,
      @Nullable String observer,
      @Nullable Boolean reachable) {}

  /**
   * Pairs booked.
   *
   * @param lastHour in the sixty minutes before now
   * @param today since midnight
   */
  public record Bookings(int lastHour, int today) {}

  /**
   * A centre's stock.
   *
   * @param kind AVAILABLE, ALL_HELD or SOLD_OUT; the last only after a query that found all booked
   * @param pairs free pairs; 0 unless available
   * @param at when that was counted, to the minute
   */
  public record CentreStock(String centre, String name, String kind, int pairs, Instant at) {}

  /**
   * How the service level is counted.
   *
   * @param seconds who is put through after that much or less is so in time
   * @param goalPercent the share that is wanted
   */
  public record ServiceLevel(long seconds, int goalPercent) {}

  /** The same at another time. */
  Board at(Instant other) {
    return new Board(other, selfService, people, agents, bookings, stock, faults, serviceLevel);
  }

  /** Whether this shows nothing else than the other one. */
  boolean showsThe(Board other) {
    return other.at(at).equals(this);
  }
}
