package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.BookOutcome.AlreadyBooked;
import de.durchkommen.booking.BookOutcome.Booked;
import de.durchkommen.booking.BookOutcome.HoldLost;
import de.durchkommen.booking.OfferOutcome.AllHeld;
import de.durchkommen.booking.OfferOutcome.Offered;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final int THREADS = 64;
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  private final SeatDesk desk = STAGE.desk();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
    STAGE.people(THREADS);
  }

  @AfterEach
  void noSeatIsLost() {
    assertThat(STAGE.lostSeats()).isEmpty();
  }

  @RepeatedTest(3)
  void oneOf64GetsTheLastPair() {
    STAGE.pair();
    List<Object> outcomes =
        Together.run(
            THREADS,
            i ->
                switch (desk.offer(anywhere())) {
                  case Offered(Offer offer) -> desk.book(i + 1, offer.hold(), TESTER);
                  case OfferOutcome other -> other;
                });
    assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Booked))
        .allMatch(o -> o instanceof AllHeld || o instanceof OfferOutcome.SoldOut);
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM appointment_pair")).containsExactly("1");
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.SoldOut.class);
  }

  @RepeatedTest(3)
  void oneOf64IsOfferedTheLastPairAndNobodyIsToldThatItIsSold() {
    STAGE.pair();
    List<OfferOutcome> outcomes = Together.run(THREADS, i -> desk.offer(anywhere()));
    assertThat(outcomes).filteredOn(Offered.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AllHeld.class::isInstance).hasSize(THREADS - 1);
  }

  @RepeatedTest(3)
  void oneOf64BooksTheSameOffer() {
    STAGE.pair();
    Offer offer = offered(desk, anywhere());
    List<BookOutcome> outcomes = Together.run(THREADS, i -> desk.book(i + 1, offer.hold(), TESTER));
    assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(HoldLost.class::isInstance).hasSize(THREADS - 1);
  }

  @Test
  void sixtyFourGetOnePairEach() {
    STAGE.pairs(THREADS);
    List<BookOutcome> outcomes =
        Together.run(THREADS, i -> desk.book(i + 1, offered(desk, anywhere()).hold(), TESTER));
    assertThat(outcomes).allMatch(Booked.class::isInstance);
    assertThat(STAGE.free()).isEqualTo("0");
  }

  @RepeatedTest(3)
  void whatIsOfferedCanBeHadWhereverPeopleLookFromAndWhatTheyWish() {
    STAGE.pairs(Stage.KASSEL, THREADS / 2);
    STAGE.pairs(Stage.FULDA, THREADS / 2);
    List<BookOutcome> outcomes =
        Together.run(
            THREADS,
            i -> {
              Wish wish = i % 3 == 0 ? anywhere() : i % 3 == 1 ? fromFulda() : inTheMorning();
              return desk.offer(wish) instanceof Offered(Offer offer)
                  ? desk.book(i + 1, offer.hold(), TESTER)
                  : new BookOutcome.Unknown("nothing offered");
            });
    assertThat(outcomes).noneMatch(HoldLost.class::isInstance);
    assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSizeGreaterThan(THREADS / 2);
  }

  @RepeatedTest(3)
  void onePersonAtManyTelephonesGetsOnePair() {
    STAGE.pairs(16);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      offers.add(offered(desk, anywhere()));
    }
    List<BookOutcome> outcomes = Together.run(16, i -> desk.book(1, offers.get(i).hold(), TESTER));
    assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AlreadyBooked.class::isInstance).hasSize(15);
    assertThat(STAGE.free()).isEqualTo("30");
  }

  @RepeatedTest(3)
  void movesAndCancellationsOfOnePersonComeOneAfterTheOther() {
    STAGE.pairs(17);
    booked(desk, 1, offered(desk, anywhere()));
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      offers.add(offered(desk, anywhere()));
    }
    List<Object> outcomes =
        Together.run(
            20, i -> i < 16 ? desk.move(1, offers.get(i).hold(), TESTER) : desk.cancel(1, TESTER));
    assertThat(outcomes).filteredOn(CancelOutcome.Cancelled.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .noneMatch(o -> o instanceof MoveOutcome.Unknown || o instanceof CancelOutcome.Unknown);
    assertThat(STAGE.free()).isEqualTo("34");
  }

  @Test
  void whateverManyDoAtOnceTheSeatsAddUp() {
    STAGE.pairs(12);
    List<List<Object>> outcomes =
        Together.run(
            32,
            i -> {
              Random random = new Random(i);
              List<Object> seen = new ArrayList<>();
              for (int step = 0; step < 12; step++) {
                seen.add(anything(random));
              }
              return seen;
            });
    assertThat(outcomes.stream().flatMap(List::stream))
        .noneMatch(outcome -> outcome.toString().startsWith("Unknown"));
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM seat WHERE booked = 1"))
        .isEqualTo(STAGE.rows.rows("SELECT 2 * COUNT(*) FROM appointment_pair"));
  }

  private static Wish fromFulda() {
    return new Wish(Optional.empty(), "36037", anywhere().notBefore());
  }

  private static Wish inTheMorning() {
    return new Wish(
        Optional.empty(),
        Stage.IN_KASSEL,
        anywhere().notBefore(),
        Optional.empty(),
        Daypart.MORNING,
        Optional.empty());
  }

  private Object anything(Random random) {
    long person = 1L + random.nextInt(16);
    if (random.nextInt(4) == 0) {
      return desk.cancel(person, TESTER);
    }
    return switch (desk.offer(anywhere())) {
      case Offered(Offer offer) ->
          switch (random.nextInt(3)) {
            case 0 -> desk.book(person, offer.hold(), TESTER);
            case 1 -> desk.move(person, offer.hold(), TESTER);
            default -> {
              desk.release(offer.hold());
              yield offer;
            }
          };
      case OfferOutcome other -> other;
    };
  }
}
