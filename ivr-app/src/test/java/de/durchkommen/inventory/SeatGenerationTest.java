package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.Transactions;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A centre of these tests has 8 slots on each of 6 days a week. */
class SeatGenerationTest {
  private static final Depot DEPOT = new Depot();
  private static final IsoWeek NEXT = IsoWeek.of(Depot.MONDAY.plusWeeks(1));

  @BeforeEach
  void clear() {
    DEPOT.clear();
  }

  @AfterAll
  static void close() {
    DEPOT.close();
  }

  private static GenerationReport added(int pairs) {
    return new GenerationReport(pairs, 0, 0, 0, 0, 0);
  }

  private static List<String> perCentre(int dose) {
    return DEPOT.rows.rows(
        "SELECT centre_id, COUNT(*) FROM seat WHERE dose = %d GROUP BY centre_id".formatted(dose));
  }

  @Test
  void spreadsHalfOfADeliveryByWeightAndKeepsTheOtherHalfForTheSecondDoses() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("giessen", 1, 4);
    DEPOT.centre("kassel", 2, 4);
    DEPOT.supply(Depot.WEEK, 203);
    assertThat(DEPOT.generate()).isEqualTo(added(101));
    assertThat(perCentre(1)).containsExactly("fulda 25", "giessen 25", "kassel 51");
    assertThat(perCentre(2)).containsExactly("fulda 25", "giessen 25", "kassel 51");
    assertThat(DEPOT.bookable()).isEqualTo(101);
    assertThat(
            DEPOT.rows.rows(
                "SELECT dose, MIN(DATE(starts_at)), MAX(DATE(starts_at)) FROM seat GROUP BY dose"))
        .containsExactly("1 2021-01-18 2021-01-23", "2 2021-02-08 2021-02-13");
    assertThat(DEPOT.rows.rows("SELECT channel, actor, action, subject, count FROM audit_event"))
        .containsExactly("API test SEATS_GENERATED from 2021-01-18 202");
  }

  @Test
  void spreadsEvenlyOverDaysAndSlots() {
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 2 * 60);
    DEPOT.generate();
    assertThat(DEPOT.rows.rows("SELECT COUNT(*) FROM seat WHERE dose = 1 GROUP BY DATE(starts_at)"))
        .containsExactly("10", "10", "10", "10", "10", "10");
    assertThat(
            DEPOT.rows.rows(
                "SELECT COUNT(*) FROM seat WHERE DATE(starts_at) = '2021-01-18' GROUP BY starts_at"))
        .containsExactly("2", "1", "1", "1", "2", "1", "1", "1");
  }

  @Test
  void aSecondTimeAddsNothing() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("kassel", 2, 4);
    DEPOT.supply(Depot.WEEK, 200);
    DEPOT.generate();
    assertThat(DEPOT.generate()).isEqualTo(GenerationReport.NOTHING);
    DEPOT.supply(Depot.WEEK, 220);
    assertThat(DEPOT.generate()).isEqualTo(added(10));
    assertThat(DEPOT.seats()).isEqualTo(220);
    assertThat(DEPOT.overfull()).isEmpty();
  }

  @Test
  void neverPutsMoreIntoASlotThanThereAreLanesForBothDoses() {
    DEPOT.centre("kassel", 1, 2);
    for (int week = 0; week < 5; week++) {
      DEPOT.supply(IsoWeek.of(Depot.MONDAY.plusWeeks(week)), 2 * 96);
    }
    GenerationReport report = DEPOT.generate();
    // Weeks 1 to 3 are full of first doses, weeks 4 to 6 of their second ones.
    assertThat(report).isEqualTo(new GenerationReport(3 * 96, 0, 0, 2 * 96, 0, 0));
    assertThat(DEPOT.overfull()).isEmpty();
    assertThat(DEPOT.bookable()).isEqualTo(3 * 96);
  }

  @Test
  void whatDoesNotFitGoesWhereThereIsRoomAndWhatFitsNowhereIsReported() {
    DEPOT.centre("fulda", 1, 1);
    DEPOT.centre("kassel", 1, 2);
    DEPOT.supply(Depot.WEEK, 2 * 130);
    assertThat(DEPOT.generate()).isEqualTo(added(130));
    assertThat(perCentre(1)).containsExactly("fulda 48", "kassel 82");
    DEPOT.supply(Depot.WEEK, 2 * 150);
    assertThat(DEPOT.generate()).isEqualTo(new GenerationReport(14, 0, 0, 6, 0, 0));
    assertThat(DEPOT.bookable()).isEqualTo(144);
  }

  @Test
  void aReducedPlanTakesOnlyWhatIsFreeAndNotHeld() {
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 2 * 20);
    DEPOT.generate();
    DEPOT.booked(1);
    DEPOT.booked(2);
    DEPOT.desk().offer(Depot.anywhere());
    DEPOT.supply(Depot.WEEK, 2 * 10);
    assertThat(DEPOT.generate()).isEqualTo(new GenerationReport(0, 0, 10, 0, 0, 0));
    assertThat(DEPOT.bookable()).isEqualTo(7);
    DEPOT.supply(Depot.WEEK, 0);
    GenerationReport report = DEPOT.generate();
    assertThat(report).isEqualTo(new GenerationReport(0, 0, 7, 0, 3, 0));
    assertThat(DEPOT.seats()).as("two booked pairs and a held one").isEqualTo(6);
  }

  @Test
  void aHolidayHasNoSeatsAndSecondDosesThatFallOnOneComeLater() {
    DEPOT.clock.set(Instant.parse("2021-03-07T11:00:00Z"));
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(IsoWeek.of(LocalDate.of(2021, 3, 8)), 2 * 60);
    assertThat(DEPOT.generate()).isEqualTo(added(60));
    // Friday, 12 March is ten people's; three weeks later is Good Friday, so the day after.
    assertThat(
            DEPOT.rows.rows(
                "SELECT DATE(starts_at), COUNT(*) FROM seat WHERE dose = 2 GROUP BY DATE(starts_at)"))
        .containsExactly(
            "2021-03-29 10", "2021-03-30 10", "2021-03-31 10", "2021-04-01 10", "2021-04-03 20");
    assertThat(DEPOT.bookable()).isEqualTo(60);
  }

  @Test
  void aClosedDayGetsNoSeatsAndItsSecondDosesAreMadeElsewhere() {
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 2 * 60);
    DEPOT.generate();
    LocalDate tuesday = Depot.MONDAY.plusDays(1);
    DEPOT.ask(sql -> new Closures(sql, Depot.NOW).close("kassel", tuesday, "Sturm", "test"));
    DEPOT.ask(
        sql -> new Closures(sql, Depot.NOW).close("kassel", tuesday.plusWeeks(3), "x", "test"));
    // The 10 first doses of Tuesday go to other days; the second ones were lost with their day.
    GenerationReport report = DEPOT.generate();
    assertThat(report.pairsAdded()).isEqualTo(10);
    assertThat(report.firstsWithoutSecond()).isZero();
    assertThat(DEPOT.bookable()).isEqualTo(60);
    assertThat(DEPOT.rows.rows("SELECT COUNT(*) FROM seat WHERE closed = 1")).containsExactly("20");
    assertThat(DEPOT.generate()).isEqualTo(GenerationReport.NOTHING);
  }

  @Test
  void aFirstDoseThatLostItsSecondOneGetsAnother() {
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 2 * 60);
    DEPOT.generate();
    LocalDate saturday = Depot.MONDAY.plusWeeks(3).plusDays(5);
    DEPOT.ask(sql -> new Closures(sql, Depot.NOW).close("kassel", saturday, "x", "test"));
    assertThat(DEPOT.bookable()).isEqualTo(50);
    assertThat(DEPOT.generate()).isEqualTo(new GenerationReport(0, 10, 0, 0, 0, 0));
    assertThat(DEPOT.bookable()).isEqualTo(60);
  }

  @Test
  void anIntervalThatIsNoWholeWeekStillMakesPairs() {
    DEPOT.rows.execute("INSERT IGNORE INTO vaccine_interval VALUES ('comirnaty', 22, 27)");
    DEPOT.rows.execute("UPDATE vaccine SET fewest_days = 22, most_days = 27");
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 2 * 60);
    assertThat(DEPOT.generate()).isEqualTo(added(60));
    assertThat(DEPOT.bookable()).isEqualTo(60);
  }

  @Test
  void whatBrokeOffIsGoneOnWith() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 200);
    DEPOT.supply(NEXT, 200);
    for (int after = 3; after <= 7; after += 2) {
      Transactions broken = breakingAfter(after);
      assertThatThrownBy(() -> DEPOT.generate(broken)).hasMessage("broken off");
      assertThat(DEPOT.bookable() * 2).as("whole pairs only").isEqualTo(DEPOT.seats());
    }
    DEPOT.generate();
    assertThat(DEPOT.seats()).isEqualTo(400);
    assertThat(DEPOT.generate()).isEqualTo(GenerationReport.NOTHING);
  }

  /** Each transaction is undone from the one after so many on. */
  private static Transactions breakingAfter(int count) {
    AtomicInteger left = new AtomicInteger(count);
    return new Transactions() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        return DEPOT
            .rows
            .transactions()
            .run(entities -> {
              T done = work.apply(entities);
              if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("broken off");
              }
              return done;
            });
      }
    };
  }

  @Test
  void twoAtOnceAddNothingTwice() {
    DEPOT.centre("fulda", 1, 4);
    DEPOT.centre("giessen", 1, 4);
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 240);
    DEPOT.supply(NEXT, 240);
    WebSql web = new WebSql(DEPOT.rows.patient());
    List<CompletableFuture<GenerationReport>> all =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> DEPOT.generate(web)))
            .limit(3)
            .toList();
    int added = all.stream().mapToInt(each -> each.join().pairsAdded()).sum();
    assertThat(added * 2).isEqualTo(DEPOT.seats()).isLessThanOrEqualTo(480);
    DEPOT.generate();
    assertThat(DEPOT.seats()).isEqualTo(480);
    assertThat(DEPOT.overfull()).isEmpty();
  }

  @Test
  void twoVaccinesShareTheLanes() {
    DEPOT.rows.execute("INSERT IGNORE INTO vaccine_interval VALUES ('vaxzevria', 28, 84)");
    DEPOT.rows.execute("INSERT INTO vaccine VALUES ('vaxzevria', 'Vaxzevria', 28, 84)");
    DEPOT.centre("kassel", 1, 1);
    DEPOT.supply(Depot.WEEK, 2 * 40);
    DEPOT.ask(sql -> {
      new SupplyRows(sql).put("vaxzevria", Depot.WEEK, 2 * 40);
      return sql;
    });
    assertThat(DEPOT.generate()).isEqualTo(new GenerationReport(48, 0, 0, 32, 0, 0));
    assertThat(DEPOT.overfull()).isEmpty();
  }

  /** Hessen, third week of 2021: six centres, 49,000 doses. */
  @Test
  void hessensWeek() {
    List<OpeningHours> daily =
        Stream.of(DayOfWeek.values())
            .map(day -> new OpeningHours(day, LocalTime.of(8, 0), LocalTime.of(18, 0)))
            .toList();
    for (String id : List.of("darmstadt", "frankfurt", "fulda", "giessen", "kassel", "wiesbaden")) {
      DEPOT.centre(id, 1, 30, daily);
    }
    DEPOT.supply(Depot.WEEK, 49_000);
    assertThat(DEPOT.generate()).isEqualTo(added(24_500));
    assertThat(DEPOT.seats()).isEqualTo(49_000);
    assertThat(DEPOT.bookable()).isEqualTo(24_500);
    assertThat(DEPOT.overfull()).isEmpty();
  }
}
