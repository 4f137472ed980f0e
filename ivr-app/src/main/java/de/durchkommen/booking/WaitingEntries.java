package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import de.durchkommen.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Live entries of the waiting list in the database.
 *
 * <p>An entry is locked before the seats that are on offer to it, but for a booking, which has its
 * seats first: should both meet at the same person, one of them is undone and runs again.
 */
final class WaitingEntries {
  private static final String LIVE =
      """
      SELECT id, person_id, postcode, phone, language, centre_id, signed_up_at, hold,
        first_seat_id, second_seat_id, offered_until, calls
      FROM waiting_entry WHERE live_person IS NOT NULL AND
      """;

  /** By their keys, so that no row beside them is locked on the way, which others would miss. */
  private static final String LIVE_BY_KEY =
      LIVE.replace("waiting_entry WHERE", "waiting_entry FORCE INDEX (PRIMARY) WHERE");

  private static final String ADDED =
      "INSERT INTO waiting_entry (person_id, live_person, postcode, phone, language, centre_id,"
          + " state, signed_up_at) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', ?)";

  private static final String OFFERED =
      "UPDATE waiting_entry SET state = 'OFFERED', offered_at = ?, offered_until = ?, hold = ?,"
          + " first_seat_id = ?, second_seat_id = ?, calls = 0, next_call_at = ? WHERE id = ?";

  private static final String NO_OFFER =
      " offered_at = NULL, offered_until = NULL, hold = NULL, first_seat_id = NULL,"
          + " second_seat_id = NULL, next_call_at = NULL WHERE id = ?";

  private static final String OFFER =
      """
      SELECT one.centre_id, one.vaccine_id, one.starts_at, two.starts_at
      FROM seat one JOIN seat two ON two.held_by = one.held_by AND two.id = ?
      WHERE one.id = ? AND one.held_by = ?
      """;

  private final Sql sql;

  WaitingEntries(Sql sql) {
    this.sql = sql;
  }

  /** The entry of this person. */
  Optional<WaitingEntry> of(long person) {
    return sql.first(LIVE + " live_person = ?", WaitingEntries::entry, List.of(person));
  }

  /** The entries of these people, one or more, locked until the transaction ends. */
  List<WaitingEntry> locked(List<Long> people) {
    return sql.rows(
        LIVE + " live_person IN " + Sql.tuples(1, people.size()) + " FOR UPDATE",
        WaitingEntries::entry,
        people);
  }

  /** Those of these entries that still wait and that nobody else has locked, in their order. */
  List<WaitingEntry> waiting(List<Long> ids) {
    return sql.rows(
        LIVE_BY_KEY
            + " state = 'WAITING' AND id IN "
            + Sql.tuples(1, ids.size())
            + " ORDER BY id FOR UPDATE SKIP LOCKED",
        WaitingEntries::entry,
        ids);
  }

  /** Some offers whose time is over, and that nobody else has locked. */
  List<WaitingEntry> runOut(Instant now) {
    return sql.rows(
        LIVE
            + " state = 'OFFERED' AND offered_until <= ?"
            + " ORDER BY offered_until, id LIMIT ? FOR UPDATE SKIP LOCKED",
        WaitingEntries::entry,
        List.of(now, WaitingLimits.AT_ONCE));
  }

  /** Some offers about which somebody has to be called, and that nobody else has locked. */
  List<WaitingEntry> due(Instant now) {
    return sql.rows(
        LIVE
            + " state = 'OFFERED' AND next_call_at <= ? AND offered_until > ?"
            + " ORDER BY next_call_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
        WaitingEntries::entry,
        List.of(now, now, WaitingLimits.AT_ONCE));
  }

  /** All of them from one on, in their order. */
  List<WaitingEntry> after(long id, int most) {
    return sql.rows(LIVE + " id > ? ORDER BY id LIMIT ?", WaitingEntries::entry, List.of(id, most));
  }

  /** Adds an entry at the end; returns its key. */
  long add(WaitingWish wish, Instant now) {
    @Nullable String centre = wish.centre().map(Centre::id).orElse(null);
    sql.update(
        ADDED,
        Arrays.<@Nullable Object>asList(
            wish.person(),
            wish.person(),
            wish.postcode(),
            wish.phone().e164(),
            wish.language(),
            centre,
            now));
    return sql.first("SELECT LAST_INSERT_ID()", row -> row.getLong(1), List.of()).orElseThrow();
  }

  /** From now on this entry's person is called there. */
  void change(WaitingEntry entry, WaitingWish wish) {
    sql.update(
        "UPDATE waiting_entry SET phone = ?, language = ? WHERE id = ?",
        List.of(wish.phone().e164(), wish.language(), entry.id()));
  }

  /** Notes a pair for each: when it was offered, until when, its hold, and when to call. */
  void offer(List<List<Object>> rows) {
    sql.each(OFFERED, rows);
  }

  /** The entry waits again, in its old place. */
  void sendBack(WaitingEntry entry) {
    sql.update("UPDATE waiting_entry SET state = 'WAITING'," + NO_OFFER, List.of(entry.id()));
  }

  /** The entry ends in this state, and the number is forgotten. */
  void end(WaitingEntry entry, String state) {
    sql.update(
        "UPDATE waiting_entry SET state = ?, live_person = NULL, phone = NULL," + NO_OFFER,
        List.of(state, entry.id()));
  }

  /** The pair that is on offer to an entry; empty when there is none, or somebody has taken it. */
  Optional<Offer> offer(WaitingEntry entry, Atlas atlas, Instant now) {
    @Nullable HoldKey hold = entry.hold();
    @Nullable Instant until = entry.until();
    if (hold == null || until == null) {
      return Optional.empty();
    }
    return sql.first(
        OFFER,
        row ->
            new Offer(
                hold,
                atlas.centre(sql, row.getString(1), now).orElseThrow(),
                vaccine(atlas, row.getString(2), now),
                Sql.local(row, 3),
                Sql.local(row, 4),
                until),
        List.of(hold.secondSeat(), hold.firstSeat(), hold.token()));
  }

  private Vaccine vaccine(Atlas atlas, String id, Instant now) {
    return atlas.vaccines(sql, now).stream()
        .filter(vaccine -> vaccine.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A seat without its vaccine"));
  }

  private static WaitingEntry entry(ResultSet row) throws SQLException {
    long token = row.getLong(8);
    @Nullable HoldKey hold =
        row.wasNull() ? null : new HoldKey(token, row.getLong(9), row.getLong(10));
    return new WaitingEntry(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        new PhoneNumber(row.getString(4)),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        Objects.requireNonNull(Sql.instant(row, 7)),
        hold,
        Sql.instant(row, 11),
        row.getInt(12));
  }
}
