package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books the held pairs of all who ask at the same time, within one transaction.
 *
 * <p>The order of writing is that of the foreign keys: a seat is flagged as booked before a pair
 * points to it. Seats are locked in the order of their keys, as everywhere.
 */
final class BookRound {
  private static final String BOOKED =
      "UPDATE seat FORCE INDEX (PRIMARY) SET booked = 1, held_by = NULL, held_until = NULL"
          + " WHERE id IN ";

  private static final String FREED =
      "UPDATE seat SET held_by = NULL, held_until = NULL"
          + " WHERE id = ? AND held_by = ? AND booked = 0";

  private static final String IN_USE =
      "SELECT confirmation FROM appointment_pair WHERE confirmation IN ";

  private static final String PAIRS =
      "INSERT INTO appointment_pair (person_id, confirmation, centre_id, vaccine_id, fewest_days,"
          + " most_days, first_seat_id, first_at, second_seat_id, second_at, booked_at, hold)"
          + " VALUES ";

  /**
   * One who asks.
   *
   * @param person who is to get the pair
   */
  record Asked(long person, HoldKey hold, Actor actor) {}

  private final Sql sql;
  private final Atlas atlas;
  private final RandomGenerator random;
  private final Instant now;

  BookRound(Sql sql, Atlas atlas, RandomGenerator random, Instant now) {
    this.sql = sql;
    this.atlas = atlas;
    this.random = random;
    this.now = now;
  }

  /** One outcome for each, in their order. */
  List<BookOutcome> answers(List<Asked> all) {
    HeldSeats seats = new HeldSeats(sql, atlas, now);
    seats.lock(all.stream().map(Asked::hold).toList());
    // Read when the seats are ours: whoever booked them just now with the same hold is done.
    Map<Long, StoredPair> pairs = new HashMap<>(new StoredPairs(sql).of(people(all)));
    Deque<String> confirmations = confirmations(all.size());
    List<StoredPair> booked = new ArrayList<>();
    List<HoldKey> givenBack = new ArrayList<>();
    List<History.Entry> history = new ArrayList<>();
    List<BookOutcome> outcomes = new ArrayList<>();
    for (Asked asked : all) {
      @Nullable StoredPair existing = pairs.get(asked.person());
      @Nullable StoredPair fresh =
          existing == null
              ? seats.taken(asked.hold(), asked.person(), confirmations.element()).orElse(null)
              : null;
      if (fresh != null) {
        confirmations.remove();
        booked.add(fresh);
        pairs.put(asked.person(), fresh);
        history.add(new History.Entry(History.Kind.BOOKED, fresh, asked.actor()));
      } else if (existing == null || existing.hold() != asked.hold().token()) {
        givenBack.add(asked.hold());
      }
      outcomes.add(outcome(asked, existing, fresh));
    }
    giveBack(givenBack);
    write(booked, history);
    return outcomes;
  }

  private BookOutcome outcome(
      Asked asked, @Nullable StoredPair existing, @Nullable StoredPair fresh) {
    if (fresh != null) {
      return new BookOutcome.Booked(told(fresh));
    }
    if (existing == null) {
      return new BookOutcome.HoldLost();
    }
    return existing.hold() == asked.hold().token()
        ? new BookOutcome.Booked(told(existing))
        : new BookOutcome.AlreadyBooked(told(existing));
  }

  private static List<Long> people(List<Asked> all) {
    return all.stream().map(Asked::person).distinct().toList();
  }

  /**
   * Six digits each that no live pair has; another transaction with the same loses at its unique
   * key and draws again.
   */
  private Deque<String> confirmations(int wanted) {
    Set<String> found = new LinkedHashSet<>();
    for (int draws = 0; draws < Limits.DRAWS && found.size() < wanted; draws++) {
      Set<String> drawn = new LinkedHashSet<>();
      for (int i = found.size(); i < wanted; i++) {
        drawn.add(Integer.toString(random.nextInt(100_000, 1_000_000)));
      }
      List<String> asked = List.copyOf(drawn);
      Set<String> used =
          new HashSet<>(
              sql.rows(IN_USE + Sql.tuples(1, asked.size()), row -> row.getString(1), asked));
      drawn.removeAll(used);
      found.addAll(drawn);
    }
    if (found.size() < wanted) {
      throw new IllegalStateException("Too few free confirmations in " + Limits.DRAWS + " draws");
    }
    return new ArrayDeque<>(found);
  }

  private void giveBack(List<HoldKey> holds) {
    sql.each(
        FREED,
        holds.stream()
            .flatMap(hold ->
                Stream.of(
                    List.of(hold.firstSeat(), hold.token()),
                    List.of(hold.secondSeat(), hold.token())))
            .toList());
  }

  private void write(List<StoredPair> booked, List<History.Entry> history) {
    if (booked.isEmpty()) {
      return;
    }
    List<Long> seats =
        booked.stream()
            .flatMap(pair -> Stream.of(pair.firstSeat(), pair.secondSeat()))
            .sorted()
            .toList();
    sql.update(BOOKED + Sql.tuples(1, seats.size()), seats);
    List<Object> values = new ArrayList<>();
    for (StoredPair pair : booked) {
      values.addAll(List.of(pair.person(), pair.confirmation(), pair.centre()));
      values.addAll(List.of(pair.vaccine().id(), pair.vaccine().fewestDays()));
      values.addAll(List.of(pair.vaccine().mostDays(), pair.firstSeat(), pair.firstAt()));
      values.addAll(List.of(pair.secondSeat(), pair.secondAt(), now, pair.hold()));
    }
    sql.update(PAIRS + Sql.tuples(booked.size(), 12), values);
    new History(sql, now).add(history);
    new WaitingEnds(sql, now).booked(history);
  }

  private AppointmentPair told(StoredPair pair) {
    return pair.told(
        atlas
            .centre(sql, pair.centre(), now)
            .orElseThrow(() -> new IllegalStateException("A seat without its centre")));
  }
}
