package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closed days: nothing of them is offered, and nothing that was offered before is taken back. */
class ClosedTest {
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

  private static void close(int dose) {
    STAGE.rows.execute("UPDATE seat SET closed = 1 WHERE dose = " + dose);
  }

  private void assertNothingIsLeft() {
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.SoldOut.class);
    assertThat(STAGE.desk().stock(anywhere())).isInstanceOf(Stock.SoldOut.class);
    assertThat(desk.search(anywhere(), 1))
        .isInstanceOfSatisfying(
            SearchOutcome.Found.class, found -> assertThat(found.pairs()).isEmpty());
  }

  @Test
  void whatIsClosedIsNeverOffered() {
    STAGE.pairs(3);
    close(2);
    assertNothingIsLeft();
    STAGE.rows.execute("UPDATE seat SET closed = dose = 1");
    assertNothingIsLeft();
    STAGE.rows.execute("UPDATE seat SET closed = 0");
    offered(desk, anywhere());
  }

  @Test
  void whatWasOfferedBeforeItWasClosedCanBeHad() {
    STAGE.pairs(2);
    Offer first = offered(desk, anywhere());
    Offer second = offered(desk, anywhere());
    close(1);
    assertThat(desk.renew(first.hold())).isInstanceOf(RenewOutcome.Renewed.class);
    booked(desk, 1, first);
    assertThat(desk.move(1, second.hold(), TESTER)).isInstanceOf(MoveOutcome.Moved.class);
    assertNothingIsLeft();
  }

  @Test
  void whatIsCancelledOrGivenBackOnAClosedDayIsNotOfferedAgain() {
    STAGE.pairs(2);
    booked(desk, 1, offered(desk, anywhere()));
    Offer offer = offered(desk, anywhere());
    close(1);
    desk.cancel(1, TESTER);
    desk.release(offer.hold());
    assertThat(STAGE.free()).isEqualTo("4");
    assertNothingIsLeft();
  }
}
