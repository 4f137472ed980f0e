package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.OfferOutcome.AllHeld;
import de.durchkommen.booking.RenewOutcome.HoldLost;
import de.durchkommen.booking.RenewOutcome.Renewed;
import de.durchkommen.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that are renewed, run out and are taken off their seats. */
class RenewTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SeatDesk desk = STAGE.desk(Holds.LEFT_TO_RUN_OUT);

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
    STAGE.people(1);
    STAGE.pair();
  }

  private static String holds() {
    return STAGE.rows.rows("SELECT COUNT(held_by), MIN(held_until) FROM seat").getFirst();
  }

  @Test
  void holdsForAnotherThreeMinutesFromNowOn() {
    Offer offer = offered(desk, anywhere());
    STAGE.clock.pass(MINUTE);
    Instant until = NOW.plus(MINUTE).plus(Limits.HOLD);
    assertThat(desk.renew(offer.hold())).isEqualTo(new Renewed(until));
    STAGE.clock.set(until.minusMillis(1));
    assertThat(desk.offer(anywhere())).isEqualTo(new AllHeld(until));
    STAGE.clock.set(until);
    offered(desk, anywhere());
  }

  @Test
  void whatRanOutIsRenewedWhileNobodyElseTookIt() {
    Offer offer = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD.multipliedBy(2));
    assertThat(desk.renew(offer.hold())).isInstanceOf(Renewed.class);
    assertThat(desk.offer(anywhere())).isInstanceOf(AllHeld.class);
    booked(desk, 1, offer);
  }

  @Test
  void whatAnotherTookIsLostAndStaysTheirs() {
    Offer old = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD);
    Offer taken = offered(desk, anywhere());
    String before = holds();
    STAGE.clock.pass(MINUTE);
    assertThat(desk.renew(old.hold())).isEqualTo(new HoldLost());
    assertThat(holds()).isEqualTo(before);
    booked(desk, 1, taken);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void halfAHoldIsNotRenewed(int dose) {
    Offer offer = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD);
    STAGE.rows.execute(
        "UPDATE seat SET held_by = NULL, held_until = NULL WHERE dose = %d".formatted(dose));
    String before = holds();
    assertThat(desk.renew(offer.hold())).isEqualTo(new HoldLost());
    assertThat(holds()).isEqualTo(before);
  }

  @Test
  void whatIsGivenBackOrBookedOrNeverWasIsLost() {
    Offer first = offered(desk, anywhere());
    desk.release(first.hold());
    assertThat(desk.renew(first.hold())).isEqualTo(new HoldLost());
    Offer second = offered(desk, anywhere());
    booked(desk, 1, second);
    assertThat(desk.renew(second.hold())).isEqualTo(new HoldLost());
    assertThat(desk.renew(new HoldKey(1, 98, 99))).isEqualTo(new HoldLost());
    assertThat(STAGE.rows.rows("SELECT booked, held_by FROM seat"))
        .containsExactly("1 null", "1 null");
  }

  /** A process that stood still for long must not come back for a seat that makes no pair. */
  @Test
  void theTelephoneDoesNotRenewTheRemainderOfAHold() {
    RenewedHolds holds = STAGE.holds();
    offered(STAGE.desk(holds), anywhere());
    STAGE.clock.pass(Limits.HOLD);
    STAGE.seat(KASSEL, 1, "2026-12-09T09:30");
    Offer other = offered(desk, anywhere());
    STAGE.clock.pass(MINUTE);
    holds.renew();
    assertThat(new Ledger(STAGE.rows).wrong(STAGE.clock.instant())).isEmpty();
    booked(desk, 1, other);
  }

  @Test
  void theTelephoneRenewsAllThatIsWhole() {
    STAGE.pairs(5);
    RenewedHolds holds = STAGE.holds();
    SeatDesk telephone = STAGE.desk(holds);
    for (int i = 0; i < 6; i++) {
      offered(telephone, anywhere());
    }
    STAGE.clock.pass(MINUTE);
    holds.renew();
    STAGE.clock.pass(Limits.HOLD.minusMillis(1));
    assertThat(new Ledger(STAGE.rows).counts(STAGE.clock.instant()))
        .isEqualTo("free 0, held 12, booked 0");
  }

  @Test
  void aHoldThatRanOutIsTakenOffAfterThreeMinutesAndNotBefore() {
    Offer offer = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD.plus(Limits.REAPED_AFTER));
    assertThat(STAGE.holds().reap()).isZero();
    assertThat(STAGE.free()).isEqualTo("0");
    STAGE.clock.pass(Duration.ofMillis(1));
    assertThat(STAGE.holds().reap()).isEqualTo(2);
    assertThat(STAGE.free()).isEqualTo("2");
    assertThat(STAGE.holds().reap()).isZero();
    assertThat(desk.renew(offer.hold())).isEqualTo(new HoldLost());
    assertThat(desk.book(1, offer.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
  }

  @Test
  void whatIsRenewedOrBookedIsNotTakenOff() {
    STAGE.pairs(1);
    Offer renewed = offered(desk, anywhere());
    booked(desk, 1, offered(desk, anywhere()));
    STAGE.clock.pass(Limits.HOLD.plus(Limits.REAPED_AFTER));
    desk.renew(renewed.hold());
    STAGE.clock.pass(Duration.ofMillis(1));
    assertThat(STAGE.holds().reap()).isZero();
    assertThat(new Ledger(STAGE.rows).counts(STAGE.clock.instant()))
        .isEqualTo("free 0, held 2, booked 2");
  }
}
