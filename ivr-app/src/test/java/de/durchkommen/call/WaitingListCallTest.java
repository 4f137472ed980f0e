package de.durchkommen.call;

import static de.durchkommen.call.FakeBookingDesk.KASSEL;
import static de.durchkommen.call.FakeBookingDesk.offer;
import static de.durchkommen.call.ScriptedCaller.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.WaitingEnd;
import de.durchkommen.booking.WaitingSignUp;
import de.durchkommen.booking.WaitingStanding;
import de.durchkommen.booking.WaitingWish;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The waiting list, as callers hear it. */
class WaitingListCallTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T13:05:00Z"), ZoneId.of("Europe/Berlin"));
  private static final String CODE = InvitationCode.withCheckDigit("471193502").digits() + "#";
  private static final String BORN = "05031941#";
  private static final Person PERSON = new Person(7, "34117");
  private static final IdentityDesk KNOWN = (code, date) -> new IdentityOutcome.Identified(PERSON);

  private static final String SHOWN = "+4956112345678";
  private static final String SPOKEN = "Digits[value=056112345678]";
  private static final String OTHER = "066112345#";
  private static final String SPOKEN_OTHER = "Digits[value=066112345]";

  private static final Offer OFFER = offer(1, KASSEL, 1);
  private static final String PAIR = "Kassel 2026-12-01T09:30 2026-12-22T09:30";
  private static final String KEPT = "<< waiting.offer " + PAIR + " 2026-11-30T14:08";

  private final FakeBookingDesk desk = new FakeBookingDesk();
  private final FakeWaitingList list = new FakeWaitingList();

  private Outcome answered(ScriptedCaller caller) {
    return new IncomingCall(FakeWaitingRoom.desks(KNOWN, desk, list, CLOCK)).answered(caller);
  }

  private static ScriptedCaller caller(String... entries) {
    return new ScriptedCaller(
            Stream.concat(Stream.of(CODE, BORN), Arrays.stream(entries)).toArray(String[]::new))
        .callingFrom(SHOWN);
  }

  private static List<String> identified(String... rest) {
    return Stream.concat(
            Stream.of("<< welcome", "<< code.ask", ">> " + CODE, "<< birth-date.ask", ">> " + BORN),
            Arrays.stream(rest))
        .toList();
  }

  private void kept() {
    list.offering(7, OFFER);
    desk.held.add(OFFER);
  }

  @Test
  void whoCallsFromTheirNumberSignsUpWithTwoKeys() {
    var caller = caller("1", "1");

    assertThat(answered(caller)).isEqualTo(Plain.WAITING_LIST);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< stock.sold-out-list 14:05",
                ">> 1",
                "<< waiting.own-number " + SPOKEN,
                ">> 1",
                "<< waiting.signed-up 12 120",
                "<< farewell"));
    assertThat(list.wishes)
        .extracting(WaitingWish::person, wish -> wish.phone().e164(), WaitingWish::language)
        .containsExactly(tuple(7L, SHOWN, "de"));
  }

  @Test
  void anotherNumberIsKeyedReadBackAndConfirmed() {
    var caller = caller("1", "2", "0661#", OTHER, "2", OTHER, "1");

    assertThat(answered(caller)).isEqualTo(Plain.WAITING_LIST);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< stock.sold-out-list 14:05",
                ">> 1",
                "<< waiting.own-number " + SPOKEN,
                ">> 2",
                "<< waiting.number",
                ">> 0661#",
                "<< waiting.number-not-understood",
                "<< waiting.number-short",
                ">> " + OTHER,
                "<< waiting.number-confirm " + SPOKEN_OTHER,
                ">> 2",
                "<< waiting.number",
                ">> " + OTHER,
                "<< waiting.number-confirm " + SPOKEN_OTHER,
                ">> 1",
                "<< waiting.signed-up 12 120",
                "<< farewell"));
    assertThat(list.wishes).extracting(wish -> wish.phone().e164()).containsExactly("+4966112345");
  }

  @Test
  void aWithheldNumberIsAskedFor() {
    var caller = new ScriptedCaller(CODE, BORN, "1", OTHER, "1");

    assertThat(answered(caller)).isEqualTo(Plain.WAITING_LIST);
    assertThat(caller.transcript).contains("<< waiting.number");
  }

  @Test
  void aNumberThatCannotBeCalledIsAskedFor() {
    var caller = caller("1", OTHER, "1").callingFrom("4711");

    assertThat(answered(caller)).isEqualTo(Plain.WAITING_LIST);
    assertThat(list.wishes).extracting(wish -> wish.phone().e164()).containsExactly("+4966112345");
  }

  @Test
  void whoNeverGetsTheNumberRightGetsAPerson() {
    var caller = caller("1", "2", OTHER, "2", OTHER, "2", OTHER, "2").reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(list.wishes).isEmpty();
  }

  @Test
  void silenceAfterSoldOutLeadsToAPerson() {
    var caller = caller().reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< stock.sold-out-list 14:05",
            "<< stock.sold-out-list-short",
            "<< person.transfer-silence");
  }

  @Test
  void whoWouldRatherBeCalledThanLookAgainSignsUp() {
    desk.offers.add(new OfferOutcome.AllHeld(Instant.parse("2026-11-30T13:07:00Z")));
    var caller = caller("2", "1");

    assertThat(answered(caller)).isEqualTo(Plain.WAITING_LIST);
    assertThat(caller.transcript).contains("<< stock.all-held-list");
  }

  @Test
  void aFailureToSignUpIsSaidAndTriedAgain() {
    list.signUps.add(new WaitingSignUp.Unknown("down"));
    var caller = caller("1", "1");

    assertThat(answered(caller)).isEqualTo(Plain.WAITING_LIST);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< failure.waiting",
            "** person NOBODY",
            "<< person.nobody",
            "<< waiting.signed-up 12 120");
  }

  @Test
  void whoGotAppointmentsMeanwhileHearsThem() {
    list.signUps.add(new WaitingSignUp.HasAppointments());
    desk.lookUps.add(new LookUp.NothingBooked());
    desk.booked.put(7L, FakeBookingDesk.pair(OFFER));
    var caller = caller("1", "1");

    assertThat(answered(caller)).isEqualTo(Plain.HEARD);
    assertThat(caller.transcript).contains("<< appointments.menu");
  }

  @Test
  void whoWaitsHearsThePlaceAndStaysBySayingNothing() {
    list.standings.put(7L, new WaitingStanding.Waiting(3));
    var caller = caller();

    assertThat(answered(caller)).isEqualTo(Plain.HEARD);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< waiting.standing 3",
                "<< waiting.menu",
                "<< waiting.menu-short",
                "<< farewell"));
    assertThat(list.standings).containsKey(7L);
  }

  @Test
  void whoWaitsLeavesOnlyAfterYes() {
    list.standings.put(7L, new WaitingStanding.Waiting(3));
    var no = caller("2", "2");
    assertThat(answered(no)).isEqualTo(Plain.HEARD);
    assertThat(no.transcript).contains("<< waiting.leave-confirm", "<< waiting.kept");
    assertThat(list.standings).containsKey(7L);

    var yes = caller("2", "1");
    assertThat(answered(yes)).isEqualTo(Plain.LEFT_LIST);
    assertThat(yes.transcript).contains("<< waiting.left");
    assertThat(list.standings).isEmpty();
  }

  @Test
  void aFailureToLeaveIsNeverCalledLeft() {
    list.standings.put(7L, new WaitingStanding.Waiting(3));
    list.ends.add(new WaitingEnd.Unknown("down"));
    var caller = caller("2", "1").reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(caller.transcript).contains("<< failure.waiting").doesNotContain("<< waiting.left");
  }

  @Test
  void whatIsKeptIsOfferedAndTaken() {
    kept();
    var caller = caller("1", "1");

    assertThat(answered(caller).line()).isEqualTo("BOOKED 471193 " + PAIR);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                KEPT,
                ">> 1",
                "<< booking.confirm " + PAIR,
                ">> 1",
                "<< booking.booked Kassel Digits[value=471193]"
                    + " 2026-12-01T09:30 2026-12-22T09:30",
                "<< farewell"));
    assertThat(desk.wishes).isEmpty();
  }

  @Test
  void whatIsKeptIsDeclinedOnlyAfterYes() {
    kept();
    var caller = caller("2", "2", "2", "1");

    assertThat(answered(caller)).isEqualTo(Plain.DECLINED);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                KEPT,
                ">> 2",
                "<< waiting.decline-confirm",
                ">> 2",
                KEPT,
                ">> 2",
                "<< waiting.decline-confirm",
                ">> 1",
                "<< waiting.declined",
                "<< farewell"));
  }

  @Test
  void noAnswerLeadsToAPersonAndTheOfferStays() {
    kept();
    var caller = caller().reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(desk.held).containsExactly(OFFER);
    assertThat(list.standings).containsKey(7L);
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaidAndThePlaceAfterIt() {
    kept();
    desk.bookings.add(new BookOutcome.HoldLost());
    list.lookUps.add(new WaitingStanding.Offered(OFFER));
    list.lookUps.add(new WaitingStanding.Waiting(0));
    var caller = caller("1", "1");

    assertThat(answered(caller)).isEqualTo(Plain.HEARD);
    assertThat(caller.transcript)
        .containsSubsequence("<< waiting.offer-lost", "<< waiting.standing 0");
  }

  @Test
  void aBookingInDoubtIsLookedUpBeforeAnythingIsSaid() {
    kept();
    desk.bookings.add(new BookOutcome.Unknown("connection lost"));
    desk.lookUps.add(new LookUp.NothingBooked());
    desk.lookUps.add(new LookUp.Found(FakeBookingDesk.pair(OFFER)));

    assertThat(answered(caller("1", "1")).line()).isEqualTo("BOOKED 471193 " + PAIR);
  }

  @Test
  void aListThatCannotBeSeenIsAFailureAndNotSoldOut() {
    list.lookUps.add(new WaitingStanding.Unknown("down"));
    var caller = caller().reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(caller.transcript).contains("<< failure.lookup");
  }

  @Test
  void noNumberIsInAnyTranscriptLine() {
    Transcript transcript = new Transcript();
    transcript.said(Caller.Tone.PRIVATE_QUESTION, "null, fünf, sechs", "sound");
    transcript.said(Caller.Tone.QUESTION, "Um beide zu nehmen", "sound");
    assertThat(transcript.lines(0))
        .extracting(Transcript.Line::kind, Transcript.Line::text)
        .containsExactly(
            tuple(Transcript.Kind.ASKED, "…"), tuple(Transcript.Kind.ASKED, "Um beide zu nehmen"));
  }

  static Stream<List<String>> signingUp() {
    return Stream.of(
        List.of("1", "1"),
        List.of("1", "2", OTHER, "1"),
        List.of("1", "2", "1*" + OTHER, "2", OTHER, "1"),
        List.of("2"),
        List.of(SILENCE, "1", SILENCE, "1"),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("signingUp")
  void aHangupAfterEveryStepSignsNobodyUpByHalves(List<String> entries) {
    String[] keys = entries.toArray(String[]::new);
    var whole = caller(keys);
    answered(whole);
    for (int step = 0; step < whole.steps(); step++) {
      var freshDesk = new FakeBookingDesk();
      var freshList = new FakeWaitingList();
      var caller = caller(keys).hangingUpAfter(step);
      var call = new IncomingCall(FakeWaitingRoom.desks(KNOWN, freshDesk, freshList, CLOCK));
      assertThatThrownBy(() -> call.answered(caller)).isInstanceOf(CallerHungUp.class);
      assertThat(freshDesk.held).isEmpty();
      boolean told = caller.transcript.contains("<< waiting.signed-up 12 120");
      assertThat(freshList.wishes).hasSizeBetween(told ? 1 : 0, 1);
    }
  }

  static Stream<List<String>> answeringAnOffer() {
    return Stream.of(
        List.of("1", "1"), List.of("1", "2", "2", "1"), List.of("2", "1"), List.of("0"), List.of());
  }

  @ParameterizedTest
  @MethodSource("answeringAnOffer")
  void aHangupAfterEveryStepLeavesTheOfferOpenUnlessItWasAnswered(List<String> entries) {
    String[] keys = entries.toArray(String[]::new);
    kept();
    var whole = caller(keys);
    answered(whole);
    for (int step = 0; step < whole.steps(); step++) {
      var freshDesk = new FakeBookingDesk();
      freshDesk.held.add(OFFER);
      var freshList = new FakeWaitingList().offering(7, OFFER);
      var caller = caller(keys).hangingUpAfter(step);
      var call = new IncomingCall(FakeWaitingRoom.desks(KNOWN, freshDesk, freshList, CLOCK));
      assertThatThrownBy(() -> call.answered(caller)).isInstanceOf(CallerHungUp.class);
      boolean booked = freshDesk.booked.containsKey(7L);
      boolean declined = !freshList.standings.containsKey(7L);
      assertThat(freshDesk.held.contains(OFFER)).as("kept at step %d", step).isEqualTo(!booked);
      assertThat(declined && booked).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("waiting")
  void aHangupAfterEveryStepLeavesThePlace(List<String> entries) {
    String[] keys = entries.toArray(String[]::new);
    list.standings.put(7L, new WaitingStanding.Waiting(3));
    var whole = caller(keys);
    answered(whole);
    boolean leaves = !list.standings.containsKey(7L);
    for (int step = 0; step < whole.steps(); step++) {
      var freshList = new FakeWaitingList();
      freshList.standings.put(7L, new WaitingStanding.Waiting(3));
      var caller = caller(keys).hangingUpAfter(step);
      var call =
          new IncomingCall(FakeWaitingRoom.desks(KNOWN, new FakeBookingDesk(), freshList, CLOCK));
      assertThatThrownBy(() -> call.answered(caller)).isInstanceOf(CallerHungUp.class);
      boolean there = freshList.standings.containsKey(7L);
      boolean confirmed = leaves && caller.transcript.contains(">> 1");
      assertThat(there || confirmed).as("place at step %d", step).isTrue();
      assertThat(there && caller.transcript.contains("<< waiting.left")).isFalse();
    }
  }

  static Stream<List<String>> waiting() {
    return Stream.of(List.of("1"), List.of("2", "2"), List.of("2", "1"), List.of());
  }
}
