package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static de.durchkommen.booking.WaitingStage.PHONE;
import static de.durchkommen.booking.WaitingStage.nearby;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.booking.WaitingSignUp.Already;
import de.durchkommen.booking.WaitingSignUp.SignedUp;
import de.durchkommen.booking.WaitingStanding.NotWaiting;
import de.durchkommen.booking.WaitingStanding.Waiting;
import de.durchkommen.database.Sql;
import de.durchkommen.database.Together;
import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing up, being served in order, declining and leaving. */
class WaitingListTest {
  private static final WaitingStage WAITING = new WaitingStage();
  private static final Stage STAGE = WAITING.stage;

  private final SeatDesk desk = WAITING.desk;
  private final WaitingList list = WAITING.list;
  private final WaitingRun run = WAITING.run();

  @AfterAll
  static void close() {
    WAITING.close();
  }

  @BeforeEach
  void clear() {
    WAITING.clear();
    STAGE.people(6);
  }

  @AfterEach
  void noSeatIsLost() {
    assertThat(STAGE.lostSeats()).isEmpty();
  }

  @Test
  void theLineIsInTheOrderOfSignUp() {
    assertThat(list.signUp(nearby(1), TESTER)).isEqualTo(new SignedUp(0, WaitingLimits.KEPT));
    assertThat(list.signUp(nearby(2), TESTER)).isEqualTo(new SignedUp(1, WaitingLimits.KEPT));
    assertThat(list.standing(1)).isEqualTo(new Waiting(0));
    assertThat(list.standing(2)).isEqualTo(new Waiting(1));
    assertThat(list.standing(3)).isEqualTo(new NotWaiting());
  }

  @Test
  void whoSignsUpAgainKeepsThePlaceAndGivesANewNumber() {
    WAITING.waiting(1, 2);
    PhoneNumber other = new PhoneNumber("+4966112345");
    WaitingWish again = new WaitingWish(2, Stage.IN_KASSEL, other, "de", Optional.empty());
    assertThat(list.signUp(again, TESTER)).isEqualTo(new Already(1, WaitingLimits.KEPT));
    STAGE.pairs(2);
    run.run();
    assertThat(WAITING.called).extracting(WaitingOffer::phone).containsExactly(PHONE, other);
  }

  @Test
  void onlyThoseStandBeforeSomebodyWhoWaitForTheSameCentre() {
    list.signUp(WaitingStage.only(1, FULDA), TESTER);
    assertThat(list.signUp(WaitingStage.only(2, KASSEL), TESTER))
        .isEqualTo(new SignedUp(0, WaitingLimits.KEPT));
    assertThat(list.signUp(WaitingStage.only(3, FULDA), TESTER))
        .isEqualTo(new SignedUp(1, WaitingLimits.KEPT));
  }

  @Test
  void nobodyWaitsWhoHasAppointmentsOrIsNotThere() {
    STAGE.pair();
    booked(desk, 1, offered(desk, anywhere()));
    assertThat(list.signUp(nearby(1), TESTER)).isEqualTo(new WaitingSignUp.HasAppointments());
    assertThat(list.signUp(nearby(99), TESTER)).isEqualTo(new WaitingSignUp.NoSuchPerson());
  }

  @Test
  void aCancelledPairIsTheFirstInLinesAndNobodyElsesWhoAsks() {
    STAGE.pair();
    AppointmentPair pair = booked(desk, 1, offered(desk, anywhere()));
    WAITING.waiting(2, 3);
    desk.cancel(1, TESTER);
    OfferOutcome chance = desk.offer(anywhere());
    assertThat(chance).isEqualTo(new OfferOutcome.AllHeld(NOW.plus(WaitingLimits.KEPT)));
    Offer kept = WAITING.kept(2);
    assertThat(List.of(kept.centre(), kept.first(), kept.second()))
        .isEqualTo(List.of(pair.centre(), pair.first(), pair.second()));
    assertThat(list.standing(3)).isEqualTo(new Waiting(0));
  }

  @Test
  void whatNobodyInLineCanTakeRightNowIsStillNobodyElses() {
    WAITING.waiting(1, 2);
    STAGE.pair();
    STAGE
        .rows
        .transactions()
        .run(entities -> {
          new WaitingEntries(new Sql(entities)).locked(List.of(1L));
          assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.AllHeld.class);
          return true;
        });
    assertThat(WAITING.offeredTo()).isEmpty();
    run.run();
    assertThat(WAITING.offeredTo()).containsExactly("1");
  }

  @Test
  void whatIsSoldOutStaysSoldOutWhileSomebodyWaits() {
    WAITING.waiting(1, 1);
    assertThat(desk.offer(anywhere())).isEqualTo(new OfferOutcome.SoldOut(NOW));
    assertThat(WAITING.offeredTo()).isEmpty();
  }

  @Test
  void whoAsksIsServedWhenTheListIs() {
    STAGE.pairs(3);
    WAITING.waiting(1, 2);
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.Offered.class);
    assertThat(WAITING.offeredTo()).containsExactly("1", "2");
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.AllHeld.class);
  }

  @Test
  void aCentreForWhichNobodyWaitsIsOpenToAll() {
    STAGE.seat(FULDA, 1, "2026-12-10T09:30");
    STAGE.seat(FULDA, 2, "2026-12-31T09:30");
    list.signUp(WaitingStage.only(1, KASSEL), TESTER);
    assertThat(offered(desk, anywhere()).centre()).isEqualTo(FULDA);
    assertThat(list.standing(1)).isEqualTo(new Waiting(0));
  }

  @Test
  void whoNamesNoCentreWaitsForThoseNearby() {
    // Kassel and Fulda are 86 km apart.
    list.signUp(nearby(1), TESTER);
    WaitingWish fromFulda = new WaitingWish(2, "36037", PHONE, "de", Optional.empty());
    list.signUp(fromFulda, TESTER);
    assertThat(STAGE.rows.rows("SELECT centre_id FROM waiting_line ORDER BY entry_id"))
        .containsExactly("kassel", "fulda");
  }

  @Test
  void eachGetsThePairNextToThem() {
    STAGE.pair();
    STAGE.seat(FULDA, 1, "2026-12-09T09:30");
    STAGE.seat(FULDA, 2, "2026-12-30T09:30");
    list.signUp(WaitingStage.only(1, FULDA), TESTER);
    list.signUp(WaitingStage.only(2, KASSEL), TESTER);
    run.run();
    assertThat(WAITING.kept(1).centre()).isEqualTo(FULDA);
    assertThat(WAITING.kept(2).centre()).isEqualTo(KASSEL);
  }

  @Test
  void theOfferIsTakenByBookingIt() {
    STAGE.pair();
    WAITING.waiting(1, 1);
    run.run();
    booked(desk, 1, WAITING.kept(1));
    assertThat(WAITING.states()).containsExactly("BOOKED");
    assertThat(list.standing(1)).isEqualTo(new NotWaiting());
    assertThat(WAITING.events())
        .containsExactly("SIGNED_UP 1", "OFFERED 1", "CALLED 1", "BOOKED 1");
  }

  @Test
  void anyBookingEndsTheEntryAndFreesWhatWasKept() {
    STAGE.pairs(2);
    Offer other = offered(desk, anywhere());
    WAITING.waiting(1, 2);
    run.run();
    booked(desk, 1, other);
    assertThat(WAITING.states()).containsExactly("BOOKED", "WAITING");
    run.run();
    assertThat(WAITING.offeredTo()).containsExactly("1", "2");
  }

  @Test
  void whatIsDeclinedIsTheNextOnes() {
    STAGE.pair();
    WAITING.waiting(1, 2);
    run.run();
    Offer first = WAITING.kept(1);
    assertThat(list.decline(1, TESTER)).isEqualTo(new WaitingEnd.Ended());
    assertThat(list.decline(1, TESTER)).isEqualTo(new WaitingEnd.NothingThere());
    run.run();
    assertThat(WAITING.kept(2).first()).isEqualTo(first.first());
    assertThat(desk.book(1, first.hold(), TESTER)).isEqualTo(new BookOutcome.HoldLost());
    assertThat(WAITING.states()).containsExactly("DECLINED", "OFFERED");
  }

  @Test
  void whoWaitsCannotDeclineButLeave() {
    WAITING.waiting(1, 1);
    assertThat(list.decline(1, TESTER)).isEqualTo(new WaitingEnd.NothingThere());
    assertThat(list.leave(1, TESTER)).isEqualTo(new WaitingEnd.Ended());
    assertThat(list.leave(1, TESTER)).isEqualTo(new WaitingEnd.NothingThere());
    assertThat(list.signUp(nearby(1), TESTER)).isInstanceOf(SignedUp.class);
    assertThat(WAITING.states()).containsExactly("LEFT", "WAITING");
  }

  @Test
  void whoLeavesWithAnOfferGivesItBack() {
    STAGE.pair();
    WAITING.waiting(1, 1);
    run.run();
    list.leave(1, TESTER);
    assertThat(STAGE.free()).isEqualTo("2");
  }

  @Test
  void theNumberIsForgottenWithTheEntryAndTheEntryWithThePerson() {
    WAITING.waiting(1, 2);
    list.leave(1, TESTER);
    assertThat(STAGE.rows.rows("SELECT phone FROM waiting_entry ORDER BY id"))
        .containsExactly("null", PHONE.e164());
    STAGE.rows.execute("DELETE FROM person WHERE id IN (1, 2)");
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM waiting_entry")).containsExactly("0");
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM waiting_line")).containsExactly("0");
    assertThat(WAITING.events()).hasSize(3);
  }

  @Test
  void whatHappenedIsOnlyEverAddedTo() {
    WAITING.waiting(1, 1);
    assertThatThrownBy(() -> STAGE.rows.execute("UPDATE waiting_event SET person_id = 2"))
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(() -> STAGE.rows.execute("DELETE FROM waiting_event"))
        .hasMessageContaining("only ever added to");
  }

  @Test
  void whoBooksAndSignsUpAtTheSameMomentHasNoLiveEntryAfterwards() {
    for (int person = 1; person <= 6; person++) {
      STAGE.seat(KASSEL, 1, "2026-12-1" + person + "T09:30");
      STAGE.seat(KASSEL, 2, "2027-01-0" + person + "T09:30");
      long who = person;
      Offer offer = offered(desk, anywhere());
      Together.run(
          2, i -> i == 0 ? desk.book(who, offer.hold(), TESTER) : list.signUp(nearby(who), TESTER));
    }
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM appointment_pair")).containsExactly("6");
    assertThat(WAITING.states()).allMatch("BOOKED"::equals);
  }

  @Test
  void theListIsShownInItsOrderWithoutNumbers() {
    STAGE.pair();
    WAITING.waiting(1, 3);
    run.run();
    WaitingListing all = list.listed(0, 2);
    assertThat(all).isInstanceOf(WaitingListing.Found.class);
    List<WaitingListing.Line> lines = ((WaitingListing.Found) all).lines();
    assertThat(lines).extracting(WaitingListing.Line::person).containsExactly(1L, 2L);
    assertThat(lines).extracting(WaitingListing.Line::state).containsExactly("OFFERED", "WAITING");
    assertThat(all.toString()).doesNotContain("12345678");
    assertThat(((WaitingListing.Found) list.listed(lines.getLast().id(), 2)).lines())
        .extracting(WaitingListing.Line::person)
        .containsExactly(3L);
  }

  @Test
  void aPersonWhoIsOfferedSomethingCountsForNobody() {
    STAGE.pair();
    WAITING.waiting(1, 2);
    run.run();
    assertThat(list.standing(2)).isEqualTo(new Waiting(0));
    STAGE.clock.pass(Duration.ofMinutes(1));
    assertThat(WAITING.kept(1).until()).isEqualTo(NOW.plus(WaitingLimits.KEPT));
  }
}
