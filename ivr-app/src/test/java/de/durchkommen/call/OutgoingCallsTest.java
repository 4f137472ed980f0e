package de.durchkommen.call;

import static de.durchkommen.call.FakeBookingDesk.KASSEL;
import static de.durchkommen.call.FakeBookingDesk.offer;
import static de.durchkommen.call.WaitingStage.BORN;
import static de.durchkommen.call.WaitingStage.CODE;
import static de.durchkommen.call.WaitingStage.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.booking.WaitingOffer;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.News.Kind;
import de.durchkommen.queue.OutgoingCall;
import de.durchkommen.queue.OutgoingCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Those who are called, by a callback or about a pair that is kept for them. */
class OutgoingCallsTest {
  private static final CallDetails CALLED =
      new CallDetails(5, false, Optional.empty(), OptionalLong.of(42));

  private final WaitingStage stage = new WaitingStage();

  private Outcome calledBack(ScriptedCaller caller) {
    return new CallbackCall(stage.desks()).answered(caller.with(CALLED));
  }

  private Outcome offered(ScriptedCaller caller) {
    return new OfferedCall(stage.desks()).answered(caller.with(CALLED));
  }

  @Test
  void whoPressesOneIsServedAtOnce() {
    var caller = stage.caller("1", CODE, BORN, "2");

    assertThat(calledBack(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript).startsWith("<< callback.called", ">> 1", "<< code.ask");
    assertThat(stage.room.answered).containsExactly(42L);
    assertThat(stage.stay.events).containsExactly("identified 7", "served", "closed");
  }

  @Test
  void aMachineHearsThatWeCallAgainAndThePlaceIsKept() {
    var caller = stage.caller();

    assertThat(calledBack(caller)).isEqualTo(Plain.UNANSWERED);
    assertThat(caller.transcript)
        .containsExactly(
            "<< callback.called", "<< callback.called-short", "<< callback.unanswered");
    assertThat(stage.stay.events).containsExactly("closed");
  }

  @Test
  void whoWantsNoCallMoreIsOutOfTheLine() {
    var caller = stage.caller("2", "1");

    assertThat(calledBack(caller)).isEqualTo(Plain.ENDED);
    assertThat(caller.transcript).endsWith("<< callback.ended", "<< farewell");
    assertThat(stage.stay.events).containsExactly("served", "closed");
  }

  @Test
  void noPlaceIsLostByTheKeyTwoAlone() {
    var caller = stage.caller("2", "2", CODE, BORN, "2");

    assertThat(calledBack(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(caller.transcript)
        .containsSubsequence("<< callback.end-confirm", ">> 2", "<< code.ask");
  }

  @Test
  void whoPressesOtherKeysIsNoMachine() {
    var caller = stage.caller("5", "6", "7", CODE, BORN, "2");

    assertThat(calledBack(caller)).isEqualTo(Plain.SOLD_OUT);
  }

  @Test
  void aPersonServesAndIfNoneIsFreeTheQuestionComesAgain() {
    var caller = stage.caller("0", "0").reaching(Transfer.NOBODY, Transfer.TALKED);

    assertThat(calledBack(caller)).isEqualTo(Plain.PERSON);
    assertThat(caller.transcript)
        .containsSubsequence("<< queue.nobody", "<< callback.called", "** person TALKED");
    assertThat(stage.stay.events).containsExactly("served", "closed");
  }

  @Test
  void whoIsNotCalledAnyMoreIsTreatedAsACaller() {
    stage.room.isCalling = false;
    stage.stay.then(news(Kind.ENTRY, 3));
    var caller = stage.caller("1", CODE, BORN, "2");

    assertThat(calledBack(caller)).isEqualTo(Plain.SOLD_OUT);
    assertThat(stage.room.arrivals).hasSize(1);
    assertThat(caller.transcript).contains("<< queue.position 3");
  }

  @Test
  void aHangupAfterEveryStepOfTheCallbackKeepsThePlaceUntilTheResult() {
    var whole = stage.caller("1", CODE, BORN, "2");
    calledBack(whole);
    for (int step = 0; step < whole.steps(); step++) {
      var fresh = new WaitingStage();
      var caller = fresh.caller("1", CODE, BORN, "2").with(CALLED).hangingUpAfter(step);
      assertThatThrownBy(() -> new CallbackCall(fresh.desks()).answered(caller))
          .isInstanceOf(CallerHungUp.class);
      boolean told = caller.transcript.contains("<< waiting.no");
      assertThat(fresh.stay.isServed()).as("served at step %d", step).isEqualTo(told);
      assertThat(fresh.stay.isClosed()).isTrue();
    }
  }

  @Test
  void whoWaitedForAPairHearsItAfterTheCodeAndGoesFirst() {
    stage.list.offering(7, offer(1, KASSEL, 1));
    stage.desk.held.add(offer(1, KASSEL, 1));
    var caller = stage.caller("1", CODE, BORN, "1", "1");

    assertThat(offered(caller).line()).startsWith("BOOKED");
    assertThat(caller.transcript)
        .startsWith("<< offer.called", ">> 1", "<< code.ask", ">> " + CODE, "<< birth-date.ask");
    assertThat(stage.room.arrivals).extracting(Arrival::priority).containsExactly(Arrival.OFFERED);
  }

  @Test
  void aMachineHearsNothingOfTheOfferButThatThereIsOne() {
    var caller = stage.caller();

    assertThat(offered(caller)).isEqualTo(Plain.UNANSWERED);
    assertThat(caller.transcript)
        .containsExactly("<< offer.called", "<< offer.called-short", "<< offer.unanswered");
    assertThat(stage.room.arrivals).isEmpty();
  }

  @Test
  void anOfferIsCalledOutOrRefused() {
    var telephone = new FakeTelephone();
    var offer =
        new WaitingOffer(9, 7, new PhoneNumber("+4956112345678"), "de", offer(1, KASSEL, 1));
    var calls = new OfferCallback(telephone);

    calls.place(offer);
    assertThat(telephone.placed)
        .containsExactly(
            new OutgoingCall(
                offer.phone(),
                OutgoingCall.Purpose.OFFER,
                9,
                offer.language(),
                OfferCallback.RING));

    telephone.possible = false;
    assertThatThrownBy(() -> calls.place(offer)).isInstanceOf(IllegalStateException.class);
    assertThat(telephone.placed).hasSize(1);
  }

  private static final class FakeTelephone implements OutgoingCalls {
    private final List<OutgoingCall> placed = new ArrayList<>();
    private boolean possible = true;

    @Override
    public boolean isPossible() {
      return possible;
    }

    @Override
    public void place(OutgoingCall call, Consumer<RingResult> result) {
      placed.add(call);
      result.accept(RingResult.ANSWERED);
    }
  }
}
