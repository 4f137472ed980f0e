package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A centre of these tests has 8 slots on each of 6 days a week. */
class SeatGenerationTest {
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
                "SELECT COUNT(*) FROM seat WHERE DATE(starts_at) = '2021-01-18'"
                    + " GROUP BY starts_at"))
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
}
