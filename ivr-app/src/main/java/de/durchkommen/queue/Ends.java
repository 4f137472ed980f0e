package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who goes, for a while or for good; within one round. */
final class Ends {
  private static final String ENDED =
      "UPDATE queue_ticket SET phase = 'ENDED', reach = 'NONE', ended_at = ?, outcome = ?,"
          + " visit = NULL, node_id = NULL, call_id = NULL, phone = NULL, live_person = NULL,"
          + " kept_until = NULL, awaited_until = NULL, next_try_at = NULL WHERE phase <> 'ENDED'";

  /** Who is cut off in a dialogue has the old place, but not again and again. */
  private static final String SPENT =
      "SELECT id FROM queue_ticket WHERE phase = 'DIALOGUE' AND returns >= ?";

  private static final String CALLED =
      "UPDATE queue_ticket SET reach = 'CALLBACK', phase = 'LINE', node_id = NULL, next_try_at = ?"
          + " WHERE reach = 'PRESENT' AND tries > 0";

  private static final String ABSENT =
      "UPDATE queue_ticket SET reach = 'ABSENT', returns = returns + (phase = 'DIALOGUE'),"
          + " phase = IF(phase = 'LOBBY', 'LOBBY', 'LINE'), node_id = NULL, visit = NULL,"
          + " kept_until = ?, awaited_until = ? WHERE reach = 'PRESENT'";

  private static final String NOT_RINGING =
      "UPDATE queue_ticket SET reach = 'CALLBACK', node_id = NULL, kept_until = NULL,"
          + " failures = failures + 1, next_try_at = ? WHERE reach = 'RINGING'";

  private final Sql sql;
  private final Instant now;

  /** How a ticket ends. */
  enum Outcome {
    /** The dialogue came to its end. */
    SERVED,
    /** Did not come back while the place was kept. */
    ABANDONED,
    /** Did not answer any call back. */
    UNREACHED,
    /** The same person has another one. */
    MERGED,
    /** A supervisor ended it, or its owner wanted it to. */
    LEFT
  }

  Ends(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** These tickets are over. */
  void end(List<Long> tickets, Outcome outcome) {
    where(ENDED + " AND id", List.of(now, outcome.name()), tickets);
  }

  /** The dialogues of these stays came to their end. */
  void served(List<Long> visits) {
    where(ENDED + " AND visit", List.of(now, Outcome.SERVED.name()), visits);
  }

  /**
   * These stays are over, and their places are kept; who had been called is called again.
   *
   * @param until for so long
   * @param places makes new places, for those who had their old one too often
   */
  void left(List<Long> visits, Instant until, Gate places) {
    away(" AND visit", visits, until, null, places);
  }

  /** These nodes are dead: their callers come back by themselves, and are waited for. */
  void orphaned(List<Long> nodes, Duration kept, Gate places) {
    if (nodes.isEmpty()) {
      return;
    }
    away(" AND node_id", nodes, now.plus(kept), now.plus(QueueLimits.AWAITED), places);
    where(NOT_RINGING + " AND node_id", List.of(now), nodes);
  }

  private void away(
      String column, List<Long> ids, Instant until, @Nullable Instant awaited, Gate places) {
    for (Long spent : found(SPENT + column, List.of(QueueLimits.RETURNS), ids)) {
      sql.update(
          "UPDATE queue_ticket SET place = ?, returns = 0 WHERE id = ?",
          List.of(places.places(1), spent));
    }
    List<Long> given =
        found(
            "SELECT id FROM queue_ticket WHERE reach = 'PRESENT' AND tries >= ?" + column,
            List.of(QueueLimits.TRIES),
            ids);
    end(given, Outcome.UNREACHED);
    where(CALLED + column, List.of(now.plus(QueueLimits.NEXT_TRY)), ids);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(until);
    values.add(awaited);
    where(ABSENT + column, values, ids);
  }

  /** Ends what nobody came back for, and what rang without anybody saying what became of it. */
  int expired() {
    int ended =
        sql.update(
            ENDED + " AND reach = 'ABSENT' AND kept_until < ?",
            List.of(now, Outcome.ABANDONED.name(), now));
    sql.update(NOT_RINGING + " AND kept_until < ?", List.of(now, now));
    return ended;
  }

  /** What became of ringing. */
  void rang(List<Event.Rang> results, long node) {
    for (Event.Rang rang : results) {
      switch (rang.result()) {
        case ANSWERED -> {}
        case BUSY, NO_ANSWER ->
            unreached(rang.ticket(), node, "tries", QueueLimits.NEXT_TRY, QueueLimits.TRIES);
        case FAILED ->
            unreached(
                rang.ticket(), node, "failures", QueueLimits.NEXT_FAILED_TRY, QueueLimits.FAILURES);
      }
    }
  }

  private void unreached(long ticket, long node, String counter, Duration pause, int most) {
    String rung =
        "UPDATE queue_ticket SET reach = 'CALLBACK', node_id = NULL, kept_until = NULL,"
            + " next_try_at = ?, "
            + counter
            + " = "
            + counter
            + " + 1 WHERE id = ? AND reach = 'RINGING' AND node_id = ?";
    sql.update(rung, List.of(now.plus(pause), ticket, node));
    String given = "SELECT id FROM queue_ticket WHERE reach = 'CALLBACK' AND id = ? AND ";
    end(
        sql.rows(given + counter + " >= ?", row -> row.getLong(1), List.of(ticket, most)),
        Outcome.UNREACHED);
  }

  private List<Long> found(String select, List<?> values, List<Long> ids) {
    List<Long> found = new ArrayList<>();
    chunks(ids)
        .forEach(some ->
            found.addAll(
                sql.rows(
                    select + " IN (" + Sql.marks(some.size()) + ")",
                    row -> row.getLong(1),
                    joined(values, some))));
    return found;
  }

  private void where(String update, List<? extends @Nullable Object> values, List<Long> ids) {
    chunks(ids)
        .forEach(some ->
            sql.update(update + " IN (" + Sql.marks(some.size()) + ")", joined(values, some)));
  }

  private static List<List<Long>> chunks(List<Long> ids) {
    List<List<Long>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += QueueLimits.ROWS) {
      chunks.add(ids.subList(from, Math.min(ids.size(), from + QueueLimits.ROWS)));
    }
    return chunks;
  }

  private static List<@Nullable Object> joined(
      List<? extends @Nullable Object> values, List<Long> ids) {
    List<@Nullable Object> all = new ArrayList<>(values);
    all.addAll(ids);
    return all;
  }
}
