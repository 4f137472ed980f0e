package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.COMIRNATY;
import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.IN_KASSEL;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.offered;
import static de.durchkommen.booking.Stage.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.booking.SearchOutcome.Found;
import de.durchkommen.database.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of what is free, and what the wishes mean, for offers too. */
class SearchTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  private final SeatDesk desk = STAGE.desk();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  /** Two days in Kassel with three pairs each, and one that is earlier in Fulda. */
  @BeforeEach
  void seats() {
    STAGE.clear();
    for (String day : List.of("2026-12-10", "2026-12-11")) {
      for (String hour : List.of("08:00", "12:00", "17:45")) {
        STAGE.seat(KASSEL, 1, day + "T" + hour);
        STAGE.seat(KASSEL, 2, LocalDateTime.parse(day + "T" + hour).plusDays(21), 1);
      }
    }
    STAGE.seat(FULDA, 1, "2026-12-05T10:00");
    STAGE.seat(FULDA, 2, "2026-12-30T10:00");
  }

  private static Wish wish(String from, String to, String earliest, String latest) {
    return new Wish(
        Optional.of(KASSEL),
        IN_KASSEL,
        LocalDate.parse(from),
        Optional.of(LocalDate.parse(to)),
        new Daypart(LocalTime.parse(earliest), LocalTime.parse(latest)),
        Optional.empty());
  }

  private List<FreePair> found(Wish wish, int most) {
    return desk.search(wish, most) instanceof Found(var pairs, var asOf) && asOf.equals(NOW)
        ? pairs
        : List.of(pair(KASSEL, "2000-01-01T00:00", "2000-01-01T00:00"));
  }

  private static FreePair pair(Centre centre, String first, String second) {
    return new FreePair(centre, COMIRNATY, LocalDateTime.parse(first), LocalDateTime.parse(second));
  }

  @Test
  void theFirstOfEachDayTheNearestCentreFirst() {
    List<FreePair> all =
        List.of(
            pair(KASSEL, "2026-12-10T08:00", "2026-12-31T08:00"),
            pair(KASSEL, "2026-12-11T08:00", "2027-01-01T08:00"),
            pair(FULDA, "2026-12-05T10:00", "2026-12-30T10:00"));
    assertThat(found(anywhere(), 100)).isEqualTo(all);
    assertThat(found(anywhere(), 3)).isEqualTo(all);
    assertThat(found(anywhere(), 2)).isEqualTo(all.subList(0, 2));
    assertThat(found(only(FULDA), 2)).isEqualTo(all.subList(2, 3));
    Wish fromFulda = new Wish(Optional.empty(), "36037", LocalDate.parse("2026-12-01"));
    assertThat(found(fromFulda, 2)).containsExactly(all.get(2), all.get(0));
  }

  @Test
  void holdsNothingAndLeavesOutWhatIsHeld() {
    Offer offer = offered(desk, anywhere());
    assertThat(found(anywhere(), 1))
        .containsExactly(pair(KASSEL, "2026-12-10T12:00", "2026-12-31T12:00"))
        .isEqualTo(found(anywhere(), 1));
    desk.release(offer.hold());
    assertThat(found(anywhere(), 1))
        .containsExactly(pair(KASSEL, "2026-12-10T08:00", "2026-12-31T08:00"));
    assertThat(STAGE.free()).isEqualTo("14");
  }

  @ParameterizedTest
  @CsvSource({
    // both ends of the days
    "2026-12-10, 2026-12-10, 00:00, 23:59, 2026-12-10T08:00",
    "2026-12-11, 2026-12-11, 00:00, 23:59, 2026-12-11T08:00",
    "2026-12-01, 2026-12-09, 00:00, 23:59, ",
    "2026-12-12, 2026-12-31, 00:00, 23:59, ",
    // both ends of the hours
    "2026-12-10, 2026-12-10, 08:00, 08:00, 2026-12-10T08:00",
    "2026-12-10, 2026-12-10, 08:01, 12:00, 2026-12-10T12:00",
    "2026-12-10, 2026-12-10, 08:01, 11:59, ",
    "2026-12-10, 2026-12-10, 12:01, 17:45, 2026-12-10T17:45",
    "2026-12-10, 2026-12-31, 12:01, 17:44, ",
    // the last day is before the first
    "2026-12-11, 2026-12-10, 00:00, 23:59, "
  })
  void daysAreOfTheFirstDoseAndHoursOfBoth(
      String from, String to, String earliest, String latest, String first) {
    Wish wish = wish(from, to, earliest, latest);
    if (first == null) {
      assertThat(found(wish, 1)).isEmpty();
      assertThat(desk.offer(wish)).isInstanceOf(OfferOutcome.SoldOut.class);
    } else {
      String second = LocalDateTime.parse(first).plusDays(21).toString();
      assertThat(found(wish, 1)).containsExactly(pair(KASSEL, first, second));
      assertThat(offered(desk, wish).first()).isEqualTo(first);
    }
  }

  @Test
  void theSecondDoseKeepsToTheHoursToo() {
    STAGE.rows.execute(
        "UPDATE seat SET starts_at = starts_at + INTERVAL 1 HOUR WHERE dose = 2"
            + " AND TIME(starts_at) = '12:00' AND centre_id = 'kassel'");
    Wish noon = wish("2026-12-10", "2026-12-31", "11:00", "12:30");
    assertThat(found(noon, 9)).isEmpty();
    assertThat(desk.offer(noon)).isInstanceOf(OfferOutcome.SoldOut.class);
    assertThat(desk.stock(noon)).isInstanceOf(Stock.SoldOut.class);
    Wish later = wish("2026-12-10", "2026-12-31", "11:00", "13:00");
    assertThat(found(later, 1))
        .containsExactly(pair(KASSEL, "2026-12-10T12:00", "2026-12-31T13:00"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void aListHasALimit(int most) {
    assertThatThrownBy(() -> desk.search(anywhere(), most))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whenNobodyCanTellThatIsNotNothing() throws SQLException {
    try (TestDatabase gone = TestDatabase.at("jdbc:mariadb://127.0.0.1:1/gone")) {
      SeatDesk lost = STAGE.desk(gone.database(), Holds.LEFT_TO_RUN_OUT, new Random());
      assertThat(lost.search(anywhere(), 1)).isInstanceOf(SearchOutcome.Unknown.class);
    }
  }
}
