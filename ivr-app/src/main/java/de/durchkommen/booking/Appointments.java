package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person's pair, moved and cancelled within one transaction.
 *
 * <p>The order of writing is that of the foreign keys: a seat is flagged as booked before a pair
 * points to it, and freed after none does. Rows are locked in one order too, the pair before its
 * seats.
 */
final class Appointments {
  private static final String BOOKED =
      "UPDATE seat SET booked = 1, held_by = NULL, held_until = NULL WHERE id IN (?, ?)";

  private static final String FREED = "UPDATE seat SET booked = 0 WHERE id IN (?, ?)";

  private static final String MOVED =
      """
      UPDATE appointment_pair SET centre_id = ?, vaccine_id = ?, fewest_days = ?, most_days = ?,
        first_seat_id = ?, first_at = ?, second_seat_id = ?, second_at = ?, hold = ?
      WHERE person_id = ?
      """;

  private final Sql sql;
  private final Atlas atlas;
  private final Instant now;

  Appointments(Sql sql, Atlas atlas, Instant now) {
    this.sql = sql;
    this.atlas = atlas;
    this.now = now;
  }

  MoveOutcome move(long person, HoldKey hold, Actor actor) {
    Optional<StoredPair> existing = new StoredPairs(sql).locked(person);
    if (existing.isEmpty()) {
      release(hold);
      return new MoveOutcome.NothingBooked();
    }
    StoredPair old = existing.get();
    if (old.hold() == hold.token()) {
      return new MoveOutcome.Moved(told(old));
    }
    HeldSeats seats = new HeldSeats(sql, atlas, now);
    seats.lock(List.of(hold));
    Optional<StoredPair> fresh = seats.taken(hold, person, old.confirmation());
    if (fresh.isEmpty()) {
      release(hold);
      return new MoveOutcome.HoldLost();
    }
    StoredPair moved = fresh.get();
    sql.update(BOOKED, List.of(moved.firstSeat(), moved.secondSeat()));
    write(moved);
    sql.update(FREED, List.of(old.firstSeat(), old.secondSeat()));
    new History(sql, now).add(List.of(new History.Entry(History.Kind.MOVED, moved, actor)));
    return new MoveOutcome.Moved(told(moved));
  }

  CancelOutcome cancel(long person, Actor actor) {
    Optional<StoredPair> existing = new StoredPairs(sql).locked(person);
    if (existing.isEmpty()) {
      return new CancelOutcome.NothingBooked();
    }
    StoredPair old = existing.get();
    sql.update("DELETE FROM appointment_pair WHERE person_id = ?", List.of(person));
    sql.update(FREED, List.of(old.firstSeat(), old.secondSeat()));
    new History(sql, now).add(List.of(new History.Entry(History.Kind.CANCELLED, old, actor)));
    return new CancelOutcome.Cancelled(told(old));
  }

  LookUp lookUp(long person) {
    return Optional.ofNullable(new StoredPairs(sql).of(List.of(person)).get(person))
        .<LookUp>map(pair -> new LookUp.Found(told(pair)))
        .orElseGet(LookUp.NothingBooked::new);
  }

  /** Gives held seats back; those that somebody else holds or booked meanwhile stay theirs. */
  void release(HoldKey hold) {
    new HoldRows(sql).release(hold);
  }

  private void write(StoredPair pair) {
    Vaccine vaccine = pair.vaccine();
    sql.update(
        MOVED,
        List.of(
            pair.centre(),
            vaccine.id(),
            vaccine.fewestDays(),
            vaccine.mostDays(),
            pair.firstSeat(),
            pair.firstAt(),
            pair.secondSeat(),
            pair.secondAt(),
            pair.hold(),
            pair.person()));
  }

  private AppointmentPair told(StoredPair pair) {
    return pair.told(
        atlas
            .centre(sql, pair.centre(), now)
            .orElseThrow(() -> new IllegalStateException("A seat without its centre")));
  }
}
