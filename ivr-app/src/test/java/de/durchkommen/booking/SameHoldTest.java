package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.notBefore;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a hold, and who only says so or says it twice. */
class SameHoldTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  private final SeatDesk desk = STAGE.desk();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
    STAGE.people(2);
  }

  /** Free seats are held with nothing, which is not a token of zero. */
  @Test
  void nobodyBooksWithoutAHold() {
    STAGE.pair();
    List<Long> seats =
        STAGE.rows.rows("SELECT id FROM seat ORDER BY dose").stream().map(Long::valueOf).toList();
    HoldKey none = new HoldKey(0, seats.get(0), seats.get(1));
    assertThat(desk.book(1, none, TESTER)).isEqualTo(new BookOutcome.HoldLost());
    assertThat(desk.renew(none)).isEqualTo(new RenewOutcome.HoldLost());
    booked(desk, 1, offered(desk, anywhere()));
    assertThat(desk.move(1, none, TESTER)).isEqualTo(new MoveOutcome.HoldLost());
  }

  @Test
  void theSameHoldAgainTellsTheBookingUntilItIsMovedOrCancelled() {
    STAGE.pairs(2);
    Offer first = offered(desk, anywhere());
    AppointmentPair pair = booked(desk, 1, first);
    assertThat(booked(STAGE.desk(), 1, first)).isEqualTo(pair);
    assertThat(desk.book(2, first.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
    Offer second = offered(desk, notBefore("2026-12-10"));
    assertThat(desk.move(1, second.hold(), TESTER))
        .isEqualTo(desk.move(1, second.hold(), TESTER))
        .isInstanceOf(MoveOutcome.Moved.class);
    assertThat(desk.book(1, first.hold(), TESTER)).isInstanceOf(BookOutcome.AlreadyBooked.class);
    desk.cancel(1, TESTER);
    assertThat(desk.book(1, second.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
    assertThat(STAGE.events()).hasSize(3);
    assertThat(STAGE.free()).isEqualTo("4");
  }

  /** One in a round who is not there any more takes nothing from those who are. */
  @Test
  void aStrangerSpoilsNoRound() {
    STAGE.pairs(6);
    List<Offer> offers = Stream.generate(() -> offered(desk, anywhere())).limit(6).toList();
    List<BookOutcome> outcomes =
        Together.run(6, i -> desk.book(i < 2 ? i + 1 : 99, offers.get(i).hold(), TESTER));
    assertThat(outcomes.subList(0, 2)).allMatch(BookOutcome.Booked.class::isInstance);
    assertThat(outcomes.subList(2, 6)).allMatch(BookOutcome.Unknown.class::isInstance);
  }
}
