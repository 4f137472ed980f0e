package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static de.durchkommen.booking.Stage.only;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.Stock.AllHeld;
import de.durchkommen.booking.Stock.Available;
import de.durchkommen.booking.Stock.SoldOut;
import de.durchkommen.database.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());
  private static final LocalDate DAY = LocalDate.parse("2026-12-10");

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

  /** A count is told again for a while; these want one of their own. */
  private static Stock counted(Wish wish) {
    return STAGE.desk().stock(wish);
  }

  @Test
  void countsPairsUntilAllAreHeldAndThenBooked() {
    STAGE.pairs(2);
    assertThat(counted(anywhere())).isEqualTo(new Available(2, NOW));
    Offer first = offered(desk, anywhere());
    assertThat(counted(anywhere())).isEqualTo(new Available(1, NOW));
    STAGE.clock.pass(Duration.ofMinutes(1));
    Offer second = offered(desk, anywhere());
    assertThat(counted(anywhere())).isEqualTo(new AllHeld(NOW.plus(Limits.HOLD)));
    booked(desk, 1, first);
    assertThat(counted(anywhere())).isEqualTo(new AllHeld(second.until()));
    booked(desk, 2, second);
    assertThat(counted(anywhere())).isEqualTo(new SoldOut(STAGE.clock.instant()));
  }

  @Test
  void holdsThatRanOutAreFree() {
    STAGE.pair();
    offered(desk, anywhere());
    STAGE.clock.pass(Limits.HOLD.minusMillis(1));
    assertThat(counted(anywhere())).isEqualTo(new AllHeld(NOW.plus(Limits.HOLD)));
    STAGE.clock.pass(Duration.ofMillis(1));
    assertThat(counted(anywhere())).isEqualTo(new Available(1, STAGE.clock.instant()));
  }

  @Test
  void whenNobodyCanTellThatIsNotSoldOut() throws SQLException {
    try (TestDatabase gone = TestDatabase.at("jdbc:mariadb://127.0.0.1:1/gone")) {
      SeatDesk lost = STAGE.desk(gone.database(), Holds.LEFT_TO_RUN_OUT, new Random());
      assertThat(lost.stock(anywhere())).isInstanceOf(Stock.Unknown.class);
    }
  }

  @Test
  void aCountIsToldAgainForTwoSecondsWithItsOwnTime() {
    STAGE.pair();
    assertThat(desk.stock(anywhere())).isEqualTo(new Available(1, NOW));
    offered(desk, anywhere());
    STAGE.clock.pass(Limits.COUNT_AGE.minusMillis(1));
    assertThat(desk.stock(anywhere())).isEqualTo(new Available(1, NOW));
    assertThat(desk.stock(only(KASSEL))).isInstanceOf(AllHeld.class);
    STAGE.clock.pass(Duration.ofMillis(1));
    assertThat(desk.stock(anywhere())).isInstanceOf(AllHeld.class);
  }

  @Test
  void halvesThatMakeNoPairAreSoldOut() {
    STAGE.seat(KASSEL, 1, "2026-12-10T09:30");
    STAGE.seat(KASSEL, 2, "2026-12-30T09:30");
    STAGE.seat(FULDA, 2, "2026-12-31T09:30");
    assertThat(counted(anywhere())).isEqualTo(new SoldOut(NOW));
  }

  @Test
  void countsOnlyWhatFits() {
    STAGE.pairs(3);
    STAGE.seat(FULDA, 1, "2026-12-12T14:00");
    STAGE.seat(FULDA, 2, "2027-01-04T14:00");
    assertThat(counted(anywhere())).isEqualTo(new Available(4, NOW));
    assertThat(counted(only(FULDA))).isEqualTo(new Available(1, NOW));
    Daypart hours = new Daypart(LocalTime.of(8, 15), LocalTime.of(8, 30));
    assertThat(counted(wish(DAY, DAY, hours))).isEqualTo(new Available(2, NOW));
    assertThat(counted(wish(DAY.plusDays(1), DAY.plusDays(2), Daypart.ANY)))
        .isEqualTo(new Available(1, NOW));
    assertThat(counted(wish(DAY.plusDays(1), DAY.plusDays(1), Daypart.ANY)))
        .isEqualTo(new SoldOut(NOW));
    assertThat(counted(wish(DAY, DAY, Daypart.AFTERNOON))).isEqualTo(new SoldOut(NOW));
  }

  private static Wish wish(LocalDate from, LocalDate to, Daypart hours) {
    return new Wish(
        Optional.empty(), Stage.IN_KASSEL, from, Optional.of(to), hours, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsCountedCanBeHad(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 24; i++) {
      boolean first = random.nextBoolean();
      STAGE.seat(
          KASSEL,
          first ? 1 : 2,
          DAY.plusDays((first ? 0 : 28) + random.nextInt(30)).atTime(8, 0),
          1 + i);
    }
    int offers = 0;
    Stock stock = counted(anywhere());
    while (desk.offer(anywhere()) instanceof OfferOutcome.Offered) {
      offers++;
    }
    assertThat(stock)
        .as("seed %d", seed)
        .isEqualTo(offers > 0 ? new Available(offers, NOW) : new SoldOut(NOW));
  }

  @Test
  void noMatchingIsLargerThanTheCount() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      int fewest = 1 + random.nextInt(4);
      Vaccine vaccine = new Vaccine("x", "X", fewest, fewest + random.nextInt(5));
      SortedMap<LocalDate, Integer> firsts = someDays(random);
      SortedMap<LocalDate, Integer> seconds = someDays(random);
      assertThat(StockQuery.pairs(firsts, seconds, vaccine))
          .as("seed %d: %s and %s, %s", seed, firsts, seconds, vaccine)
          .isEqualTo(largestMatching(seats(firsts), seats(seconds), vaccine));
    }
  }

  private static SortedMap<LocalDate, Integer> someDays(Random random) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      days.put(DAY.plusDays(random.nextInt(10)), 1 + random.nextInt(3));
    }
    return days;
  }

  private static List<LocalDate> seats(SortedMap<LocalDate, Integer> days) {
    List<LocalDate> seats = new ArrayList<>();
    days.forEach((day, count) -> seats.addAll(Collections.nCopies(count, day)));
    return seats;
  }

  /** By augmenting paths, one seat at a time: knows nothing of days and their order. */
  private static int largestMatching(
      List<LocalDate> firsts, List<LocalDate> seconds, Vaccine vaccine) {
    Map<Integer, Integer> taken = new HashMap<>();
    int pairs = 0;
    for (int first = 0; first < firsts.size(); first++) {
      pairs += augmented(first, firsts, seconds, vaccine, taken, new HashSet<>()) ? 1 : 0;
    }
    return pairs;
  }

  private static boolean augmented(
      int first,
      List<LocalDate> firsts,
      List<LocalDate> seconds,
      Vaccine vaccine,
      Map<Integer, Integer> taken,
      Set<Integer> tried) {
    for (int second = 0; second < seconds.size(); second++) {
      long days = seconds.get(second).toEpochDay() - firsts.get(first).toEpochDay();
      if (vaccine.fewestDays() <= days && days <= vaccine.mostDays() && tried.add(second)) {
        Integer other = taken.get(second);
        if (other == null || augmented(other, firsts, seconds, vaccine, taken, tried)) {
          taken.put(second, first);
          return true;
        }
      }
    }
    return false;
  }
}
