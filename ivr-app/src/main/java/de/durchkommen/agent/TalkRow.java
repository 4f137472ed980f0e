package de.durchkommen.agent;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A talk as stored; see the migration for what the columns mean.
 *
 * @param about for a question to another agent: the talk that it is about; null for a caller's talk
 * @param ticket the place in the waiting room; null when there was none
 * @param node beside whose Asterisk it is; null before the caller is on the way
 * @param ending how it ended or is about to end; null when neither is so
 */
record TalkRow(
    long id,
    @Nullable Long about,
    String callId,
    long account,
    String phone,
    @Nullable Long ticket,
    String language,
    @Nullable String node,
    Instant assignedAt,
    @Nullable Instant rangAt,
    @Nullable Instant begunAt,
    @Nullable Instant heldAt,
    @Nullable Instant endedAt,
    @Nullable Ending ending,
    @Nullable String backTo,
    @Nullable Long onward) {
  static final String COLUMNS =
      "id, of_talk, call_id, account, phone, ticket, language, node, assigned_at, rang_at,"
          + " begun_at, held_at, ended_at, ending, back_to, onward";

  static TalkRow of(ResultSet row) throws SQLException {
    String ending = row.getString(14);
    return new TalkRow(
        row.getLong(1),
        row.getObject(2, Long.class),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getObject(6, Long.class),
        row.getString(7),
        row.getString(8),
        Objects.requireNonNull(Sql.instant(row, 9)),
        Sql.instant(row, 10),
        Sql.instant(row, 11),
        Sql.instant(row, 12),
        Sql.instant(row, 13),
        ending == null ? null : Ending.valueOf(ending),
        row.getString(15),
        row.getObject(16, Long.class));
  }

  boolean isLive() {
    return endedAt == null;
  }

  boolean hasBegun() {
    return begunAt != null;
  }

  /** The telephone as Asterisk knows it. */
  String phoneUser() {
    return AgentPhone.user(phone);
  }
}
