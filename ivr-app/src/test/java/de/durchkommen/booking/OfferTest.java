package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.notBefore;
import static de.durchkommen.booking.Stage.offered;
import static de.durchkommen.booking.Stage.only;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.OfferOutcome.AllHeld;
import de.durchkommen.booking.OfferOutcome.SoldOut;
import de.durchkommen.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  private final SeatDesk desk = STAGE.desk();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
  }

  @ParameterizedTest
  @CsvSource({"20, false", "21, true", "42, true", "43, false"})
  void theSecondDoseIs21To42DaysAfterTheFirst(int days, boolean fits) {
    LocalDateTime first = LocalDateTime.parse("2026-12-10T09:30");
    STAGE.seat(KASSEL, 1, first, 1);
    STAGE.seat(KASSEL, 2, first.plusDays(days), 1);
    assertThat(desk.offer(anywhere()))
        .isInstanceOf(fits ? OfferOutcome.Offered.class : SoldOut.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-30T23:59, 2026-12-10T00:00, false",
    "2026-12-31T00:00, 2026-12-10T23:59, true",
    "2027-01-21T23:59, 2026-12-10T00:00, true",
    "2027-01-22T00:00, 2026-12-10T23:59, false"
  })
  void daysAreCountedByTheCalendar(String second, String first, boolean fits) {
    STAGE.seat(KASSEL, 1, first);
    STAGE.seat(KASSEL, 2, second);
    assertThat(desk.offer(anywhere()))
        .isInstanceOf(fits ? OfferOutcome.Offered.class : SoldOut.class);
  }

  @Test
  void bothAreInTheSameCentre() {
    STAGE.seat(KASSEL, 1, "2026-12-10T09:30");
    STAGE.seat(FULDA, 2, "2026-12-31T09:30");
    assertThat(desk.offer(anywhere())).isEqualTo(new SoldOut(NOW));
  }

  @ParameterizedTest
  @CsvSource({
    // on the earliest day, at the same hour
    "09:30, 2026-12-31T08:00, 2026-12-31T09:30, 2027-01-01T09:30, 2026-12-31T09:30",
    // else the nearest, before or after
    "09:30, 2026-12-31T08:00, 2026-12-31T10:45, 2027-01-01T09:30, 2026-12-31T10:45",
    "09:30, 2026-12-31T08:15, 2026-12-31T10:45, 2027-01-01T09:30, 2026-12-31T08:15",
    "09:30, 2026-12-31T08:30, 2026-12-31T10:45, 2027-01-01T09:30, 2026-12-31T08:30",
    "17:45, 2026-12-31T08:30, 2026-12-31T10:45, 2027-01-01T17:45, 2026-12-31T10:45",
    "08:00, 2026-12-31T08:30, 2026-12-31T10:45, 2027-01-01T08:00, 2026-12-31T08:30"
  })
  void theSecondDoseIsOnTheEarliestDayAboutTheSameHour(
      String hour, String one, String two, String three, String expected) {
    STAGE.seat(KASSEL, 1, "2026-12-10T" + hour);
    STAGE.seat(KASSEL, 2, one);
    STAGE.seat(KASSEL, 2, two);
    STAGE.seat(KASSEL, 2, three);
    assertThat(offered(desk, anywhere()).second()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-01T13:59, false", "2026-12-01T14:00, true"})
  void thereIsTimeToGetThere(String first, boolean fits) {
    STAGE.seat(KASSEL, 1, first);
    STAGE.seat(KASSEL, 2, "2026-12-31T09:30");
    assertThat(desk.offer(anywhere()))
        .isInstanceOf(fits ? OfferOutcome.Offered.class : SoldOut.class);
  }

  @ParameterizedTest
  @CsvSource({"2026-12-10, true", "2026-12-11, false"})
  void notBeforeTheDayThatSuits(String day, boolean fits) {
    STAGE.pair();
    assertThat(desk.offer(notBefore(day)))
        .isInstanceOf(fits ? OfferOutcome.Offered.class : SoldOut.class);
  }

  @Test
  void theNearestCentreWithSomethingFreeOrOnlyTheWishedOne() {
    STAGE.pair();
    STAGE.seat(FULDA, 1, "2026-12-02T09:30");
    STAGE.seat(FULDA, 2, "2026-12-24T09:30");
    assertThat(offered(desk, anywhere()).centre()).isEqualTo(KASSEL);
    assertThat(desk.offer(only(KASSEL))).isInstanceOf(AllHeld.class);
    assertThat(offered(desk, anywhere()).centre()).isEqualTo(FULDA);
  }

  @Test
  void aHoldEndsAfterThreeMinutes() {
    STAGE.pair();
    Offer first = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD.minusMillis(1));
    assertThat(desk.offer(anywhere())).isEqualTo(new AllHeld(NOW.plus(Limits.HOLD)));
    STAGE.clock.pass(Duration.ofMillis(1));
    Offer second = offered(desk, anywhere());
    assertThat(second.hold()).isNotEqualTo(first.hold());
  }

  @Test
  void aReleasedPairIsFreeAtOnce() {
    STAGE.pair();
    desk.release(offered(desk, anywhere()).hold());
    assertThat(STAGE.free()).isEqualTo("2");
    offered(desk, anywhere());
  }

  @Test
  void releasingTakesNothingFromTheNextHolder() {
    STAGE.pair();
    Offer old = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD);
    offered(desk, anywhere());
    desk.release(old.hold());
    assertThat(desk.offer(anywhere())).isInstanceOf(AllHeld.class);
  }

  @Test
  void soldOutWhenHalvesAreLeftThatMakeNoPair() {
    assertThat(desk.offer(anywhere())).isEqualTo(new SoldOut(NOW));
    STAGE.seat(KASSEL, 1, "2026-12-10T09:30");
    assertThat(desk.offer(anywhere())).isEqualTo(new SoldOut(NOW));
    STAGE.seat(KASSEL, 2, "2027-06-01T09:30");
    assertThat(desk.offer(anywhere())).isEqualTo(new SoldOut(NOW));
  }

  @Test
  void allHeldWhenOneHalfIsHeldByAnother() {
    STAGE.pair();
    offered(desk, anywhere());
    STAGE.seat(KASSEL, 1, "2026-12-11T09:30");
    assertThat(desk.offer(anywhere())).isEqualTo(new AllHeld(NOW.plus(Limits.HOLD)));
  }

  @Test
  void goesPastFirstDosesWithoutASecond() {
    for (int day = 0; day < 14; day++) {
      for (int slot = 0; slot < 10; slot++) {
        STAGE.seat(
            KASSEL, 1, LocalDateTime.parse("2026-12-03T08:00").plusDays(day).plusMinutes(slot), 1);
      }
    }
    STAGE.seat(KASSEL, 2, "2027-01-25T08:30");
    Offer offer = offered(desk, anywhere());
    assertThat(offer.first()).isEqualTo("2026-12-14T08:00");
    assertThat(offer.second()).isEqualTo("2027-01-25T08:30");
  }

  @Test
  void renewedOffersStayHeldUntilTheyAreGivenBackOrTooOld() {
    STAGE.pair();
    RenewedHolds holds = STAGE.holds();
    SeatDesk renewing = STAGE.desk(holds);
    offered(renewing, anywhere());
    for (Duration age = Duration.ZERO;
        age.compareTo(Limits.LONGEST_OFFER) < 0;
        age = age.plus(Limits.RENEWAL)) {
      STAGE.clock.pass(Limits.RENEWAL);
      holds.renew();
      assertThat(desk.offer(anywhere())).isInstanceOf(AllHeld.class);
    }
    STAGE.clock.pass(Limits.RENEWAL);
    holds.renew();
    assertThat(holds.size()).isZero();
    STAGE.clock.pass(Limits.HOLD);
    offered(desk, anywhere());
  }

  @Test
  void aReleasedOfferIsNotRenewed() {
    STAGE.pair();
    RenewedHolds holds = STAGE.holds();
    SeatDesk renewing = STAGE.desk(holds);
    renewing.release(offered(renewing, anywhere()).hold());
    assertThat(holds.size()).isZero();
  }

  @Test
  void anHourThatThisZoneSkipsIsAnHourAllTheSame() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      STAGE.clock.set(Instant.parse("2027-03-28T02:30:00Z"));
      STAGE.seat(KASSEL, 1, "2027-04-10T09:30");
      STAGE.seat(KASSEL, 2, "2027-05-01T09:30");
      offered(desk, anywhere());
      assertThat(STAGE.rows.rows("SELECT DISTINCT CAST(held_until AS CHAR) FROM seat"))
          .containsExactly("2027-03-28 02:33:00.000");
      assertThat(desk.offer(anywhere()))
          .isEqualTo(new AllHeld(Instant.parse("2027-03-28T02:33:00Z")));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "34117, Kassel, Fulda", "36041, Fulda, Kassel", "35260, Fulda, Kassel", "37213, Kassel, Fulda",
    "60311, Fulda, Kassel", "99999, Fulda, Kassel", "00000, Fulda, Kassel", "x', Fulda, Kassel"
  })
  void centresAreToldNearestFirst(String postcode, String first, String second) {
    assertThat(desk.centres(postcode)).extracting(Centre::name).containsExactly(first, second);
  }
}
