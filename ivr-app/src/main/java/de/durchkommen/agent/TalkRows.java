package de.durchkommen.agent;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of talks, within one transaction. */
final class TalkRows {
  private static final String FOUND = "SELECT " + TalkRow.COLUMNS + " FROM talk WHERE ";

  private static final String ADDED =
      "INSERT INTO talk (kind, call_id, account, phone, ticket, language, node, assigned_at)"
          + " VALUES ('CALLER', ?, ?, ?, ?, ?, ?, ?)";

  /** Whom it is about goes along. */
  private static final String KNOWN =
      "UPDATE talk, talk earlier SET talk.person = earlier.person,"
          + " talk.identified_how = earlier.identified_how WHERE talk.id = ? AND earlier.id = ?";

  /** Who has proven who they are to a call script need not do so again. */
  private static final String PROVEN =
      "UPDATE talk, handover SET talk.person = handover.person, talk.identified_how ="
          + " COALESCE((SELECT e.identified_how FROM talk e WHERE e.call_id = handover.call_id"
          + " AND e.person = handover.person AND e.id < ? ORDER BY e.id DESC LIMIT 1), 'CODE')"
          + " WHERE talk.id = ? AND handover.call_id = talk.call_id"
          + " AND handover.person IS NOT NULL";

  private static final String ASKED =
      "INSERT INTO talk (kind, of_talk, call_id, account, phone, language, node, assigned_at,"
          + " begun_at, person, identified_how) SELECT 'CONSULT', id, call_id, ?, ?, language,"
          + " node, ?, ?, person, identified_how FROM talk WHERE id = ?";

  /** A talk that has begun has not been unanswered, whatever was planned. */
  private static final String ENDED =
      "UPDATE talk SET ended_at = ?, held_at = NULL, observer = NULL, observed_as = NULL,"
          + " ending = ?, back_to = ? WHERE id = ? AND ended_at IS NULL";

  private static final String REVIVED =
      "UPDATE talk SET ended_at = NULL, ending = NULL, back_to = NULL, onward = NULL,"
          + " asked_end = NULL WHERE id = ?";

  private final Sql sql;

  TalkRows(Sql sql) {
    this.sql = sql;
  }

  Optional<TalkRow> of(long talk) {
    return first("id = ?", talk);
  }

  /** The caller's talk that goes on or rings for this call. */
  Optional<TalkRow> liveOfCall(String callId) {
    return first("live_call = ?", callId);
  }

  /** What this agent rings for or talks in. */
  Optional<TalkRow> liveOfAccount(long account) {
    return first("live_account = ?", account);
  }

  /** The agents who are asked something about this talk right now. */
  List<TalkRow> questions(long talk) {
    return sql.rows(
        FOUND + "live_account IS NOT NULL AND of_talk = ? ORDER BY id", TalkRow::of, List.of(talk));
  }

  /** All callers' talks that go on or ring. */
  List<TalkRow> live() {
    return sql.rows(FOUND + "live_call IS NOT NULL ORDER BY id", TalkRow::of, List.of());
  }

  long added(
      String callId,
      Seat agent,
      @Nullable Long ticket,
      String language,
      @Nullable String node,
      Instant at) {
    sql.update(
        ADDED, Arrays.asList(callId, agent.account(), agent.phone(), ticket, language, node, at));
    return lastId();
  }

  /** The first talk of a call is about whom the call script found. */
  void proven(long talk) {
    sql.update(PROVEN, List.of(talk, talk));
  }

  /** A talk that goes on from another one is about the same person. */
  void known(long talk, long earlier) {
    sql.update(KNOWN, List.of(talk, earlier));
  }

  long asked(long talk, Seat other, Instant at) {
    sql.update(ASKED, List.of(other.account(), other.phone(), at, at, talk));
    return lastId();
  }

  void rang(long talk, Instant at) {
    set("rang_at = COALESCE(rang_at, ?)", at, talk);
  }

  void begun(long talk, Instant at) {
    set("begun_at = COALESCE(begun_at, ?), held_at = NULL", at, talk);
  }

  void onNode(long talk, String node) {
    set("node = ?", node, talk);
  }

  void held(long talk, @Nullable Instant since) {
    sql.update(
        "UPDATE talk SET held_at = ? WHERE id = ? AND ended_at IS NULL AND begun_at IS NOT NULL",
        Arrays.asList(since, talk));
  }

  /** What is to become of the caller when it ends; null takes that back. */
  void plan(long talk, @Nullable Ending ending, @Nullable String backTo) {
    sql.update(
        "UPDATE talk SET ending = ?, back_to = ? WHERE id = ? AND ended_at IS NULL",
        Arrays.asList(ending == null ? null : ending.name(), backTo, talk));
  }

  /** False when it had ended before. */
  boolean ended(long talk, Ending ending, @Nullable String backTo, Instant at) {
    return sql.update(ENDED, Arrays.asList(at, ending.name(), backTo, talk)) == 1;
  }

  void ending(long talk, Ending ending) {
    set("ending = ?", ending.name(), talk);
  }

  void onward(long talk, long next) {
    set("onward = ?", next, talk);
  }

  void revived(long talk) {
    sql.update(REVIVED, List.of(talk));
  }

  void note(long talk, String note) {
    set("note = ?", note, talk);
  }

  /** What became of it; the note stays when there is no other one. */
  void wrapped(long talk, WrapCode code, @Nullable String note) {
    sql.update(
        "UPDATE talk SET wrap_code = ?, note = COALESCE(?, note) WHERE id = ?",
        Arrays.asList(code.name(), note, talk));
  }

  /** Somebody listens in. */
  void observed(long talk, String who, Exchange.Mode mode) {
    sql.update(
        "UPDATE talk SET observer = ?, observed_as = ? WHERE id = ? AND ended_at IS NULL",
        List.of(who, mode.name(), talk));
  }

  /** From now on this talk is that agent's. */
  void given(long talk, Seat agent, Instant begun) {
    sql.update(
        "UPDATE talk SET account = ?, phone = ?, begun_at = ?, held_at = NULL WHERE id = ?",
        List.of(agent.account(), agent.phone(), begun, talk));
  }

  private void set(String change, Object value, long talk) {
    sql.update("UPDATE talk SET " + change + " WHERE id = ?", List.of(value, talk));
  }

  private Optional<TalkRow> first(String where, Object value) {
    return sql.first(FOUND + where, TalkRow::of, List.of(value));
  }

  private long lastId() {
    return sql.first("SELECT LAST_INSERT_ID()", row -> row.getLong(1), List.of()).orElseThrow();
  }
}
