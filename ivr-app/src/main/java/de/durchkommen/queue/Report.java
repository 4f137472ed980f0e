package de.durchkommen.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a round came to.
 *
 * @param at when
 * @param reborn whether the others did not know this node (any more), so all its stays have to
 *     enter again
 * @param phase whether the line is open now
 * @param opens when it opens next; not later than {@code at} while it is open
 * @param settings in force
 * @param callable whether anybody can be called now
 * @param entries what became of those who came in, by stay
 * @param wishes whether each wish for a call was noted, by stay
 * @param answers whether each was being called, by stay
 * @param dialogues the stays of this node whose turn it is, and since when each has waited
 * @param ends who gave up or could not be reached, on any node
 * @param rings the telephones that this node has to ring, or rings already
 * @param running dialogues on all nodes, with those just let in and ringing telephones
 * @param limit how many are let in at once
 */
record Report(
    Instant at,
    boolean reborn,
    Gate.Phase phase,
    Instant opens,
    QueueSettings settings,
    boolean callable,
    Map<Long, Entries.Entry> entries,
    Map<Long, Boolean> wishes,
    Map<Long, Boolean> answers,
    Map<Long, Instant> dialogues,
    List<Ends.End> ends,
    List<Turns.Ring> rings,
    int running,
    int limit) {
  /** Whether those in line are not served any more today. */
  boolean isClosing() {
    return phase != Gate.Phase.OPEN && settings.closing() == QueueSettings.ClosingRule.CALL_BACK;
  }

  boolean isDraw() {
    return settings.order() == QueueSettings.Order.DRAW;
  }
}
