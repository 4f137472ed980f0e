package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who goes, for a while or for good; within one round. */
final class Ends {
  private static final String ENDED =
      "UPDATE queue_ticket SET phase = 'ENDED', reach = 'NONE', ended_at = ?, outcome = ?,"
          + " visit = NULL, node_id = NULL, call_id = NULL, phone = NULL, live_person = NULL,"
          + " served_by = NULL,"
          + " kept_until = NULL, awaited_until = NULL, next_try_at = NULL WHERE phase <> 'ENDED'";

  /** Who is cut off in a dialogue has the old place, but not again and again. */
  private static final String SPENT =
      "SELECT id FROM queue_ticket WHERE phase = 'DIALOGUE' AND tries = 0 AND returns >= ?";

  private static final String GIVEN_UP =
      "SELECT id FROM queue_ticket WHERE reach = 'PRESENT' AND tries >= ?";

  /** In the order of the columns: later ones see what earlier ones have become. */
  private static final String WAITS =
      " returns = returns + (phase = 'DIALOGUE' AND tries = 0 AND ?),"
          + " phase = IF(phase = 'LOBBY', 'LOBBY', 'LINE'), node_id = NULL,"
          + " served_by = NULL,";

  private static final String CALLED =
      "UPDATE queue_ticket SET reach = 'CALLBACK',"
          + WAITS
          + " next_try_at = IF(tries > 0, ?, ?) WHERE promised = 1 AND reach = 'PRESENT'";

  private static final String ABSENT =
      "UPDATE queue_ticket SET reach = 'ABSENT',"
          + WAITS
          + " kept_until = ?, awaited_until = ? WHERE promised = 0 AND reach = 'PRESENT'";

  /** What failed is tried again after a minute, two, four and so on, up to a limit. */
  private static final String NOT_REACHED =
      "UPDATE queue_ticket SET reach = 'CALLBACK', node_id = NULL, kept_until = NULL,"
          + " next_try_at = CAST(? AS DATETIME(3)) + INTERVAL LEAST(1 << failures, ?) MINUTE,"
          + " failures = failures + 1 WHERE reach = 'RINGING'";

  private static final String NOT_ANSWERED =
      "UPDATE queue_ticket SET reach = 'CALLBACK', node_id = NULL, kept_until = NULL,"
          + " next_try_at = ?, tries = tries + 1 WHERE reach = 'RINGING'";

  private static final String RUNG = " AND id = ? AND node_id = ?";

  private static final String UNREACHED =
      "SELECT id FROM queue_ticket WHERE queue = {queue} AND reach = 'CALLBACK'"
          + " AND (tries >= ? OR failures >= ?)";

  private static final String BY_VISIT = " AND visit";
  private static final String BY_NODE = " AND node_id";

  private final Sql sql;
  private final QueueKind queue;
  private final Instant now;

  private static final String WHOSE =
      "SELECT language, entered_at FROM queue_ticket WHERE phase <> 'ENDED'";

  private final List<End> seen = new ArrayList<>();

  /** Somebody who gave up or could not be reached, and since when they had waited. */
  record End(Outcome outcome, String language, Instant entered) {}

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

  Ends(Sql sql, QueueKind queue, Instant now) {
    this.sql = sql;
    this.queue = queue;
    this.now = now;
  }

  /** These tickets are over. */
  void end(List<Long> tickets, Outcome outcome) {
    if (outcome == Outcome.UNREACHED) {
      see(outcome, " AND id IN (" + Sql.marks(tickets.size()) + ")", tickets);
    }
    where(ENDED + " AND id", List.of(now, outcome.name()), tickets);
  }

  /** Who gave up or could not be reached, in this round so far. */
  List<End> seen() {
    return List.copyOf(seen);
  }

  private void see(Outcome outcome, String which, List<?> values) {
    if (!values.isEmpty()) {
      seen.addAll(
          sql.rows(
              WHOSE + which,
              row ->
                  new End(outcome, row.getString(1), Objects.requireNonNull(Sql.instant(row, 2))),
              values));
    }
  }

  /** The dialogues of these stays came to their end. */
  void served(List<Long> visits) {
    where(ENDED + " AND visit", List.of(now, Outcome.SERVED.name()), visits);
  }

  /** The people whom these calls waited for talk with them now. */
  void begun(List<String> calls) {
    sql.each(
        queue.in(ENDED + " AND queue = {queue} AND call_id = ?"),
        calls.stream().map(call -> List.of(now, Outcome.SERVED.name(), call)).toList());
  }

  /**
   * These stays are over, and their places are kept; who was promised a call is called.
   *
   * @param until for so long
   * @param places makes new places, for those who had their old one too often
   */
  void left(List<Long> visits, Instant until, Gate places) {
    for (Long spent : found(SPENT + BY_VISIT, List.of(QueueLimits.RETURNS), visits)) {
      sql.update(
          "UPDATE queue_ticket SET place = ?, returns = 0 WHERE id = ?",
          List.of(places.places(1), spent));
    }
    end(found(GIVEN_UP + BY_VISIT, List.of(QueueLimits.TRIES), visits), Outcome.UNREACHED);
    where(CALLED + BY_VISIT, List.of(true, now.plus(QueueLimits.NEXT_TRY), now), visits);
    where(ABSENT + BY_VISIT, Arrays.<@Nullable Object>asList(true, until, null), visits);
    new Redials(sql, queue, now).left(visits, until);
  }

  /**
   * These nodes are dead: their callers come back by themselves, and are waited for. It was not
   * their fault, so it does not count as a return or a try.
   */
  void orphaned(List<Long> nodes, Instant until) {
    Instant back = now.plus(QueueLimits.AWAITED);
    where(CALLED + BY_NODE, List.of(false, back, back), nodes);
    where(ABSENT + BY_NODE, List.of(false, until, back), nodes);
    where(NOT_REACHED + BY_NODE, List.of(now, QueueLimits.LONGEST_PAUSE.toMinutes()), nodes);
  }

  /**
   * Ends what nobody came back for, and what rang without anybody saying what became of it.
   *
   * @param until until when places are kept that are given up now
   */
  void expired(Instant until) {
    new Redials(sql, queue, now).lost(until);
    String absent = queue.in(" AND queue = {queue} AND reach = 'ABSENT' AND kept_until < ?");
    see(Outcome.ABANDONED, absent, List.of(now));
    sql.update(ENDED + absent, List.of(now, Outcome.ABANDONED.name(), now));
    sql.update(
        queue.in(NOT_REACHED + " AND queue = {queue} AND kept_until < ?"),
        List.of(now, QueueLimits.LONGEST_PAUSE.toMinutes(), now));
    end(
        sql.rows(
            queue.in(UNREACHED),
            row -> row.getLong(1),
            List.of(QueueLimits.TRIES, QueueLimits.FAILURES)),
        Outcome.UNREACHED);
  }

  /** What became of ringing. */
  void rang(List<Event.Rang> results, long node) {
    for (Event.Rang rang : results) {
      switch (rang.result()) {
        case ANSWERED -> {
          // Comes in as a call of its own.
        }
        case BUSY, NO_ANSWER ->
            sql.update(
                NOT_ANSWERED + RUNG, List.of(now.plus(QueueLimits.NEXT_TRY), rang.ticket(), node));
        case FAILED ->
            sql.update(
                NOT_REACHED + RUNG,
                List.of(now, QueueLimits.LONGEST_PAUSE.toMinutes(), rang.ticket(), node));
      }
    }
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
