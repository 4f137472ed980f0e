package de.durchkommen.recording;

import de.durchkommen.agent.DeskVersions;
import de.durchkommen.database.Sql;
import de.durchkommen.recording.Vault.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Recordings in the database, within a transaction. */
final class RecordingRows {
  /** With the caller's yes, on the node of the talk, and once at a time only. */
  private static final String BEGUN =
      """
      INSERT INTO recording (talk, call_id, consent, node, file, key_id, person, state, begun_at)
      SELECT t.id, t.call_id, c.answer, ?, ?, ?, COALESCE(t.person, h.person), 'RUNNING', ?
      FROM talk t
      JOIN recording_consent c
        ON c.call_id = t.call_id AND c.answer = 'YES' AND c.revoked_at IS NULL
      LEFT JOIN handover h ON h.call_id = t.call_id
      WHERE t.id = ? AND t.ended_at IS NULL AND (t.node IS NULL OR t.node = ?)
        AND NOT EXISTS (SELECT 1 FROM recording r WHERE r.running_talk = t.id)
      """;

  /** Who it was may have become known in the talk. */
  private static final String KEPT =
      """
      UPDATE recording r JOIN talk t ON t.id = r.talk
      LEFT JOIN handover h ON h.call_id = t.call_id
      SET r.state = 'KEPT', r.ended_at = ?, r.bytes = ?,
        r.person = COALESCE(t.person, h.person, r.person)
      WHERE r.id = ? AND r.state = 'RUNNING'
      """;

  private static final String LABEL = "SELECT file, key_id, talk, id FROM recording ";

  private final Sql sql;
  private final Instant now;

  RecordingRows(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
  }

  /** Why something was deleted. */
  enum Why {
    AGE,
    REVOKED,
    SUPERVISOR,
    /** It was not brought to its end. */
    BROKEN
  }

  /** A recording that begins; empty when the talk is not to be recorded. */
  Optional<Label> begun(long talk, String node, String file, String keyId) {
    int added = sql.update(BEGUN, List.of(node, file, keyId, now, talk, node));
    if (added == 0) {
      return Optional.empty();
    }
    DeskVersions.changed(sql, Set.of(talk));
    return sql.first(LABEL + "WHERE file = ?", RecordingRows::label, List.of(file));
  }

  /** It was brought to its end; false when it has been deleted meanwhile. */
  boolean kept(Label label, long bytes) {
    boolean kept = sql.update(KEPT, List.of(now, bytes, label.recording())) > 0;
    DeskVersions.changed(sql, Set.of(label.talk()));
    return kept;
  }

  /**
   * Deletes these: what is left is a file that is deleted next.
   *
   * @param which a condition for {@code recording r}
   * @return how many
   */
  int deleted(String which, List<?> values, Why why) {
    List<long[]> found =
        sql.rows(
            "SELECT r.id, r.talk FROM recording r WHERE r.state <> 'DELETED' AND "
                + which
                + " ORDER BY r.id LIMIT "
                + RecordingLimits.AT_ONCE
                + " FOR UPDATE",
            row -> new long[] {row.getLong(1), row.getLong(2)},
            values);
    if (found.isEmpty()) {
      return 0;
    }
    List<Object> changed = new ArrayList<>(List.of(now, why.name()));
    Set<Long> talks = new TreeSet<>();
    for (long[] row : found) {
      changed.add(row[0]);
      talks.add(row[1]);
    }
    sql.update(
        "UPDATE recording SET state = 'DELETED', person = NULL, deleted_at = ?, deleted_why = ?"
            + " WHERE id IN ("
            + Sql.marks(found.size())
            + ")",
        changed);
    DeskVersions.changed(sql, talks);
    return found.size();
  }

  /** Files of this node that are to go. */
  List<String> files(String node) {
    return sql.rows(
        "SELECT file FROM recording WHERE node = ? AND state = 'DELETED' AND file IS NOT NULL"
            + " ORDER BY id LIMIT "
            + RecordingLimits.AT_ONCE,
        row -> row.getString(1),
        List.of(node));
  }

  /** This file is gone. */
  void gone(String file) {
    sql.update("UPDATE recording SET file = NULL WHERE file = ?", List.of(file));
  }

  /** Those of these files that some recording has. */
  Set<String> known(List<String> files) {
    return Set.copyOf(
        sql.rows(
            "SELECT file FROM recording WHERE file IN (" + Sql.marks(files.size()) + ")",
            row -> row.getString(1),
            files));
  }

  /** Files of this node that should be there, in the order of their recordings. */
  List<Label> kept(String node, long after) {
    return sql.rows(
        LABEL
            + "WHERE node = ? AND state = 'KEPT' AND id > ? ORDER BY id LIMIT "
            + RecordingLimits.AT_ONCE,
        RecordingRows::label,
        List.of(node, after));
  }

  private static Label label(ResultSet row) throws SQLException {
    return new Label(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
  }
}
