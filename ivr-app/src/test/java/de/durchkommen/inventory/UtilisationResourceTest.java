package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.Problem;
import de.durchkommen.inventory.UtilisationResource.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How full a centre is, out of real seats. */
class UtilisationResourceTest {
  private static final Depot DEPOT = new Depot();
  private static final LocalDate FIRST = LocalDate.of(2021, 2, 1);

  private final UtilisationResource resource =
      new UtilisationResource(DEPOT.rows.patient(), DEPOT.clock);

  @BeforeEach
  void clear() {
    DEPOT.clear();
    DEPOT.centre("kassel", 1, 4);
    DEPOT.centre("fulda", 1, 4);
  }

  @AfterAll
  static void close() {
    DEPOT.close();
  }

  private static void seat(String centre, String at, int lane, int booked, int closed) {
    DEPOT.rows.execute(
        "INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane, booked, closed)"
            + " VALUES ('%s', 'comirnaty', '%s', 1, %d, %d, %d)"
                .formatted(centre, at, lane, booked, closed));
  }

  private List<Day> days(int days) {
    return resource.days("kassel", FIRST.toString(), days).items();
  }

  @Test
  void eachDayIsCountedAlsoOneWithoutSeats() {
    seat("kassel", "2021-02-01 08:00", 1, 1, 0);
    seat("kassel", "2021-02-01 08:00", 2, 0, 0);
    seat("kassel", "2021-02-01 23:45", 1, 0, 0);
    seat("kassel", "2021-02-03 08:00", 1, 1, 1);
    seat("kassel", "2021-02-03 08:00", 2, 0, 1);
    seat("kassel", "2021-02-04 00:00", 1, 0, 0);
    seat("kassel", "2021-01-31 23:45", 1, 0, 0);
    seat("fulda", "2021-02-01 08:00", 1, 0, 0);
    DEPOT.rows.execute(
        "INSERT INTO centre_closure (centre_id, day, reason, closed_by, closed_at)"
            + " VALUES ('kassel', '2021-02-03', 'Schnee', '@max', '2021-02-01')");
    assertThat(days(3))
        .containsExactly(
            new Day(FIRST, 3, 1, 2, false),
            new Day(FIRST.plusDays(1), 0, 0, 0, false),
            new Day(FIRST.plusDays(2), 2, 1, 0, true));
  }

  @Test
  void withoutADayItBeginsToday() {
    assertThat(resource.days("kassel", null, 1).items())
        .extracting(Day::day)
        .containsExactly(Hessen.day(DEPOT.clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 93})
  void soManyDaysAreNotTold(int days) {
    assertThatThrownBy(() -> days(days)).isInstanceOf(Problem.class).hasMessageContaining("days");
  }

  @Test
  void whatThereIsNotIsNotFound() {
    assertThatThrownBy(() -> resource.days("koeln", null, 1)).hasMessageContaining("not-found");
    assertThatThrownBy(() -> resource.days("kassel", "morgen", 1)).hasMessageContaining("day has");
  }
}
