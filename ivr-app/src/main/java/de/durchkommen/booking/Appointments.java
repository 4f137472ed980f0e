package de.durchkommen.booking;

import de.durchkommen.booking.EventRow.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of appointments within one transaction.
 *
 * <p>The order of writing is that of the foreign keys: a seat is flagged as booked before a pair
 * points to it, and freed after none does. Hence the flushes: by itself the provider inserts before
 * it updates. Rows are locked in one order too, the pair before its seats.
 */
final class Appointments {
  private final EntityManager entities;
  private final RandomGenerator random;
  private final Instant now;

  Appointments(EntityManager entities, RandomGenerator random, Instant now) {
    this.entities = entities;
    this.random = random;
    this.now = now;
  }

  BookOutcome book(long person, long hold) {
    Optional<PairRow> existing = read(person);
    if (existing.isPresent()) {
      release(hold);
      return new BookOutcome.AlreadyBooked(told(existing.get()));
    }
    Optional<SeatPair> seats = held(hold);
    if (seats.isEmpty()) {
      release(hold);
      return new BookOutcome.HoldLost();
    }
    seats.get().booked();
    entities.flush();
    PairRow pair = new PairRow(person, confirmation(), seats.get(), now);
    entities.persist(pair);
    record(Kind.BOOKED, pair);
    return new BookOutcome.Booked(told(pair));
  }

  MoveOutcome move(long person, long hold) {
    Optional<PairRow> existing = locked(person);
    if (existing.isEmpty()) {
      release(hold);
      return new MoveOutcome.NothingBooked();
    }
    Optional<SeatPair> seats = held(hold);
    if (seats.isEmpty()) {
      release(hold);
      return new MoveOutcome.HoldLost();
    }
    PairRow pair = existing.get();
    SeatPair old = pair.seats();
    seats.get().booked();
    entities.flush();
    pair.moved(seats.get());
    entities.flush();
    old.freed();
    record(Kind.MOVED, pair);
    return new MoveOutcome.Moved(told(pair));
  }

  CancelOutcome cancel(long person) {
    Optional<PairRow> existing = locked(person);
    if (existing.isEmpty()) {
      return new CancelOutcome.NothingBooked();
    }
    PairRow pair = existing.get();
    SeatPair old = pair.seats();
    entities.remove(pair);
    entities.flush();
    old.freed();
    record(Kind.CANCELLED, pair);
    return new CancelOutcome.Cancelled(told(pair));
  }

  LookUp lookUp(long person) {
    return read(person)
        .<LookUp>map(pair -> new LookUp.Found(told(pair)))
        .orElseGet(LookUp.NothingBooked::new);
  }

  /** Gives held seats back; those that somebody else holds or booked meanwhile stay theirs. */
  void release(long hold) {
    entities
        .createQuery(
            "UPDATE SeatRow s SET s.heldBy = NULL, s.heldUntil = NULL WHERE s.heldBy = :hold")
        .setParameter("hold", hold)
        .executeUpdate();
  }

  private Optional<PairRow> read(long person) {
    return pair(
        "SELECT p FROM PairRow p JOIN FETCH p.first JOIN FETCH p.second WHERE p.person = :person",
        person,
        LockModeType.NONE);
  }

  private Optional<PairRow> locked(long person) {
    return pair(
        "SELECT p FROM PairRow p WHERE p.person = :person", person, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<PairRow> pair(String query, long person, LockModeType lock) {
    return entities
        .createQuery(query, PairRow.class)
        .setParameter("person", person)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  /** Both seats of a hold, even one that has run out, as long as nobody else took one of them. */
  private Optional<SeatPair> held(long hold) {
    List<SeatRow> seats =
        entities
            .createQuery(
                "SELECT s FROM SeatRow s WHERE s.heldBy = :hold AND s.booked = FALSE"
                    + " ORDER BY s.dose",
                SeatRow.class)
            .setParameter("hold", hold)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    boolean whole = seats.size() == 2 && seats.get(0).dose() == 1 && seats.get(1).dose() == 2;
    return whole ? Optional.of(new SeatPair(seats.get(0), seats.get(1))) : Optional.empty();
  }

  /**
   * Six digits that no live pair has; another transaction with the same loses at its unique key.
   */
  private String confirmation() {
    for (int i = 0; i < Limits.DRAWS; i++) {
      String drawn = Integer.toString(random.nextInt(100_000, 1_000_000));
      Long used =
          entities
              .createQuery(
                  "SELECT COUNT(p) FROM PairRow p WHERE p.confirmation = :drawn", Long.class)
              .setParameter("drawn", drawn)
              .getSingleResult();
      if (used == 0) {
        return drawn;
      }
    }
    throw new IllegalStateException("No free confirmation in " + Limits.DRAWS + " draws");
  }

  private void record(Kind kind, PairRow pair) {
    entities.persist(new EventRow(kind, pair, now));
    entities.flush();
  }

  private AppointmentPair told(PairRow pair) {
    SeatPair seats = pair.seats();
    @Nullable CentreRow centre = entities.find(CentreRow.class, pair.centre());
    if (centre == null) {
      throw new IllegalStateException("A seat without its centre");
    }
    return new AppointmentPair(
        pair.confirmation(), centre.centre(), seats.first().startsAt(), seats.second().startsAt());
  }
}
