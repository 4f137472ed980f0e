package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static de.durchkommen.booking.WaitingStage.nearby;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** The list under 64 threads, and with two nodes. */
class WaitingRaceTest {
  private static final int THREADS = 64;
  private static final int PAIRS = 24;
  private static final WaitingStage WAITING = new WaitingStage();
  private static final Stage STAGE = WAITING.stage;

  private final SeatDesk one = WAITING.desk;
  private final SeatDesk two = STAGE.desk();

  @AfterAll
  static void close() {
    WAITING.close();
  }

  @BeforeEach
  void clear() {
    WAITING.clear();
    STAGE.people(THREADS);
  }

  @AfterEach
  void noSeatIsLostAndNoneIsKeptForTwo() {
    assertThat(STAGE.lostSeats()).isEmpty();
    assertThat(
            STAGE.rows.rows(
                """
                SELECT first_seat_id FROM waiting_entry WHERE hold IS NOT NULL
                GROUP BY first_seat_id HAVING COUNT(*) > 1
                """))
        .isEmpty();
  }

  /** The people from 1 to {@link #PAIRS} have all pairs. */
  private void allBooked() {
    STAGE.pairs(PAIRS);
    for (int person = 1; person <= PAIRS; person++) {
      booked(one, person, offered(one, anywhere()));
    }
  }

  @RepeatedTest(2)
  void whoAsksByChanceGetsNothingWhileSomebodyWaitsAndTheOrderIsKept() {
    allBooked();
    // More wait than pairs come free.
    WAITING.waiting(PAIRS + 1, THREADS);
    List<Object> outcomes =
        Together.run(
            THREADS,
            i -> {
              SeatDesk desk = i % 2 == 0 ? one : two;
              if (i < PAIRS) {
                return desk.cancel(i + 1, TESTER);
              }
              return i % 8 == 0 ? ran() : desk.offer(anywhere());
            });
    assertThat(outcomes).noneMatch(OfferOutcome.Offered.class::isInstance);
    assertThat(outcomes).noneMatch(outcome -> outcome.toString().startsWith("Unknown"));
    WAITING.run().run();
    List<String> first =
        IntStream.rangeClosed(PAIRS + 1, 2 * PAIRS).mapToObj(Integer::toString).toList();
    assertThat(WAITING.offeredTo()).containsExactlyInAnyOrderElementsOf(first);
    assertThat(STAGE.free()).isEqualTo("0");
  }

  private static Object ran() {
    WAITING.run().run();
    return "ran";
  }

  @RepeatedTest(2)
  void noEntryIsOfferedOrCalledTwiceByManyRunsAtOnce() {
    STAGE.pairs(PAIRS);
    WAITING.waiting(1, PAIRS);
    Together.run(16, i -> ran());
    WAITING.run().run();
    assertThat(WAITING.offeredTo()).hasSize(PAIRS).doesNotHaveDuplicates();
    assertThat(WAITING.called)
        .extracting(WaitingOffer::person)
        .hasSize(PAIRS)
        .doesNotHaveDuplicates();
  }

  @RepeatedTest(2)
  void whateverManyDoAtOnceEachHasOneEntryOrOnePair() {
    STAGE.pairs(PAIRS);
    List<List<Object>> outcomes =
        Together.run(
            24,
            i -> {
              Random random = new Random(i);
              List<Object> seen = new ArrayList<>();
              for (int step = 0; step < 6; step++) {
                seen.add(anything(random, i % 2 == 0 ? one : two));
              }
              return seen;
            });
    assertThat(outcomes.stream().flatMap(List::stream))
        .noneMatch(outcome -> outcome.toString().startsWith("Unknown"));
    assertThat(
            STAGE.rows.rows(
                "SELECT live_person FROM waiting_entry JOIN appointment_pair"
                    + " ON appointment_pair.person_id = live_person"))
        .isEmpty();
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM seat WHERE booked = 1"))
        .isEqualTo(STAGE.rows.rows("SELECT 2 * COUNT(*) FROM appointment_pair"));
    assertThat(
            STAGE.rows.rows(
                """
                SELECT entry.id FROM waiting_entry entry LEFT JOIN seat
                  ON seat.id IN (entry.first_seat_id, entry.second_seat_id)
                  AND seat.held_by = entry.hold AND seat.held_until = entry.offered_until
                WHERE entry.state = 'OFFERED' GROUP BY entry.id HAVING COUNT(seat.id) <> 2
                """))
        .isEmpty();
  }

  private Object anything(Random random, SeatDesk desk) {
    long person = 1L + random.nextInt(2 * PAIRS);
    return switch (random.nextInt(8)) {
      case 0 -> desk.cancel(person, TESTER);
      case 1, 2 -> WAITING.list.signUp(nearby(person), TESTER);
      case 3 -> WAITING.list.leave(person, TESTER);
      case 4 -> WAITING.list.decline(person, TESTER);
      case 5 -> ran();
      case 6 ->
          WAITING.list.standing(person) instanceof WaitingStanding.Offered(Offer offer)
              ? desk.book(person, offer.hold(), TESTER)
              : Map.of();
      default ->
          desk.offer(anywhere()) instanceof OfferOutcome.Offered(Offer offer)
              ? desk.book(person, offer.hold(), TESTER)
              : Map.of();
    };
  }
}
