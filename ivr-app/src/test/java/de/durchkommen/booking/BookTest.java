package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.COMIRNATY;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.notBefore;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());
  private static final LocalDateTime FIRST = LocalDateTime.parse("2026-12-10T09:30");
  private static final LocalDateTime SECOND = LocalDateTime.parse("2026-12-31T09:30");

  private final SeatDesk desk = STAGE.desk();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
    STAGE.people(3);
    STAGE.pair();
  }

  @AfterEach
  void noSeatIsLost() {
    assertThat(STAGE.lostSeats()).isEmpty();
  }

  private void anotherPair() {
    STAGE.seat(KASSEL, 1, "2026-12-11T10:00");
    STAGE.seat(KASSEL, 2, "2027-01-01T10:00");
  }

  @Test
  void booksBothDoses() {
    AppointmentPair pair = booked(desk, 1, offered(desk, anywhere()));
    assertThat(pair)
        .isEqualTo(new AppointmentPair(pair.confirmation(), KASSEL, COMIRNATY, FIRST, SECOND));
    assertThat(pair.confirmation()).matches("[1-9][0-9]{5}");
    assertThat(desk.appointments(1)).isEqualTo(new LookUp.Found(pair));
    assertThat(desk.appointments(2)).isEqualTo(new LookUp.NothingBooked());
    assertThat(STAGE.events()).containsExactly("BOOKED 1 2026-12-10 09:30:00 2026-12-31 09:30:00");
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.SoldOut.class);
  }

  @Test
  void aHoldThatRanOutIsGoodWhileNobodyElseTookIt() {
    Offer offer = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD.multipliedBy(10));
    booked(desk, 1, offer);
  }

  @Test
  void aHoldThatAnotherTookIsLost() {
    Offer old = offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD);
    Offer taken = offered(desk, anywhere());
    assertThat(desk.book(1, old.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
    assertThat(desk.appointments(1)).isEqualTo(new LookUp.NothingBooked());
    booked(desk, 2, taken);
  }

  @Test
  void halfAHoldIsNone() {
    Offer offer = offered(desk, anywhere());
    STAGE.rows.execute("UPDATE seat SET held_by = 5 WHERE dose = 2");
    assertThat(desk.book(1, offer.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
    assertThat(STAGE.free()).isEqualTo("1");
  }

  @Test
  void aPersonHasOnePairOnly() {
    anotherPair();
    AppointmentPair pair = booked(desk, 1, offered(desk, anywhere()));
    assertThat(desk.book(1, offered(desk, anywhere()).hold(), TESTER))
        .isEqualTo(new BookOutcome.AlreadyBooked(pair));
    assertThat(STAGE.free()).isEqualTo("2");
  }

  @Test
  void aReleasedOfferCannotBeBooked() {
    Offer offer = offered(desk, anywhere());
    desk.release(offer.hold());
    assertThat(desk.book(1, offer.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
  }

  @Test
  void drawsAnotherConfirmationWhenOneIsInUse() {
    anotherPair();
    Iterator<Integer> drawn = List.of(123_456, 123_456, 654_321).iterator();
    RandomGenerator random =
        new RandomGenerator() {
          private long holds;

          @Override
          public long nextLong() {
            return ++holds;
          }

          @Override
          public long nextLong(long from, long to) {
            return nextLong();
          }

          @Override
          public int nextInt(int from, int to) {
            assertThat(List.of(from, to)).containsExactly(100_000, 1_000_000);
            return drawn.next();
          }
        };
    SeatDesk drawing = STAGE.desk(STAGE.rows.patient(), STAGE.holds(), random);
    assertThat(booked(drawing, 1, offered(drawing, anywhere())).confirmation()).isEqualTo("123456");
    assertThat(booked(drawing, 2, offered(drawing, anywhere())).confirmation()).isEqualTo("654321");
  }

  @Test
  void movesBothAndFreesTheOldOnes() {
    anotherPair();
    AppointmentPair old = booked(desk, 1, offered(desk, anywhere()));
    Offer offer = offered(desk, notBefore("2026-12-11"));
    AppointmentPair moved =
        new AppointmentPair(old.confirmation(), KASSEL, COMIRNATY, offer.first(), offer.second());
    assertThat(desk.move(1, offer.hold(), TESTER)).isEqualTo(new MoveOutcome.Moved(moved));
    assertThat(desk.appointments(1)).isEqualTo(new LookUp.Found(moved));
    assertThat(offered(desk, anywhere()).first()).isEqualTo(FIRST);
    assertThat(STAGE.events())
        .containsExactly(
            "BOOKED 1 2026-12-10 09:30:00 2026-12-31 09:30:00",
            "MOVED 1 2026-12-11 10:00:00 2027-01-01 10:00:00");
  }

  @Test
  void aMoveWhoseHoldIsLostKeepsTheOldOnes() {
    anotherPair();
    AppointmentPair old = booked(desk, 1, offered(desk, anywhere()));
    Offer offer = offered(desk, anywhere());
    desk.release(offer.hold());
    assertThat(desk.move(1, offer.hold(), TESTER)).isEqualTo(new MoveOutcome.HoldLost());
    assertThat(desk.appointments(1)).isEqualTo(new LookUp.Found(old));
  }

  @Test
  void whoHasNothingMovesNothing() {
    assertThat(desk.move(1, offered(desk, anywhere()).hold(), TESTER))
        .isEqualTo(new MoveOutcome.NothingBooked());
    assertThat(STAGE.free()).isEqualTo("2");
  }

  @Test
  void cancelsBothOnce() {
    AppointmentPair pair = booked(desk, 1, offered(desk, anywhere()));
    assertThat(desk.cancel(1, TESTER)).isEqualTo(new CancelOutcome.Cancelled(pair));
    assertThat(desk.cancel(1, TESTER)).isEqualTo(new CancelOutcome.NothingBooked());
    assertThat(STAGE.free()).isEqualTo("2");
    assertThat(STAGE.events())
        .containsExactly(
            "BOOKED 1 2026-12-10 09:30:00 2026-12-31 09:30:00",
            "CANCELLED 1 2026-12-10 09:30:00 2026-12-31 09:30:00");
    booked(desk, 2, offered(desk, anywhere()));
  }
}
