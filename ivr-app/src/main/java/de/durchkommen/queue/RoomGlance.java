package de.durchkommen.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one of both queues stands on all nodes together, without anybody's name or number.
 *
 * @param asOf when that was so
 * @param phase SHUT, LOBBY (who calls waits for the opening) or OPEN
 * @param opens when the line opens; null while it is open, and when it does not within a year
 * @param waiting who waits on the line, by language
 * @param oldest since when the first on the line waits; null when nobody does
 * @param dialogues how many run, ringing telephones included; of those who wait for a person: how
 *     many agents are busy
 * @param limit how many are let in at once; of those who wait for a person: how many agents are
 *     signed in
 * @param set how many a supervisor allows at once
 * @param absent whose place is kept after a cut
 * @param callbacks who waits to be called back
 * @param ringing who is being called
 * @param next what the next caller is told about how long it takes; null when nobody can tell
 */
public record RoomGlance(
    Instant asOf,
    String phase,
    @Nullable Instant opens,
    Map<String, Integer> waiting,
    @Nullable Instant oldest,
    int dialogues,
    int limit,
    int set,
    int absent,
    int callbacks,
    int ringing,
    QueueResource.@Nullable Range next) {
  /** Copies the map. */
  public RoomGlance {
    waiting = Map.copyOf(waiting);
  }

  static RoomGlance of(QueueJournal.Figures now) {
    boolean known = now.phase() != Gate.Phase.OPEN && now.opens().isBefore(Instant.MAX);
    return new RoomGlance(
        now.at(),
        now.phase().name(),
        known ? now.opens() : null,
        now.waiting(),
        now.waiting().isEmpty() ? null : now.oldest(),
        now.dialogues(),
        now.limit(),
        now.set(),
        now.absent(),
        now.callbacks(),
        now.ringing(),
        now.next().map(QueueResource::range).orElse(null));
  }

  /** How many wait on the line, whatever they speak. */
  public int waitingAll() {
    return waiting.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How long the first of them has waited; zero when nobody does. */
  public Duration longest() {
    Instant since = oldest;
    return since == null || since.isAfter(asOf) ? Duration.ZERO : Duration.between(since, asOf);
  }
}
