package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.COMIRNATY;
import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.IN_KASSEL;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.TESTER;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.Model.Expected;
import de.durchkommen.booking.Model.Seat;
import de.durchkommen.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random stories at two desks, step by step next to a {@link Model}: each answer is the one that
 * the model gives, and in the end the tables hold what the model holds and the ledger is in order.
 *
 * <p>{@code -Ddurchkommen.story.seed=…} tells one story again, {@code …story.count=1000} a
 * thousand.
 */
class RandomStoryTest {
  private static final int STEPS = 60;
  private static final int PEOPLE = 6;
  private static final Vaccine ASTRA = new Vaccine("astra", "Astra", 28, 35);
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-12-02");
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  private final Model model = new Model(List.of(KASSEL, FULDA), List.of(ASTRA, COMIRNATY));
  private final RenewedHolds renewed = STAGE.holds();
  private final Map<HoldKey, Instant> renewing = new HashMap<>();
  private final SeatDesk telephone = STAGE.desk(renewed);
  private final SeatDesk web = STAGE.desk(Holds.LEFT_TO_RUN_OUT);
  private final List<HoldKey> holds = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private Random random = new Random(0);

  static Stream<Long> seeds() {
    return Optional.ofNullable(Long.getLong("durchkommen.story.seed"))
        .map(Stream::of)
        .orElseGet(
            () -> new Random().longs(Integer.getInteger("durchkommen.story.count", 12)).boxed());
  }

  @BeforeAll
  static void vaccines() {
    STAGE.rows.execute("INSERT INTO vaccine_interval VALUES ('astra', 28, 35)");
    STAGE.rows.execute("INSERT INTO vaccine VALUES ('astra', 'Astra', 28, 35)");
  }

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void desksDoWhatTheModelDoes(long seed) {
    random = new Random(seed);
    try {
      STAGE.clear();
      STAGE.people(PEOPLE);
      plan();
      Ledger ledger = new Ledger(STAGE.rows);
      for (int step = 0; step < STEPS; step++) {
        step();
      }
      assertThat(stored()).isEqualTo(model.lines());
      assertThat(ledger.wrong(STAGE.clock.instant())).isEmpty();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ", " + steps + ": " + e.getMessage(), e);
    }
  }

  private void plan() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 24; i++) {
      int dose = 1 + random.nextInt(2);
      LocalDateTime at =
          FIRST_DAY
              .plusDays(random.nextInt(8) + (dose == 1 ? 0 : 28))
              .atTime(random.nextBoolean() ? 9 : 14, 0);
      Vaccine vaccine = random.nextInt(3) == 0 ? ASTRA : COMIRNATY;
      Centre centre = random.nextInt(3) == 0 ? FULDA : KASSEL;
      model.add(new Seat(i, centre, vaccine, dose, at));
      rows.append(i == 1 ? "" : ", ")
          .append(
              "(%d, '%s', '%s', '%s', %d, %d)"
                  .formatted(i, centre.id(), vaccine.id(), at, dose, i));
    }
    STAGE.rows.execute(
        "INSERT INTO seat (id, centre_id, vaccine_id, starts_at, dose, lane) VALUES " + rows);
  }

  private static List<String> stored() {
    List<String> all =
        new ArrayList<>(
            STAGE.rows.rows(
                "SELECT 'person', person_id, first_seat_id, second_seat_id, hold"
                    + " FROM appointment_pair ORDER BY person_id"));
    all.addAll(
        STAGE.rows.rows(
            "SELECT 'seat', id, booked, closed, held_by, CAST(1000 *"
                + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', held_until) / 1000000 AS INT)"
                + " FROM seat ORDER BY id"));
    return all;
  }

  private void step() {
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> offer();
      case 4, 5 -> book();
      case 6 -> move();
      case 7 -> cancel();
      case 8 -> release();
      case 9 -> renew();
      case 10 -> renewAll();
      case 11 -> closeDay();
      case 12 -> pass();
      default -> reap();
    }
  }

  private static Instant now() {
    return STAGE.clock.instant();
  }

  private SeatDesk desk() {
    return random.nextBoolean() ? telephone : web;
  }

  private long person() {
    return 1L + random.nextInt(PEOPLE);
  }

  /** One that was given, of whomever and however long ago; at times one that never was. */
  private HoldKey anyHold() {
    return holds.isEmpty() || random.nextInt(20) == 0
        ? new HoldKey(1, 1 + random.nextInt(24), 1 + random.nextInt(24))
        : holds.get(Math.max(0, holds.size() - 1 - random.nextInt(5)));
  }

  private Wish wish() {
    LocalDate from = FIRST_DAY.plusDays(random.nextInt(3) - 1);
    List<Daypart> hours = List.of(Daypart.ANY, Daypart.ANY, Daypart.MORNING, Daypart.AFTERNOON);
    return new Wish(
        random.nextInt(3) == 0 ? Optional.of(FULDA) : Optional.empty(),
        IN_KASSEL,
        from,
        random.nextInt(3) == 0 ? Optional.of(from.plusDays(3)) : Optional.empty(),
        hours.get(random.nextInt(hours.size())),
        random.nextInt(3) == 0 ? Optional.of(ASTRA.id()) : Optional.empty());
  }

  private void offer() {
    Wish wish = wish();
    SeatDesk desk = desk();
    steps.add("offer " + wish);
    Optional<Expected> expected = model.offer(wish, now());
    OfferOutcome outcome = desk.offer(wish);
    if (outcome instanceof OfferOutcome.Offered(Offer offer) && expected.isPresent()) {
      Seat first = expected.get().first();
      assertThat(offer.first()).isEqualTo(first.at());
      assertThat(offer.centre()).isEqualTo(first.centre());
      assertThat(offer.vaccine()).isEqualTo(first.vaccine());
      assertThat(offer.second().toLocalDate())
          .isEqualTo(expected.get().second().at().toLocalDate());
      model.hold(offer.hold(), offer.until());
      holds.add(offer.hold());
      if (desk.equals(telephone)) {
        renewing.put(offer.hold(), now());
      }
    } else {
      assertThat(outcome)
          .isEqualTo(
              model.isSoldOut(wish, now())
                  ? new OfferOutcome.SoldOut(now())
                  : new OfferOutcome.AllHeld(model.nextExpiry(wish, now())));
    }
  }

  /** The telephone forgets what it is told to book, move to or give back. */
  private SeatDesk forgetting(HoldKey hold) {
    SeatDesk desk = desk();
    if (desk.equals(telephone)) {
      renewing.remove(hold);
    }
    return desk;
  }

  private void book() {
    HoldKey hold = anyHold();
    long person = person();
    steps.add("book " + person + " " + hold.text());
    BookOutcome outcome = forgetting(hold).book(person, hold, TESTER);
    Optional<HoldKey> existing = model.pair(person);
    if (existing.isPresent()) {
      assertThat(outcome)
          .isInstanceOf(
              existing.get().token() == hold.token()
                  ? BookOutcome.Booked.class
                  : BookOutcome.AlreadyBooked.class);
      model.release(hold);
    } else if (model.isWhole(hold)) {
      assertThat(outcome).isInstanceOf(BookOutcome.Booked.class);
      model.take(person, hold);
    } else {
      assertThat(outcome).isEqualTo(new BookOutcome.HoldLost());
      model.release(hold);
    }
  }

  private void move() {
    HoldKey hold = anyHold();
    long person = person();
    steps.add("move " + person + " " + hold.text());
    MoveOutcome outcome = forgetting(hold).move(person, hold, TESTER);
    Optional<HoldKey> existing = model.pair(person);
    if (existing.isEmpty()) {
      assertThat(outcome).isEqualTo(new MoveOutcome.NothingBooked());
      model.release(hold);
    } else if (existing.get().token() == hold.token() || model.isWhole(hold)) {
      assertThat(outcome).isInstanceOf(MoveOutcome.Moved.class);
      model.take(person, hold);
    } else {
      assertThat(outcome).isEqualTo(new MoveOutcome.HoldLost());
      model.release(hold);
    }
  }

  private void cancel() {
    long person = person();
    steps.add("cancel " + person);
    assertThat(desk().cancel(person, TESTER))
        .isInstanceOf(
            model.pair(person).isPresent()
                ? CancelOutcome.Cancelled.class
                : CancelOutcome.NothingBooked.class);
    model.cancel(person);
  }

  private void release() {
    HoldKey hold = anyHold();
    steps.add("release " + hold.text());
    forgetting(hold).release(hold);
    model.release(hold);
  }

  private void renew() {
    HoldKey hold = anyHold();
    steps.add("renew " + hold.text());
    Instant until = now().plus(Limits.HOLD);
    RenewOutcome outcome = desk().renew(hold);
    if (model.isWhole(hold)) {
      assertThat(outcome).isEqualTo(new RenewOutcome.Renewed(until));
      model.hold(hold, until);
    } else {
      assertThat(outcome).isEqualTo(new RenewOutcome.HoldLost());
    }
  }

  private void renewAll() {
    steps.add("renew all");
    renewed.renew();
    renewing.values().removeIf(now().minus(Limits.LONGEST_OFFER)::isAfter);
    renewing.keySet().stream()
        .filter(model::isWhole)
        .forEach(hold -> model.hold(hold, now().plus(Limits.HOLD)));
    assertThat(renewed.size()).isEqualTo(renewing.size());
  }

  private void closeDay() {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(36));
    steps.add("close " + day);
    STAGE.rows.execute("UPDATE seat SET closed = 1 WHERE DATE(starts_at) = '" + day + "'");
    model.seats().stream()
        .filter(seat -> seat.at().toLocalDate().equals(day))
        .forEach(model::close);
  }

  private void pass() {
    List<Duration> times =
        List.of(
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Limits.HOLD.minusMillis(1),
            Limits.HOLD,
            Limits.LONGEST_OFFER);
    Duration time = times.get(random.nextInt(times.size()));
    steps.add("pass " + time);
    STAGE.clock.pass(time);
  }

  private void reap() {
    steps.add("reap");
    assertThat(renewed.reap()).isEqualTo(model.reap(now().minus(Limits.REAPED_AFTER)));
  }
}
