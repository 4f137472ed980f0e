package de.durchkommen.inventory;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.booking.Actor;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Holds;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.SeatDesk;
import de.durchkommen.booking.Stock;
import de.durchkommen.booking.Wish;
import de.durchkommen.database.Sql;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Transactions;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** A database with centres, whose clock stands on the Sunday before a week without holidays. */
final class Depot implements AutoCloseable {
  static final Instant NOW = Instant.parse("2021-01-17T11:00:00Z");
  static final LocalDate MONDAY = LocalDate.of(2021, 1, 18);
  static final IsoWeek WEEK = IsoWeek.of(MONDAY);

  final TestClock clock = new TestClock(NOW);
  final TestDatabase rows = TestDatabase.fresh();

  /** Empties it; {@code audit_event} and {@code appointment_event} are only ever added to. */
  void clear() {
    clock.set(NOW);
    for (String table : List.of("appointment_pair", "seat", "centre", "person", "supply")) {
      rows.execute("DELETE FROM " + table);
    }
    rows.execute("DELETE FROM vaccine WHERE id <> 'comirnaty'");
    rows.execute("UPDATE vaccine SET fewest_days = 21, most_days = 42");
    rows.execute("TRUNCATE audit_event");
  }

  <T> T ask(Function<Sql, T> work) {
    return rows.transactions().run(entities -> work.apply(new Sql(entities)));
  }

  /** A centre that opens on weekdays from 8 to 10 h, closed on Sundays and holidays. */
  void centre(String id, int weight, int lanes) {
    List<OpeningHours> hours =
        Stream.of(DayOfWeek.values())
            .filter(day -> day != DayOfWeek.SUNDAY)
            .map(day -> new OpeningHours(day, LocalTime.of(8, 0), LocalTime.of(10, 0)))
            .toList();
    centre(id, weight, lanes, hours);
  }

  void centre(String id, int weight, int lanes, List<OpeningHours> hours) {
    ask(sql -> {
      CentreRows centres = new CentreRows(sql);
      centres.put(new CentreDetails(id, id, "", "34117", id, 51.3, 9.5, lanes, 15, false, weight));
      centres.putHours(id, hours);
      return id;
    });
  }

  void supply(IsoWeek week, int doses) {
    ask(sql -> {
      new SupplyRows(sql).put("comirnaty", week, doses);
      return doses;
    });
  }

  GenerationReport generate() {
    return generate(rows.transactions());
  }

  GenerationReport generate(Transactions transactions) {
    return new SeatGeneration(transactions)
        .generate(
            Hessen.day(clock.instant()).plusDays(1),
            clock.instant(),
            AuditEvent.Channel.API,
            "test");
  }

  BookingDesk desk() {
    return new SeatDesk(rows.patient(), Holds.LEFT_TO_RUN_OUT, clock, new Random());
  }

  /** Somebody with this key, who has a pair at the nearest centre. */
  void booked(long person) {
    rows.execute(
        "INSERT INTO person (id, code, birth_date, postcode, phone)"
            + " VALUES (%d, '%d', '1930-01-01', '34117', '+4956112345')"
                .formatted(person, 1_000_000_000L + person));
    BookingDesk desk = desk();
    var offer = (OfferOutcome.Offered) desk.offer(anywhere());
    desk.book(person, offer.offer().hold(), Actor.system("test"));
  }

  /** How many people can get both doses, as booking counts it. */
  int bookable() {
    return switch (desk().stock(anywhere())) {
      case Stock.Available(int count, Instant _) -> count;
      case Stock other -> throw new AssertionError("Nothing bookable: " + other);
    };
  }

  static Wish anywhere() {
    return new Wish(Optional.empty(), "34117", MONDAY);
  }

  int seats() {
    return Integer.parseInt(rows.rows("SELECT COUNT(*) FROM seat").getFirst());
  }

  /** Slots in which more people would come than there are lanes. */
  List<String> overfull() {
    return rows.rows(
        """
        SELECT centre_id, starts_at FROM seat JOIN centre ON centre.id = centre_id
        GROUP BY centre_id, starts_at, lanes
        HAVING COUNT(*) > lanes OR COUNT(DISTINCT lane) < COUNT(*) OR MAX(lane) > lanes
        """);
  }

  @Override
  public void close() {
    rows.close();
  }
}
