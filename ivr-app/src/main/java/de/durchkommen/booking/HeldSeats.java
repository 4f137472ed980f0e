package de.durchkommen.booking;

import static java.time.temporal.ChronoUnit.DAYS;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of holds, locked until the transaction ends, in the order of their keys, as everywhere.
 *
 * <p>A hold that has run out is as good as any, as long as nobody else took one of its seats; so is
 * one on a day that was closed meanwhile: what was offered can be had.
 */
final class HeldSeats {
  private static final String SEATS =
      "SELECT id, dose, centre_id, vaccine_id, starts_at, held_by FROM seat FORCE INDEX (PRIMARY)"
          + " WHERE booked = 0 AND held_by IS NOT NULL AND id IN ";

  private record Seat(
      long id, int dose, String centre, String vaccine, LocalDateTime startsAt, long heldBy) {
    boolean isHeld(int asDose, HoldKey hold) {
      return dose == asDose && heldBy == hold.token();
    }
  }

  private final Map<Long, Seat> seats = new HashMap<>();
  private final Sql sql;
  private final Atlas atlas;
  private final Instant now;

  HeldSeats(Sql sql, Atlas atlas, Instant now) {
    this.sql = sql;
    this.atlas = atlas;
    this.now = now;
  }

  /** Locks what is not booked of these holds. */
  void lock(Collection<HoldKey> holds) {
    List<Long> ids =
        holds.stream()
            .flatMap(hold -> Stream.of(hold.firstSeat(), hold.secondSeat()))
            .distinct()
            .sorted()
            .toList();
    if (!ids.isEmpty()) {
      sql.rows(SEATS + Sql.tuples(1, ids.size()) + " ORDER BY id FOR UPDATE", HeldSeats::seat, ids)
          .forEach(seat -> seats.put(seat.id(), seat));
    }
  }

  /**
   * Takes both seats of a hold for somebody; a second time they are not there any more.
   *
   * @return the pair that they make, to be written; empty when they are not this hold's, or when
   *     the vaccine was given another interval meanwhile, which they do not keep
   */
  Optional<StoredPair> taken(HoldKey hold, long person, String confirmation) {
    @Nullable Seat first = seats.get(hold.firstSeat());
    @Nullable Seat second = seats.get(hold.secondSeat());
    if (first == null || second == null || !first.isHeld(1, hold) || !second.isHeld(2, hold)) {
      return Optional.empty();
    }
    Vaccine vaccine = vaccine(first.vaccine());
    long days = DAYS.between(first.startsAt().toLocalDate(), second.startsAt().toLocalDate());
    if (days < vaccine.fewestDays() || days > vaccine.mostDays()) {
      return Optional.empty();
    }
    seats.remove(first.id());
    seats.remove(second.id());
    return Optional.of(
        new StoredPair(
            person,
            confirmation,
            first.centre(),
            vaccine,
            first.id(),
            first.startsAt(),
            second.id(),
            second.startsAt(),
            hold.token()));
  }

  private Vaccine vaccine(String id) {
    return atlas.vaccines(sql, now).stream()
        .filter(vaccine -> vaccine.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A seat without its vaccine"));
  }

  private static Seat seat(ResultSet row) throws SQLException {
    return new Seat(
        row.getLong(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        Sql.local(row, 5),
        row.getLong(6));
  }
}
