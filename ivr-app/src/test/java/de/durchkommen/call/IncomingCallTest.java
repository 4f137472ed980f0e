package de.durchkommen.call;

import static de.durchkommen.call.FakeBookingDesk.FULDA;
import static de.durchkommen.call.FakeBookingDesk.KASSEL;
import static de.durchkommen.call.FakeBookingDesk.offer;
import static de.durchkommen.call.ScriptedCaller.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncomingCallTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T13:05:00Z"), ZoneId.of("Europe/Berlin"));
  private static final String CODE = InvitationCode.withCheckDigit("471193502").digits() + "#";
  private static final String BORN = "05031941#";
  private static final Person PERSON = new Person(7, "34117");

  private static final String KASSEL_1 = "Kassel 2026-12-01T09:30 2026-12-22T09:30";
  private static final String KASSEL_2 = "Kassel 2026-12-02T09:30 2026-12-23T09:30";
  private static final String FULDA_3 = "Fulda 2026-12-03T09:30 2026-12-24T09:30";
  private static final String BOOKED_KASSEL_1 =
      "Kassel Digits[value=471193] 2026-12-01T09:30 2026-12-22T09:30";

  private final FakeBookingDesk desk = new FakeBookingDesk();
  private final Deque<IdentityOutcome> identities = new ArrayDeque<>();

  private Outcome answered(ScriptedCaller caller) {
    IdentityDesk identity =
        (code, date) -> {
          if (!identities.isEmpty()) {
            return identities.pop();
          }
          boolean known = date.equals(LocalDate.of(1941, 3, 5));
          return known ? new IdentityOutcome.Identified(PERSON) : new IdentityOutcome.NoMatch();
        };
    return new IncomingCall(FakeWaitingRoom.desks(identity, desk, new FakeWaitingList(), CLOCK))
        .answered(caller);
  }

  private static List<String> identified(String... rest) {
    return Stream.concat(
            Stream.of("<< welcome", "<< code.ask", ">> " + CODE, "<< birth-date.ask", ">> " + BORN),
            Arrays.stream(rest))
        .toList();
  }

  @Test
  void theFirstPairIsBookedWithFourEntries() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller(CODE, BORN, "1", "1");

    Outcome outcome = answered(caller);

    assertThat(outcome.line()).isEqualTo("BOOKED 471193 " + KASSEL_1);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< offer.ask " + KASSEL_1,
                ">> 1",
                "<< booking.confirm " + KASSEL_1,
                ">> 1",
                "<< booking.booked " + BOOKED_KASSEL_1,
                "<< farewell"));
    assertThat(desk.held).isEmpty();
  }

  @Test
  void anotherDayAndAnotherCentreAreOfferedAndTheOldOffersGivenBack() {
    desk.offering(offer(1, KASSEL, 1), offer(2, KASSEL, 2), offer(3, FULDA, 3));
    var caller = new ScriptedCaller(CODE, BORN, "2", "3", "1", "2", "1", "1");

    Outcome outcome = answered(caller);

    assertThat(outcome.line()).isEqualTo("BOOKED 471193 " + FULDA_3);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< offer.ask " + KASSEL_1,
                ">> 2",
                "<< offer.ask " + KASSEL_2,
                ">> 3",
                "<< offer.ask " + FULDA_3,
                ">> 1",
                "<< booking.confirm " + FULDA_3,
                ">> 2",
                "<< offer.ask " + FULDA_3,
                ">> 1",
                "<< booking.confirm " + FULDA_3,
                ">> 1",
                "<< booking.booked Fulda Digits[value=471193] 2026-12-03T09:30 2026-12-24T09:30",
                "<< farewell"));
    assertThat(desk.wishes)
        .extracting(wish -> wish.centre().orElse(null), wish -> wish.notBefore())
        .containsExactly(
            tuple(null, LocalDate.of(2026, 11, 30)),
            tuple(KASSEL, LocalDate.of(2026, 12, 2)),
            tuple(FULDA, LocalDate.of(2026, 11, 30)));
    assertThat(desk.held).isEmpty();
  }

  @Test
  void whoAsksForALaterDayWhenThereIsNoneKeepsTheOffer() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller(CODE, BORN, "2", "3", "1", "1");

    assertThat(answered(caller).line()).isEqualTo("BOOKED 471193 " + KASSEL_1);
    assertThat(caller.transcript).contains("<< offer.no-later Kassel", "<< offer.no-other-centre");
  }

  @Test
  void threeWrongCodesLeadToAPerson() {
    var caller = new ScriptedCaller("1234567890#", "12345#", CODE, "01011950#");

    assertThat(answered(caller)).isEqualTo(Plain.NOBODY);
    assertThat(caller.transcript)
        .containsExactly(
            "<< welcome",
            "<< code.ask",
            ">> 1234567890#",
            "<< code.miskeyed",
            "<< code.ask-short",
            ">> 12345#",
            "<< code.length 5",
            "<< code.ask-short",
            ">> " + CODE,
            "<< birth-date.ask",
            ">> 01011950#",
            "<< identity.no-match-last",
            "** person NOBODY",
            "<< person.nobody-farewell");
  }

  @Test
  void aLockedCodeIsSaidWithItsEnd() {
    identities.add(new IdentityOutcome.Locked(Instant.parse("2026-11-30T14:04:20Z")));
    var caller = new ScriptedCaller(CODE, BORN);

    assertThat(answered(caller)).isEqualTo(Plain.LOCKED);
    assertThat(caller.transcript).contains("<< identity.locked 15:05");
  }

  @Test
  void silenceAllAlongEndsInWordsAfterAPersonWasTriedTwice() {
    var caller = new ScriptedCaller();

    assertThat(answered(caller)).isEqualTo(Plain.NOBODY);
    assertThat(caller.transcript)
        .containsExactly(
            "<< welcome",
            "<< code.ask",
            "<< code.ask-short",
            "<< person.transfer-silence",
            "** person NOBODY",
            "<< person.nobody",
            "<< code.ask",
            "<< code.ask-short",
            "<< person.transfer-silence",
            "** person NOBODY",
            "<< person.nobody-farewell");
    assertThat(caller.waited).isEqualTo(Question.FIRST_KEY.multipliedBy(4));
  }

  @Test
  void zeroLeadsToAPersonFromAMenuAndTheOfferIsStillThereWhenNobodyAnswers() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller(CODE, BORN, "0", "1", "1");

    assertThat(answered(caller).line()).isEqualTo("BOOKED 471193 " + KASSEL_1);
    assertThat(caller.transcript)
        .containsSubsequence(
            ">> 0",
            "<< person.transfer",
            "** person NOBODY",
            "<< person.nobody",
            "<< offer.ask " + KASSEL_1);
  }

  @Test
  void zeroAloneLeadsToAPersonWhereDigitsAreKeyed() {
    var caller = new ScriptedCaller("0").reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
  }

  @Test
  void whoHasNoLetterGetsAPerson() {
    var caller = new ScriptedCaller("2#").reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(caller.transcript).contains("<< person.transfer-no-letter");
  }

  @Test
  void starSaysAgainAndClearsAnEntry() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller("*", "123*" + CODE, BORN, "*", "1", "1");

    assertThat(answered(caller).line()).startsWith("BOOKED");
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< code.ask", ">> *", "<< code.ask", ">> 123*" + CODE, "<< entry.cleared");
  }

  @Test
  void keysPressedDuringTheGreetingCount() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller("", BORN, "1", "1");
    caller.early(CODE);

    assertThat(answered(caller)).isInstanceOf(Outcome.Booked.class);
    assertThat(caller.transcript).doesNotContain("<< code.ask");
  }

  @Test
  void anImpossibleDateIsAskedForAgain() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller(CODE, "31021941#", "05032041#", BORN, "1", "1");

    assertThat(answered(caller).line()).startsWith("BOOKED");
    assertThat(caller.transcript.stream().filter("<< birth-date.not-understood"::equals))
        .hasSize(2);
  }

  @Test
  void appointmentsAreHeardAndSilenceEndsWell() {
    desk.booked.put(7L, FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    var caller = new ScriptedCaller(CODE, BORN, "1");

    assertThat(answered(caller)).isEqualTo(Plain.HEARD);
    assertThat(caller.transcript)
        .isEqualTo(
            identified(
                "<< appointments.told " + BOOKED_KASSEL_1,
                "<< appointments.menu",
                ">> 1",
                "<< appointments.told " + BOOKED_KASSEL_1,
                "<< appointments.menu",
                "<< appointments.menu-short",
                "<< farewell"));
  }

  @Test
  void appointmentsAreMoved() {
    desk.booked.put(7L, FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    desk.offering(offer(2, KASSEL, 2));
    var caller = new ScriptedCaller(CODE, BORN, "2", "1", "1");

    assertThat(answered(caller).line()).isEqualTo("MOVED 471193 " + KASSEL_2);
    assertThat(desk.held).isEmpty();
  }

  @Test
  void oldAppointmentsCanBeKeptInsteadOfMoved() {
    desk.booked.put(7L, FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    desk.offering(offer(2, KASSEL, 2));
    var caller = new ScriptedCaller(CODE, BORN, "2", "4");

    assertThat(answered(caller)).isEqualTo(Plain.HEARD);
    assertThat(caller.transcript).contains("<< offer.ask-move " + KASSEL_2, "<< move.kept");
    assertThat(desk.booked.get(7L)).isEqualTo(FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    assertThat(desk.held).isEmpty();
  }

  @Test
  void appointmentsAreCancelledOnlyAfterYes() {
    desk.booked.put(7L, FakeBookingDesk.pair(offer(1, KASSEL, 1)));
    var no = new ScriptedCaller(CODE, BORN, "3", "2");
    assertThat(answered(no)).isEqualTo(Plain.HEARD);
    assertThat(desk.booked).containsKey(7L);

    var yes = new ScriptedCaller(CODE, BORN, "3", "1");
    assertThat(answered(yes).line()).isEqualTo("CANCELLED 471193 " + KASSEL_1);
    assertThat(desk.booked).isEmpty();
  }

  @Test
  void theResultIsSaidAgainOnStarAndZeroStillLeadsToAPerson() {
    desk.offering(offer(1, KASSEL, 1));
    var caller = new ScriptedCaller(CODE, BORN, "1", "1").reaching(Transfer.TALKED);
    caller.afterResult("*0");

    assertThat(answered(caller).line()).startsWith("BOOKED");
    assertThat(caller.transcript.stream().filter(line -> line.startsWith("<< booking.booked")))
        .hasSize(2);
    assertThat(caller.transcript).contains("** person TALKED");
  }

  static Stream<List<String>> scripts() {
    return Stream.of(
        List.of(CODE, BORN, "1", "1"),
        List.of(CODE, BORN, "2", "3", "1", "2", "1", "1"),
        List.of(CODE, BORN, "0", "1", "2", "0"),
        List.of(SILENCE, CODE, SILENCE, BORN, "9", "9", "9"),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aHangupAfterEveryStepLeavesNothingHeld(List<String> entries) {
    String[] keys = entries.toArray(String[]::new);
    desk.offering(offer(1, KASSEL, 1), offer(2, KASSEL, 2), offer(3, FULDA, 3));
    var whole = new ScriptedCaller(keys);
    answered(whole);
    assertThat(desk.held).isEmpty();

    for (int step = 0; step < whole.steps(); step++) {
      var freshDesk = new FakeBookingDesk();
      freshDesk.offering(offer(1, KASSEL, 1), offer(2, KASSEL, 2), offer(3, FULDA, 3));
      var caller = new ScriptedCaller(keys).hangingUpAfter(step);
      IdentityDesk known = (code, date) -> new IdentityOutcome.Identified(PERSON);
      IncomingCall call =
          new IncomingCall(FakeWaitingRoom.desks(known, freshDesk, new FakeWaitingList(), CLOCK));
      assertThatThrownBy(() -> call.answered(caller)).isInstanceOf(CallerHungUp.class);
      assertThat(freshDesk.held).as("held after a hangup at step %d", step).isEmpty();
    }
  }
}
