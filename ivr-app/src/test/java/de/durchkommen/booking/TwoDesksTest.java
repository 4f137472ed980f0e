package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two nodes that know nothing of each other, on one database. */
class TwoDesksTest {
  private static final int THREADS = 64;
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  private final List<SeatDesk> desks = List.of(STAGE.desk(), STAGE.desk());

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
    STAGE.people(THREADS);
  }

  @RepeatedTest(3)
  void noSeatIsOfferedTwice() {
    STAGE.pairs(THREADS);
    List<Offer> offers = Together.run(THREADS, i -> offered(desks.get(i % 2), anywhere()));
    assertThat(
            offers.stream()
                .map(Offer::hold)
                .flatMap(hold -> Stream.of(hold.firstSeat(), hold.secondSeat())))
        .doesNotHaveDuplicates()
        .hasSize(2 * THREADS);
    assertThat(new Ledger(STAGE.rows).wrong(NOW)).isEmpty();
  }

  /** A client that heard nothing asks again, at another node, while the first is still at it. */
  @RepeatedTest(5)
  void whoBooksTheSameHoldAgainAtTheSameTimeIsToldTheBooking() {
    STAGE.pair();
    Offer offer = offered(desks.getFirst(), anywhere());
    List<BookOutcome> outcomes =
        Together.run(8, i -> desks.get(i % 2).book(1, offer.hold(), TESTER));
    assertThat(outcomes)
        .allMatch(BookOutcome.Booked.class::isInstance)
        .allMatch(outcomes.getFirst()::equals);
    assertThat(STAGE.events()).hasSize(1);
  }

  @Test
  void whateverTheyDoAtOnceTheLedgerIsInOrder() {
    STAGE.pairs(40);
    Ledger ledger = new Ledger(STAGE.rows);
    long seed = new Random().nextLong();
    List<Integer> bookings = Together.run(24, i -> bookings(new Random(seed + i)));
    assertThat(ledger.wrong(NOW)).as("seed " + seed).isEmpty();
    assertThat(bookings.stream().mapToInt(Integer::intValue).sum()).isPositive();
  }

  /** People are everybody's, so they meet. */
  private int bookings(Random random) {
    int bookings = 0;
    for (int step = 0; step < 6; step++) {
      long person = 1L + random.nextInt(16);
      SeatDesk desk = desks.get(random.nextInt(2));
      if (random.nextInt(4) == 0) {
        desk.cancel(person, TESTER);
      } else if (desk.offer(anywhere()) instanceof OfferOutcome.Offered(Offer offer)) {
        SeatDesk other = desks.get(random.nextInt(2));
        Object outcome =
            random.nextBoolean()
                ? other.book(person, offer.hold(), TESTER)
                : other.move(person, offer.hold(), TESTER);
        bookings += outcome instanceof BookOutcome.Booked ? 1 : 0;
      }
    }
    return bookings;
  }
}
