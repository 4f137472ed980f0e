package de.durchkommen.call;

import static de.durchkommen.call.FakeBookingDesk.KASSEL;
import static de.durchkommen.call.FakeBookingDesk.offer;
import static de.durchkommen.call.WaitingStage.BORN;
import static de.durchkommen.call.WaitingStage.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.Handover;
import de.durchkommen.agent.Handover.Why;
import de.durchkommen.agent.Talks.After;
import de.durchkommen.call.CallDetails.Talked;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.News;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonCallTest {
  private static final String ENTERS = "** in the queue for people";
  private static final String RINGS = "** talk 42 with agent-platz-7";
  private static final CallDetails.Talked TALKED = new Talked(42, "TALKED");

  private final WaitingStage stage = new WaitingStage();
  private final FakeAgents agents = new FakeAgents();

  @BeforeEach
  void agentsAreThere() {
    stage.room.agents = agents.agents();
  }

  private Outcome calls(ScriptedCaller caller) {
    return new IncomingCall(stage.desks()).answered(caller);
  }

  private Outcome comesBack(ScriptedCaller caller, Talked from) {
    var details =
        new CallDetails(
            Arrival.ORDINARY, false, Optional.empty(), OptionalLong.empty(), Optional.of(from));
    return new TalkedCall(stage.desks()).answered(caller.with(details));
  }

  private Handover handover() {
    return agents.handovers.getLast();
  }

  @Test
  void zeroLetsAnAgentsTelephoneRingWithAllThatIsKnown() {
    stage.desk.offering(offer(1, KASSEL, 1));
    ScriptedCaller caller = stage.caller(CODE, BORN, "0");
    agents.entering = () -> caller.transcript.add(ENTERS);

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.AGENT);

    assertThat(caller.transcript)
        .endsWith(
            "** waits for a person: true",
            ENTERS,
            "<< person.transfer",
            RINGS,
            "** waits for a person: false");
    assertThat(handover().why()).isEqualTo(Why.ASKED);
    assertThat(handover().person()).hasValue(7);
    assertThat(handover().hold()).isPresent();
    assertThat(handover().transcript()).extracting(Handover.Line::text).containsExactly("so far");
    assertThat(agents.stay.events).containsExactly("identified 7", "hands over", "closed");
    assertThat(stage.desk.held).as("the seats go along").hasSize(1);
    assertThat(stage.stay.isServed()).as("the place with the machine is used up").isTrue();
  }

  @Test
  void whoWaitsHearsThePositionAndIsNotToldThatItRings() {
    agents
        .stay
        .then(WaitingStage.news(News.Kind.ENTRY, 2))
        .then(WaitingStage.news(News.Kind.NEARER, 1));
    ScriptedCaller caller = new ScriptedCaller("0").whileMusicPlays(within -> agents.stay.goesOn());

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.AGENT);

    assertThat(caller.transcript)
        .containsSubsequence("<< queue.position 2", "<< queue.offer", "<< queue.nearer 1", RINGS)
        .doesNotContain("<< queue.turn");
  }

  @ParameterizedTest
  @CsvSource({"2#, NO_LETTER, true", "0, ASKED, false"})
  void whoCannotShowWhoTheyAreNeedsSomebodyWhoMayAskThem(String keys, Why why, boolean identity) {
    calls(stage.caller(keys));

    assertThat(handover().why()).isEqualTo(why);
    assertThat(agents.arrivals.getLast().skill().isPresent()).isEqualTo(identity);
  }

  @Test
  void threeWrongCodesAndSilenceSayWhy() {
    stage.identity = (code, date) -> new IdentityOutcome.NoMatch();
    calls(stage.caller(CODE, BORN, CODE, BORN, CODE, BORN));
    assertThat(handover().why()).isEqualTo(Why.WRONG_CODES);
    calls(stage.caller());
    assertThat(handover().why()).isEqualTo(Why.SILENT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, YES, yes",
    "2, NO, no",
    "'', NONE, no",
    "0, NONE, no",
    "9, NONE, no",
    "#, NONE, no",
    "'**1', NONE, no"
  })
  void onlyTheOneIsAYesToARecording(String key, String answer, String told) {
    agents.recording = true;
    ScriptedCaller caller = new ScriptedCaller("0", key);

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.AGENT);

    assertThat(agents.consents).containsExactly(answer + " de");
    assertThat(caller.transcript)
        .containsSubsequence(
            "<< person.transfer",
            "<< recording.ask",
            "<< recording." + told,
            "** waits for a person: true",
            RINGS);
    assertThat(caller.transcript).doesNotContain("** person NOBODY");
  }

  @Test
  void theStarSaysTheQuestionAgain() {
    agents.recording = true;
    ScriptedCaller caller = new ScriptedCaller("0", "*", "*", "1");

    calls(caller);

    assertThat(agents.consents).containsExactly("YES de");
    assertThat(caller.transcript).filteredOn(line -> line.equals("<< recording.ask")).hasSize(3);
  }

  @Test
  void aKeyThatWasPressedBeforeTheQuestionIsNoYes() {
    agents.recording = true;
    ScriptedCaller caller = new ScriptedCaller("01", "");

    calls(caller);

    assertThat(agents.consents).containsExactly("NONE de");
  }

  @Test
  void nobodyIsAskedAgainAfterALostAgentAndNobodyWhereNothingIsRecorded() {
    agents.recording = true;
    agents.consents.add("YES de");
    agents.after = new After.Lost(99);
    ScriptedCaller again = stage.caller();
    comesBack(again, TALKED);
    assertThat(again.transcript).doesNotContain("<< recording.ask");
    agents.recording = false;
    agents.consents.clear();
    ScriptedCaller caller = new ScriptedCaller("0");
    calls(caller);
    assertThat(caller.transcript).doesNotContain("<< recording.ask");
    assertThat(agents.consents).isEmpty();
  }

  @Test
  void aCallbackKeepsThePlaceAndGivesTheSeatsBack() {
    stage.desk.offering(offer(1, KASSEL, 1));
    agents.stay.then(WaitingStage.news(News.Kind.ENTRY, 2));
    ScriptedCaller caller =
        stage.caller(CODE, BORN, "0", "1").callingFrom(WaitingStage.SHOWN).listening("1");

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.CALLBACK);

    assertThat(agents.stay.events).contains("callback " + WaitingStage.SHOWN);
    assertThat(stage.desk.held).isEmpty();
  }

  @Test
  void otherKeysTellWhatTheKeysDo() {
    agents
        .stay
        .then(WaitingStage.news(News.Kind.ENTRY, 2))
        .then(WaitingStage.news(News.Kind.STILL, 2));
    ScriptedCaller caller =
        new ScriptedCaller("0").whileMusicPlays(within -> agents.stay.goesOn()).listening("0");

    calls(caller);

    assertThat(caller.transcript).contains("<< person.menu").doesNotContain("<< queue.menu");
  }

  @Test
  void whenNobodyIsSignedInAnyMoreTheOtherTelephoneRings() {
    agents.stay.then(WaitingStage.news(News.Kind.ENTRY, 1));
    ScriptedCaller caller =
        new ScriptedCaller("0")
            .whileMusicPlays(within -> agents.staffed = false)
            .reaching(Transfer.TALKED);

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.PERSON);

    assertThat(agents.stay.isClosed()).isTrue();
  }

  @Test
  void whoHangsUpBeforeItRingsLetsNobodyRing() {
    agents.talk = Optional.empty();
    ScriptedCaller caller = stage.caller("0").hangingUpAfter(4);

    assertThatThrownBy(() -> calls(caller)).isInstanceOf(CallerHungUp.class);

    assertThat(agents.withdrawn).containsExactly(caller.callId());
  }

  @Test
  void whenNobodyKnowsWhoWasFoundTheOtherTelephoneRingsInTheEnd() {
    agents.talk = Optional.empty();
    ScriptedCaller caller = stage.caller("0").reaching(Transfer.TALKED);

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.PERSON);

    assertThat(agents.withdrawn).hasSize(PersonCall.MOST_UNKNOWN);
  }

  @Test
  void whoComesBackBeforeAnybodyKnowsWhoIsThereWaitsOn() {
    agents.known = false;
    agents.stay.then(WaitingStage.news(News.Kind.ENTRY, 1));
    ScriptedCaller caller = stage.caller().whileMusicPlays(within -> agents.stay.goesOn());
    assertThat(comesBack(caller, new Talked(0, TalkedCall.WAITING))).isEqualTo(Outcome.Plain.AGENT);
  }

  @Test
  void aKeptPlaceIsNoReasonToWaitForNobody() {
    agents.kept = PhoneNumber.parse(WaitingStage.SHOWN);
    agents.staffed = false;
    ScriptedCaller caller = stage.caller().callingFrom(WaitingStage.SHOWN);

    calls(caller);

    assertThat(caller.transcript).containsOnlyOnce("<< welcome");
    assertThat(agents.arrivals).isEmpty();
  }

  @Test
  void whoWasCutOffIsInTheQueueForPeopleAgain() {
    agents.kept = PhoneNumber.parse(WaitingStage.SHOWN);
    agents.stay.returned = true;
    ScriptedCaller caller = stage.caller().callingFrom(WaitingStage.SHOWN);

    assertThat(calls(caller)).isEqualTo(Outcome.Plain.AGENT);

    assertThat(caller.transcript).containsSubsequence("<< welcome", "<< queue.returned", RINGS);
    assertThat(stage.room.arrivals).isEmpty();
  }

  @Test
  void afterTheTalkThereIsAFarewell() {
    ScriptedCaller caller = stage.caller();
    assertThat(comesBack(caller, TALKED)).isEqualTo(Outcome.Plain.PERSON);
    assertThat(caller.transcript).containsExactly("<< farewell");
  }

  @Test
  void whomNobodyAnswersIsToldSoAndHasThePlace() {
    agents.after = new After.Unanswered(OptionalLong.of(99));
    ScriptedCaller caller = stage.caller();
    assertThat(comesBack(caller, new Talked(42, "NOANSWER"))).isEqualTo(Outcome.Plain.AGENT);
    assertThat(caller.transcript).containsSubsequence("<< person.unanswered", RINGS);
    assertThat(agents.arrivals.getLast().instead()).hasValue(99);
  }

  @Test
  void whoLosesTheAgentHasTheOldPlace() {
    agents.after = new After.Lost(99);
    Handover.Line before = new Handover.Line(Handover.Kind.KEYED, "before");
    agents.wrote(
        new Handover(
            "x", Why.ASKED, OptionalLong.empty(), "de", Optional.empty(), List.of(before)));
    ScriptedCaller caller = stage.caller();
    agents.entering = () -> caller.transcript.add(ENTERS);
    assertThat(comesBack(caller, TALKED)).isEqualTo(Outcome.Plain.AGENT);
    assertThat(caller.transcript).containsSubsequence(ENTERS, "<< person.lost", RINGS);
    assertThat(agents.arrivals.getLast().instead()).hasValue(99);
    assertThat(handover().transcript())
        .extracting(Handover.Line::text)
        .containsExactly("before", "so far");
  }

  @Test
  void ofAnotherAgentTheTelephoneRings() {
    agents.after = new After.Onward(43, "agent-platz-8");
    ScriptedCaller caller = stage.caller();
    assertThat(comesBack(caller, TALKED)).isEqualTo(Outcome.Plain.AGENT);
    assertThat(caller.transcript).containsExactly("** talk 43 with agent-platz-8");
  }

  @Test
  void theMachineGoesOnWithWhoIsKnown() {
    agents.after = new After.Back("buchen");
    agents.wrote(
        new Handover("x", Why.ASKED, OptionalLong.of(7), "de", Optional.empty(), List.of()));
    stage.desk.offering(offer(1, KASSEL, 1));
    stage.identity =
        new IdentityDesk() {
          @Override
          public IdentityOutcome identify(InvitationCode code, LocalDate birthDate) {
            throw new AssertionError("Nobody has to show who they are twice");
          }

          @Override
          public Optional<Person> person(long id) {
            return Optional.of(new Person(id, "34117"));
          }
        };
    ScriptedCaller caller = stage.caller("1", "1");

    assertThat(comesBack(caller, TALKED).line()).startsWith("BOOKED");

    assertThat(caller.transcript).startsWith("<< person.back");
  }

  @Test
  void whoWaitedWhileTheApplicationWasAwayWaitsOn() {
    agents.stay.returned = true;
    ScriptedCaller caller = stage.caller();
    assertThat(comesBack(caller, new Talked(0, TalkedCall.WAITING))).isEqualTo(Outcome.Plain.AGENT);
    assertThat(caller.transcript).containsSubsequence("<< queue.returned", RINGS);
  }

  @Test
  void whoIsCalledBackForAPersonPressesAKeyFirst() {
    var details = new CallDetails(Arrival.ORDINARY, false, Optional.empty(), OptionalLong.of(5));
    var script = new PersonCallback(stage.desks());
    ScriptedCaller silent = stage.caller().with(details);
    assertThat(script.answered(silent)).isEqualTo(Outcome.Plain.UNANSWERED);
    ScriptedCaller caller = stage.caller("1").with(details);
    assertThat(script.answered(caller)).isEqualTo(Outcome.Plain.AGENT);
    assertThat(caller.transcript).containsSubsequence("<< callback.called-person", RINGS);
    ScriptedCaller ending = stage.caller("2", "1").with(details);
    assertThat(script.answered(ending)).isEqualTo(Outcome.Plain.ENDED);
    assertThat(agents.stay.isServed()).isTrue();
  }
}
