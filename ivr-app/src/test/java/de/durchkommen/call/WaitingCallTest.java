package de.durchkommen.call;

import static de.durchkommen.call.FakeBookingDesk.KASSEL;
import static de.durchkommen.call.FakeBookingDesk.offer;
import static de.durchkommen.call.WaitingStage.BORN;
import static de.durchkommen.call.WaitingStage.CODE;
import static de.durchkommen.call.WaitingStage.SHOWN;
import static de.durchkommen.call.WaitingStage.SPOKEN;
import static de.durchkommen.call.WaitingStage.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.booking.Stock;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.queue.CallbackOutcome;
import de.durchkommen.queue.News;
import de.durchkommen.queue.News.Kind;
import de.durchkommen.queue.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The waiting room, as callers hear it. */
class WaitingCallTest {
  private static final Instant EIGHT = Instant.parse("2026-12-01T07:00:00Z");
  private static final String PAIR = "Kassel 2026-12-01T09:30 2026-12-22T09:30";

  private WaitingStage stage = new WaitingStage();

  private Outcome answered(ScriptedCaller caller) {
    return new IncomingCall(stage.desks()).answered(caller);
  }

  private void fallsFromThree(FakeStay stay) {
    stay.then(news(Kind.ENTRY, 3, 10, 20)).then(news(Kind.NEARER, 2)).then(news(Kind.NEARER, 1));
  }

  @Test
  void thePositionFallsAndTheDialogueBegins() {
    stage.desk.offering(offer(1, KASSEL, 1));
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, "1", "1").callingFrom(SHOWN);

    assertThat(answered(caller).line()).isEqualTo("BOOKED 471193 " + PAIR);
    assertThat(caller.transcript)
        .startsWith(
            "<< welcome",
            "++ place kept",
            "<< queue.position 3",
            "<< queue.range-minutes 10 20",
            "<< queue.offer",
            "~~ 20",
            "<< queue.nearer 2",
            "~~ 20",
            "<< queue.nearer 1",
            "~~ 20",
            "-- place kept",
            "<< queue.turn",
            "<< code.ask");
    assertThat(stage.stay.events)
        .containsExactly(
            "told ENTRY 3", "told NEARER 2", "told NEARER 1", "identified 7", "served", "closed");
  }

  @Test
  void whoComesWhileThereIsRoomHearsNothingOfWaiting() {
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript).startsWith("<< welcome", "<< code.ask");
    assertThat(stage.room.arrivals).hasSize(1);
    assertThat(stage.room.arrivals.getFirst().number().orElseThrow().e164()).isEqualTo(SHOWN);
  }

  @Test
  void oneKeyAndAYesAndWeCallBack() {
    fallsFromThree(stage.stay);
    var caller = stage.caller("1").callingFrom(SHOWN).listening("1");

    assertThat(answered(caller)).isEqualTo(Plain.CALLBACK);
    assertThat(caller.transcript)
        .endsWith(
            "~~ 20",
            ">> 1",
            "<< waiting.own-number " + SPOKEN,
            ">> 1",
            "<< callback.kept 08:00 21:00",
            "<< farewell");
    assertThat(stage.stay.events).containsExactly("told ENTRY 3", "callback " + SHOWN, "closed");
  }

  @Test
  void anotherNumberCanBeKeyedAndAForeignOneCannot() {
    fallsFromThree(stage.stay);
    var caller =
        stage.caller("2", "0033140205050#", "066112345#", "1").callingFrom(SHOWN).listening("1");

    assertThat(answered(caller)).isEqualTo(Plain.CALLBACK);
    assertThat(caller.transcript).contains("<< waiting.number-not-understood");
    assertThat(stage.stay.events).contains("callback +4966112345");
  }

  @Test
  void aNightOrAClosedLineIsSaidWithTheTimeOfTheFirstCall() {
    fallsFromThree(stage.stay);
    stage.stay.callbacks.add(
        new CallbackOutcome.Kept(Optional.of(3), Optional.empty(), EIGHT, CallingHours.USUAL));
    var caller = stage.caller("1").callingFrom(SHOWN).listening("1");

    assertThat(answered(caller)).isEqualTo(Plain.CALLBACK);
    assertThat(caller.transcript).contains("<< callback.kept-later 2026-12-01T08:00");
  }

  static Stream<CallbackOutcome> refusals() {
    return Stream.of(new CallbackOutcome.TooMany(), new CallbackOutcome.Unknown("down"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aCallbackThatIsNotNotedCostsNobodyThePlace(CallbackOutcome refusal) {
    fallsFromThree(stage.stay);
    stage.stay.callbacks.add(refusal);
    var caller = stage.caller("1", CODE, BORN, "2").callingFrom(SHOWN).listening("1");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    String words =
        refusal instanceof CallbackOutcome.TooMany ? "<< callback.too-many" : "<< callback.unknown";
    assertThat(caller.transcript)
        .containsSubsequence(words, "<< queue.back", "<< queue.nearer 1", "<< queue.turn");
  }

  @Test
  void whoSaysNothingToTheNumberGoesOnWaiting() {
    fallsFromThree(stage.stay);
    var caller = stage.caller().callingFrom(SHOWN).listening("1").hangingUpAfter(12);

    assertThatThrownBy(() -> answered(caller)).isInstanceOf(CallerHungUp.class);
    assertThat(caller.transcript)
        .containsSubsequence("<< waiting.own-number " + SPOKEN, "<< queue.back");
    assertThat(stage.stay.events).doesNotContain("served").endsWith("closed");
  }

  @Test
  void nobodyIsCalledBackWhoseTurnCameWhileTheyKeyedTheNumber() {
    stage.stay.then(news(Kind.ENTRY, 1));
    var caller = stage.caller("1", CODE, BORN, "2").callingFrom(SHOWN).listening("1");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript).doesNotContain("<< callback.kept 08:00 21:00", "<< queue.back");
    assertThat(stage.stay.events).noneMatch(event -> event.startsWith("callback"));
  }

  @Test
  void withoutCallbacksNoneIsOffered() {
    stage.stay.callbackPossible = false;
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN).listening("1");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .contains("<< callback.not-possible", "<< queue.back")
        .doesNotContain("<< queue.offer");
  }

  @Test
  void zeroIsAPersonAndIfNobodyAnswersThePlaceIsKept() {
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN).listening("0", "0", "0");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript.stream().filter("** person NOBODY"::equals)).hasSize(3);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< person.transfer",
            "** person NOBODY",
            "<< queue.nobody",
            "<< queue.back",
            "<< queue.nearer 2");
  }

  @Test
  void whoTalksWithAPersonIsServed() {
    fallsFromThree(stage.stay);
    var caller = stage.caller().callingFrom(SHOWN).listening("0").reaching(Transfer.TALKED);

    assertThat(answered(caller)).isEqualTo(Plain.PERSON);
    assertThat(stage.stay.events).endsWith("served", "closed");
  }

  @Test
  void starTellsThePositionAgainAndNeverAWorseOne() {
    stage
        .stay
        .then(news(Kind.ENTRY, 3, 10, 20))
        .then(new Standing.Waiting(4, Optional.empty(), FakeStay.NOW.plusSeconds(100_000)));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN).listening("*");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence(">> *", "<< queue.position 3", "<< queue.range-minutes 10 20");
  }

  @Test
  void otherKeysAreToldWhatTheKeysDo() {
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN).listening("2", "9");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence(">> 2", "<< queue.menu", ">> 9", "<< queue.menu");
  }

  @Test
  void aWithheldNumberGetsThePlaceByTheCodeWhichIsNotAskedForAgain() {
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, "2").listening("2");

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< queue.offer-code",
            ">> 2",
            "<< code.ask",
            "<< birth-date.ask",
            "<< queue.code-known",
            "<< queue.turn",
            "<< stock.sold-out-list 14:05");
    assertThat(caller.transcript.stream().filter("<< code.ask"::equals)).hasSize(1);
    assertThat(stage.stay.events).contains("identified 7");
  }

  @Test
  void wrongCodesWhileWaitingCostNobodyThePlace() {
    stage.identity = (code, date) -> new IdentityOutcome.NoMatch();
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, CODE, BORN, CODE, BORN).listening("2");

    answered(caller);

    assertThat(caller.transcript)
        .containsSubsequence(
            "<< identity.no-match-last",
            "** person NOBODY",
            "<< queue.back",
            "<< queue.nearer 2",
            "<< queue.turn");
    assertThat(stage.stay.events).doesNotContain("identified 7");
  }

  @Test
  void itTakesLongerOnlyWithAReason() {
    var longer = new News(Kind.LONGER, 3, Optional.empty(), Optional.of(News.Reason.FEWER));
    stage.stay.then(news(Kind.ENTRY, 3)).then(longer).then(news(Kind.STILL, 3));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< queue.longer-fewer", "<< queue.position 3", "~~ 20", "<< queue.still 3");
  }

  @Test
  void theOldPlaceIsSaid() {
    stage.stay.returned = true;
    fallsFromThree(stage.stay);
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    answered(caller);

    assertThat(caller.transcript).containsSubsequence("<< queue.returned", "<< queue.position 3");
  }

  @Test
  void aPositionThatCannotBeSeenIsNoReasonToGo() {
    stage.stay.then(new Standing.Pending());
    stage.stay.then(new Standing.Pending());
    stage.stay.then(news(Kind.ENTRY, 3));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< queue.unknown",
            "<< queue.offer",
            "~~ 60",
            "<< queue.unknown",
            "~~ 60",
            "<< queue.position 3");
  }

  @Test
  void aPositionOfLongAgoIsCalledUnknown() {
    stage.stay.then(news(Kind.ENTRY, 3));
    stage.stay.then(new Standing.Waiting(3, Optional.empty(), FakeStay.NOW.minusSeconds(60)));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript).containsSubsequence("<< queue.position 3", "<< queue.unknown");
  }

  @Test
  void theCallbackIsOfferedAgainAndTheStockToldNowAndThen() {
    stage.stay.stockTold = true;
    stage.desk.stock = new Stock.Available(1_234, FakeStay.NOW);
    IntStream.rangeClosed(0, 8)
        .forEach(step -> stage.stay.then(news(step == 0 ? Kind.ENTRY : Kind.NEARER, 20 - step)));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    answered(caller);

    assertThat(caller.transcript)
        .containsSubsequence(
            "<< queue.nearer 19",
            "<< queue.stock 14:05 1200",
            "<< queue.nearer 17",
            "<< queue.offer-short",
            "<< queue.nearer 15",
            "<< queue.stock 14:05 1200",
            "<< queue.nearer 13",
            "<< queue.offer-short");
  }

  @Test
  void thatAllIsGoneIsToldOnlyAfterACountWithTheWayToTheList() {
    stage.stay.stockTold = true;
    stage.stay.then(news(Kind.ENTRY, 3)).then(news(Kind.NEARER, 2));
    answered(stage.caller(CODE, BORN, "2").callingFrom(SHOWN));

    stage.stay.then(news(Kind.ENTRY, 3)).then(news(Kind.NEARER, 2));
    stage.desk.stock = new Stock.SoldOut(FakeStay.NOW);
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);
    answered(caller);

    assertThat(caller.transcript).contains("<< queue.stock-sold-out 14:05", "<< queue.turn");
  }

  @Test
  void whoComesBeforeTheOpeningHearsOfTheDrawAndThenThePosition() {
    Instant opens = FakeStay.NOW.plusSeconds(150);
    stage.stay.then(new Standing.Lobby(opens, true));
    stage.stay.then(new Standing.Lobby(opens, true));
    stage.stay.then(news(Kind.ENTRY, 3));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< queue.lobby-draw 14:07", "<< queue.offer", "~~ 60", "~~ 60", "<< queue.position 3");
  }

  @Test
  void theTimeToTheOpeningIsToldNowAndThen() {
    Instant opens = FakeStay.NOW.plusSeconds(600);
    IntStream.range(0, 4).forEach(step -> stage.stay.then(new Standing.Lobby(opens, false)));
    var caller = stage.caller(CODE, BORN, "2").callingFrom(SHOWN);

    answered(caller);

    assertThat(caller.transcript)
        .containsSubsequence("<< queue.lobby-arrival 14:15", "<< queue.lobby-left 7");
  }

  @Test
  void aClosedLineSaysWhenItOpensAndOffersACall() {
    stage.stay.then(new Standing.Closed(EIGHT, false));
    var caller = stage.caller("1", "1").callingFrom(SHOWN);
    stage.stay.callbacks.add(
        new CallbackOutcome.Kept(Optional.empty(), Optional.empty(), EIGHT, CallingHours.USUAL));

    assertThat(answered(caller)).isEqualTo(Plain.CALLBACK);
    assertThat(caller.transcript)
        .containsExactly(
            "<< welcome",
            "++ place kept",
            "<< queue.closed 2026-12-01T08:00",
            "<< queue.closed-ask",
            ">> 1",
            "<< waiting.own-number " + SPOKEN,
            ">> 1",
            "<< callback.kept-later 2026-12-01T08:00",
            "<< farewell");
    assertThat(stage.stay.isServed()).isFalse();
  }

  @Test
  void aClosedLineEndsInAFarewellForWhoWantsNoCall() {
    stage.stay.then(new Standing.Closed(Instant.MAX, false));
    var caller = stage.caller().callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.CLOSED);
    assertThat(caller.transcript).contains("<< queue.closed-open-end").endsWith("<< farewell");
  }

  @Test
  void closingCallsBackWhoIsStillWaiting() {
    stage.stay.then(news(Kind.ENTRY, 3)).then(new Standing.Closing(EIGHT));
    stage.stay.callbacks.add(
        new CallbackOutcome.Kept(Optional.of(3), Optional.empty(), EIGHT, CallingHours.USUAL));
    var caller = stage.caller("1").callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.CALLBACK);
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< queue.closing 2026-12-01T08:00",
            "<< queue.closing-call",
            "<< waiting.own-number " + SPOKEN,
            "<< callback.kept-later 2026-12-01T08:00");
  }

  @Test
  void whoWantsNoCallAtClosingHearsThatThePlaceIsKept() {
    stage.stay.then(new Standing.Closing(EIGHT));
    var caller = stage.caller().callingFrom(SHOWN);

    assertThat(answered(caller)).isEqualTo(Plain.CLOSED);
    assertThat(caller.transcript).endsWith("<< queue.closing-kept", "<< farewell");
    assertThat(stage.stay.events).containsExactly("closed");
  }

  @Test
  void tooFewLinesMeanAFewHonestWordsAndACall() {
    fallsFromThree(stage.stay);
    var shortOfLines = new CallDetails(5, true, Optional.empty(), OptionalLong.empty());
    var caller = stage.caller("1", "1").callingFrom(SHOWN).with(shortOfLines);

    assertThat(answered(caller)).isEqualTo(Plain.CALLBACK);
    assertThat(caller.transcript)
        .startsWith(
            "<< queue.short", "<< queue.short-ask", ">> 1", "<< waiting.own-number " + SPOKEN);

    var silent = stage.caller().callingFrom(SHOWN).with(shortOfLines);
    assertThat(answered(silent)).isEqualTo(Plain.LINES_SHORT);
    assertThat(silent.transcript).endsWith("<< queue.short-farewell");
  }

  @Test
  void tooFewLinesDoNotKeepAnybodyFromAFreeDialogue() {
    var caller =
        stage
            .caller(CODE, BORN, "2")
            .callingFrom(SHOWN)
            .with(new CallDetails(3, true, Optional.empty(), OptionalLong.empty()));

    assertThat(answered(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(stage.room.arrivals.getFirst().priority()).isEqualTo(3);
  }

  @Test
  void whoHangsUpAfterTheResultIsServedAndHoldsUpNobody() {
    stage.desk.offering(offer(1, KASSEL, 1));
    var whole = stage.caller(CODE, BORN, "1", "1").callingFrom(SHOWN);
    answered(whole);

    stage = new WaitingStage();
    stage.desk.offering(offer(1, KASSEL, 1));
    var caller = stage.caller(CODE, BORN, "1", "1").callingFrom(SHOWN);
    assertThatThrownBy(() -> answered(caller.hangingUpAfter(whole.steps() - 1)))
        .isInstanceOf(CallerHungUp.class);
    assertThat(stage.stay.events).containsExactly("identified 7", "served", "closed");
  }

  static Stream<List<String>> keysInMusic() {
    return Stream.of(
        List.of(), List.of("1"), List.of("0", "*"), List.of("9", "2"), List.of("*", "1"));
  }

  @ParameterizedTest
  @MethodSource("keysInMusic")
  void aHangupAfterEveryStepOfTheWaitingKeepsThePlace(List<String> music) {
    String[] symbols = music.toArray(String[]::new);
    fallsFromThree(stage.stay);
    var whole = stage.caller("2", "066112345#", "1", CODE, BORN, "2").listening(symbols);
    answered(whole.callingFrom(SHOWN));
    int waiting = whole.steps();

    for (int step = 0; step < waiting; step++) {
      stage = new WaitingStage();
      fallsFromThree(stage.stay);
      var caller = stage.caller("2", "066112345#", "1", CODE, BORN, "2").listening(symbols);
      caller.callingFrom(SHOWN).hangingUpAfter(step);
      assertThatThrownBy(() -> answered(caller)).isInstanceOf(CallerHungUp.class);
      assertThat(stage.stay.isClosed()).isTrue();
      boolean turn = caller.transcript.contains("-- place kept");
      assertThat(stage.stay.isServed() && !turn).as("served at step %d", step).isFalse();
    }
  }
}
