package de.durchkommen.booking;

import de.durchkommen.database.Database;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** A database with two centres, and a desk whose clock stands at noon in Hessen. */
final class Stage implements AutoCloseable {
  /** Noon in Hessen. */
  static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");

  static final Centre KASSEL = new Centre("kassel", "Kassel");
  static final Centre FULDA = new Centre("fulda", "Fulda");
  static final Vaccine COMIRNATY = new Vaccine("comirnaty", "Comirnaty", 21, 42);
  static final Actor TESTER = new Actor(Actor.Channel.API, "test", "request-1");
  static final String IN_KASSEL = "34117";

  final TestClock clock = new TestClock(NOW);
  final TestDatabase rows;
  private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);

  Stage(TestDatabase rows) {
    this.rows = rows;
  }

  /** Empties it, but for the centres; {@code appointment_event} is only ever added to. */
  void clear() {
    clock.set(NOW);
    rows.execute("DELETE FROM appointment_pair");
    rows.execute("DELETE FROM seat");
    rows.execute("DELETE FROM person");
    rows.execute("DELETE FROM centre");
    rows.execute("TRUNCATE appointment_event");
    rows.execute(
        """
        INSERT INTO centre (id, name, postcode, lat, lon) VALUES
          ('kassel', 'Kassel', '34117', 51.3127, 9.4797),
          ('fulda', 'Fulda', '36037', 50.5528, 9.6777)
        """);
  }

  RenewedHolds holds() {
    return holds(rows.patient());
  }

  RenewedHolds holds(Database database) {
    return new RenewedHolds(database, clock, schedule);
  }

  SeatDesk desk() {
    return desk(holds());
  }

  SeatDesk desk(Holds holds) {
    return desk(rows.patient(), holds, new Random());
  }

  SeatDesk desk(Database database, Holds holds, RandomGenerator random) {
    return new SeatDesk(database, holds, clock, random);
  }

  void seat(Centre centre, int dose, String startsAt) {
    seat(centre, dose, LocalDateTime.parse(startsAt), 1);
  }

  void seat(Centre centre, int dose, LocalDateTime startsAt, int lane) {
    rows.execute(
        "INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane)"
            + " VALUES ('%s', 'comirnaty', '%s', %d, %d)"
                .formatted(centre.id(), startsAt, dose, lane));
  }

  /** A first dose in Kassel on 10 December, and a second one exactly three weeks later. */
  void pair() {
    seat(KASSEL, 1, "2026-12-10T09:30");
    seat(KASSEL, 2, "2026-12-31T09:30");
  }

  /** So many pairs, a quarter of an hour apart. */
  void pairs(int count) {
    pairs(KASSEL, count);
  }

  void pairs(Centre centre, int count) {
    for (int i = 0; i < count; i++) {
      LocalDateTime first = LocalDateTime.parse("2026-12-10T08:00").plusMinutes(15L * i);
      seat(centre, 1, first, 1);
      seat(centre, 2, first.plusDays(21), 1);
    }
  }

  /** People with the keys 1 to count. */
  void people(int count) {
    for (int i = 1; i <= count; i++) {
      rows.execute(
          "INSERT INTO person (id, code, birth_date, name, postcode)"
              + " VALUES (%d, '%d', '1930-01-01', 'x', '34117')".formatted(i, 1_000_000_000L + i));
    }
  }

  static Wish anywhere() {
    return new Wish(Optional.empty(), IN_KASSEL, LocalDate.parse("2026-12-01"));
  }

  static Wish only(Centre centre) {
    return new Wish(Optional.of(centre), IN_KASSEL, LocalDate.parse("2026-12-01"));
  }

  static Wish notBefore(String day) {
    return new Wish(Optional.empty(), IN_KASSEL, LocalDate.parse(day));
  }

  /** The offer that the desk must have for this wish. */
  static Offer offered(BookingDesk desk, Wish wish) {
    OfferOutcome outcome = desk.offer(wish);
    if (outcome instanceof OfferOutcome.Offered offered) {
      return offered.offer();
    }
    throw new AssertionError("No offer but " + outcome);
  }

  /** The pair that the desk must be able to book. */
  static AppointmentPair booked(BookingDesk desk, long person, Offer offer) {
    BookOutcome outcome = desk.book(person, offer.hold(), TESTER);
    if (outcome instanceof BookOutcome.Booked booked) {
      return booked.pair();
    }
    throw new AssertionError("Not booked but " + outcome);
  }

  /** Seats that are neither booked nor held. */
  String free() {
    return rows.rows("SELECT COUNT(*) FROM seat WHERE booked = 0 AND held_by IS NULL").get(0);
  }

  /** Booked seats without a pair: the one thing that the foreign keys cannot refuse. */
  List<String> lostSeats() {
    return rows.rows(
        """
        SELECT seat.id FROM seat
        LEFT JOIN appointment_pair pair ON seat.id IN (pair.first_seat_id, pair.second_seat_id)
        WHERE seat.booked = 1 AND pair.id IS NULL
        """);
  }

  List<String> events() {
    return rows.rows(
        "SELECT kind, person_id, first_at, second_at FROM appointment_event ORDER BY id");
  }

  @Override
  public void close() {
    schedule.shutdownNow();
    rows.close();
  }
}
