package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On which days second doses are; 60 people a week, 10 a day. */
class SecondDosesTest {
  private static final Depot DEPOT = new Depot();

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

  @Test
  void aHolidayHasNoSeatsAndSecondDosesThatFallOnOneComeLater() {
    DEPOT.clock.set(Instant.parse("2021-03-07T11:00:00Z"));
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(IsoWeek.of(LocalDate.of(2021, 3, 8)), 2 * 60);
    assertThat(DEPOT.generate()).isEqualTo(added(60));
    // Friday, 12 March is ten people's; three weeks later is Good Friday, so the day after.
    assertThat(
            DEPOT.rows.rows(
                "SELECT DATE(starts_at), COUNT(*) FROM seat WHERE dose = 2"
                    + " GROUP BY DATE(starts_at)"))
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
}
