package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.COMIRNATY;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two vaccines, each with an interval of its own. */
class VaccineTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());
  private static final Vaccine ASTRA = new Vaccine("astra", "Astra", 63, 84);

  private final SeatDesk desk = STAGE.desk();

  @BeforeAll
  static void vaccine() {
    STAGE.rows.execute("INSERT INTO vaccine_interval VALUES ('astra', 63, 84)");
    STAGE.rows.execute("INSERT INTO vaccine VALUES ('astra', 'Astra', 63, 84)");
  }

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
    STAGE.people(2);
  }

  private static void seat(Vaccine vaccine, int dose, String at) {
    STAGE.seat(KASSEL, dose, at);
    STAGE.rows.execute(
        "UPDATE seat SET vaccine_id = '%s' ORDER BY id DESC LIMIT 1".formatted(vaccine.id()));
  }

  private void assertNothingIsLeft() {
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.SoldOut.class);
    assertThat(STAGE.desk().stock(anywhere())).isInstanceOf(Stock.SoldOut.class);
    assertThat(desk.search(anywhere(), 1))
        .isInstanceOfSatisfying(
            SearchOutcome.Found.class, found -> assertThat(found.pairs()).isEmpty());
  }

  @Test
  void dosesOfTwoVaccinesMakeNoPair() {
    seat(ASTRA, 1, "2026-12-10T09:30");
    seat(COMIRNATY, 2, "2026-12-31T09:30");
    seat(COMIRNATY, 2, "2027-02-20T09:30");
    assertNothingIsLeft();
  }

  @Test
  void eachVaccineHasItsInterval() {
    seat(ASTRA, 1, "2026-12-10T09:30");
    for (String second : List.of("2026-12-31", "2027-02-10", "2027-03-05")) {
      seat(ASTRA, 2, second + "T09:30");
    }
    assertNothingIsLeft();
    seat(ASTRA, 2, "2027-02-11T09:30");
    seat(COMIRNATY, 1, "2026-12-10T09:45");
    seat(COMIRNATY, 2, "2026-12-31T09:45");
    AppointmentPair pair = booked(desk, 1, offered(desk, anywhere()));
    assertThat(pair.vaccine()).isEqualTo(ASTRA);
    assertThat(pair.second()).isEqualTo("2027-02-11T09:30");
    assertThat(booked(desk, 2, offered(desk, anywhere())).vaccine()).isEqualTo(COMIRNATY);
    assertThat(new Ledger(STAGE.rows).wrong(Stage.NOW)).isEmpty();
  }

  @Test
  void aWishMayNameTheVaccine() {
    seat(ASTRA, 1, "2026-12-10T09:30");
    seat(ASTRA, 2, "2027-02-20T09:30");
    seat(COMIRNATY, 1, "2026-12-10T09:45");
    seat(COMIRNATY, 2, "2026-12-31T09:45");
    Wish wish =
        new Wish(
            Optional.empty(),
            Stage.IN_KASSEL,
            LocalDate.parse("2026-12-01"),
            Optional.empty(),
            Daypart.ANY,
            Optional.of("comirnaty"));
    assertThat(desk.stock(wish)).isEqualTo(new Stock.Available(1, Stage.NOW));
    assertThat(desk.search(wish, 9))
        .isInstanceOfSatisfying(
            SearchOutcome.Found.class,
            found ->
                assertThat(found.pairs()).extracting(FreePair::vaccine).containsExactly(COMIRNATY));
    assertThat(offered(desk, wish).vaccine()).isEqualTo(COMIRNATY);
    assertThat(desk.offer(wish)).isInstanceOf(OfferOutcome.AllHeld.class);
  }

  /** Else the database would refuse it, and the caller would hear for ever that nobody knows. */
  @Test
  void anOfferThatDoesNotKeepANewIntervalIsLostAndItsSeatsAreFree() {
    seat(ASTRA, 1, "2026-12-10T09:30");
    seat(ASTRA, 2, "2027-02-11T09:30");
    Offer offer = offered(desk, anywhere());
    STAGE.rows.execute("INSERT INTO vaccine_interval VALUES ('astra', 64, 84)");
    STAGE.rows.execute("UPDATE vaccine SET fewest_days = 64 WHERE id = 'astra'");
    try {
      STAGE.clock.pass(Limits.ATLAS_AGE);
      assertThat(desk.book(1, offer.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
      assertThat(STAGE.free()).isEqualTo("2");
      assertNothingIsLeft();
    } finally {
      STAGE.rows.execute("UPDATE vaccine SET fewest_days = 63 WHERE id = 'astra'");
      STAGE.rows.execute("DELETE FROM vaccine_interval WHERE fewest_days = 64");
    }
  }
}
