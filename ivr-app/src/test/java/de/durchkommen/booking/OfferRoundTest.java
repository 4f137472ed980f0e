package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.notBefore;
import static de.durchkommen.booking.Stage.only;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.OfferOutcome.AllHeld;
import de.durchkommen.booking.OfferOutcome.Offered;
import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who are served together get seats of their own, whatever each of them looks for. */
class OfferRoundTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());

  @AfterAll
  static void close() {
    STAGE.close();
  }

  @BeforeEach
  void clear() {
    STAGE.clear();
  }

  private static List<OfferOutcome> round(List<Wish> wishes) {
    List<OfferRound.Asked> asked = new ArrayList<>();
    wishes.forEach(wish -> asked.add(new OfferRound.Asked(wish, asked.size() + 1L)));
    return STAGE
        .rows
        .transactions()
        .run(entities -> {
          Sql sql = new Sql(entities);
          Atlas atlas = new Atlas();
          WaitingTurns nobody = new WaitingTurns(sql, atlas, new Random(), WaitingStage.TERMS, NOW);
          return new OfferRound(sql, atlas, nobody, NOW).answers(asked);
        });
  }

  private static void assertAllDifferent(List<OfferOutcome> outcomes, int offers) {
    assertThat(
            outcomes.stream()
                .filter(Offered.class::isInstance)
                .map(outcome -> ((Offered) outcome).offer().hold())
                .flatMap(hold -> Stream.of(hold.firstSeat(), hold.secondSeat())))
        .hasSize(2 * offers)
        .doesNotHaveDuplicates();
    assertThat(new Ledger(STAGE.rows).wrong(NOW)).isEmpty();
    assertThat(new Ledger(STAGE.rows).held(NOW)).isEqualTo(2L * offers);
  }

  @Test
  void differentWishesForTheSameSeats() {
    STAGE.pairs(3);
    List<OfferOutcome> outcomes =
        round(List.of(anywhere(), only(KASSEL), notBefore("2026-12-05"), notBefore("2026-12-06")));
    assertAllDifferent(outcomes, 3);
    assertThat(outcomes.getLast()).isEqualTo(new AllHeld(NOW.plus(Limits.HOLD)));
  }

  /** On the second day the first free second dose is the same as on the first. */
  @Test
  void aRoundThatGoesOnToTheNextDay() {
    for (int day = 0; day < 3; day++) {
      STAGE.seat(KASSEL, 1, LocalDateTime.parse("2026-12-10T09:30").plusDays(day), 1);
    }
    STAGE.seat(KASSEL, 2, "2027-01-05T09:30");
    STAGE.seat(KASSEL, 2, "2027-01-06T09:30");
    List<OfferOutcome> outcomes = round(List.of(anywhere(), anywhere(), anywhere()));
    assertAllDifferent(outcomes, 2);
    assertThat(outcomes.getLast()).isEqualTo(new AllHeld(NOW.plus(Limits.HOLD)));
  }

  @Test
  void aRoundThatGoesOnForMoreDaysThanAreSearchedInVain() {
    int days = Limits.DAYS_SEARCHED + 5;
    for (int day = 0; day < days; day++) {
      LocalDateTime first = LocalDateTime.parse("2026-12-10T09:30").plusDays(day);
      STAGE.seat(KASSEL, 1, first, 1);
      STAGE.seat(KASSEL, 2, first.plusDays(42), 1);
    }
    assertAllDifferent(round(Collections.nCopies(days, anywhere())), days);
  }
}
