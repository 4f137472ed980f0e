package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.durchkommen.agent.Exchange.Outcome;
import de.durchkommen.agent.Handover.Kind;
import de.durchkommen.agent.Handover.Line;
import de.durchkommen.agent.Handover.Why;
import de.durchkommen.agent.SeatResource.Place;
import de.durchkommen.agent.SeatResource.Rest;
import de.durchkommen.agent.TalkResource.Note;
import de.durchkommen.agent.TalkResource.Point;
import de.durchkommen.agent.TalkResource.Target;
import de.durchkommen.agent.TalkResource.Wanted;
import de.durchkommen.agent.TalkResource.Wrap;
import de.durchkommen.agent.Talks.After;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.Together;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class DeskTest {
  @RegisterExtension private static final AgentStage stage = new AgentStage();

  private final DeskSql sql = new DeskSql(stage.rows.patient(), stage.clock, stage.neighbours);

  private final Interpreters interpreters = Interpreters.of("tr=+4956112345678; ");

  private final DeskView view =
      new DeskView(stage.neighbours, interpreters, Duration.ofSeconds(60));

  private final SeatResource seats = new SeatResource(sql, view, new SeatDesk(sql));
  private final TalkDesk talkDesk = new TalkDesk(sql, stage.neighbours, interpreters);

  private final TalkResource talks =
      new TalkResource(sql, view, talkDesk, new Transfers(sql, talkDesk, stage.neighbours));

  private final DeskResource desk = new DeskResource(sql, view);

  private static SecurityContext as(String name) {
    SecurityContext caller = Mockito.mock();
    Mockito.when(caller.getUserPrincipal()).thenReturn(new ApiClient(name, Role.AGENT));
    return caller;
  }

  private static final SecurityContext ANNA = as("@anna");
  private static final SecurityContext BERT = as("@bert");

  private static void refused(ThrowingCallable work, int status, String slug) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.slug()).isEqualTo(slug);
              assertThat(problem.status()).isEqualTo(status);
            });
  }

  private static DeskState.Call call(DeskState state) {
    return Objects.requireNonNull(state.talk());
  }

  /** What desks are told of the recording: by the last answer and the last recording. */
  @Test
  void saysHowItIsWithTheRecording() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("none");
    stage.rows.execute(
        "INSERT INTO recording_consent (call_id, answer, language, answered_at)"
            + " VALUES ('call-1', 'NONE', 'de', '2026-12-01')");
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("refused");
    stage.rows.execute("UPDATE recording_consent SET answer = 'YES'");
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("none");
    stage.rows.execute(
        """
        INSERT INTO recording (talk, call_id, consent, node, file, key_id, state, begun_at)
        VALUES (%d, 'call-1', 'YES', 'n', REPEAT('a', 32), '00000000', 'RUNNING', '2026-12-01')
        """
            .formatted(talk));
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("running");
    stage.rows.execute("UPDATE recording SET state = 'KEPT', ended_at = '2026-12-01', bytes = 1");
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("stopped");
    stage.rows.execute(
        "UPDATE recording SET state = 'DELETED', deleted_at = begun_at, deleted_why = 'REVOKED'");
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("deleted");
    stage.rows.execute("DELETE FROM recording");
    stage.rows.execute("UPDATE recording_consent SET revoked_at = answered_at");
    assertThat(call(desk.state(ANNA)).recording()).isEqualTo("deleted");
    stage.rows.execute("DELETE FROM recording_consent");
  }

  @Test
  void namesWhoListensInAsPeopleDo() {
    stage.ready(1);
    stage.talking(1, "call-1");
    stage.rows.execute("UPDATE talk SET observer = '@bert', observed_as = 'LISTEN'");
    assertThat(call(desk.state(ANNA)).observed())
        .isEqualTo(new DeskState.Observed("Frau bert", Exchange.Mode.LISTEN));
    stage.rows.execute("UPDATE talk SET observer = 'wallboard', observed_as = 'JOIN'");
    assertThat(call(desk.state(ANNA)).observed())
        .isEqualTo(new DeskState.Observed("wallboard", Exchange.Mode.JOIN));
  }

  @Test
  void signsInAndIsReadyAndGoes() {
    assertThat(desk.state(ANNA).state()).isNull();
    DeskState there = seats.signIn(ANNA, new Place("a"));
    assertThat(there.state()).isEqualTo(SeatState.SIGNED_IN);
    assertThat(there.phone()).isEqualTo("a");
    assertThat(there.shownName()).isEqualTo("Frau anna");
    assertThat(there.languages()).containsExactly("de");
    assertThat(there.choices().pauses()).hasSize(5);
    assertThat(there.choices().interpreters()).containsExactly("tr");
    assertThat(seats.signIn(ANNA, new Place("a")).state()).isEqualTo(SeatState.SIGNED_IN);
    assertThat(seats.ready(ANNA).state()).isEqualTo(SeatState.READY);
    assertThat(seats.pause(ANNA, new Rest("LUNCH")).reason()).isEqualTo(PauseReason.LUNCH);
    assertThat(seats.signOut(ANNA).state()).isNull();
    assertThat(seats.signOut(ANNA).state()).isNull();
    assertThat(stage.changed).containsExactly(1L);
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(() -> seats.signIn(ANNA, new Place("z")), 404, "phone-unknown");
    refused(() -> seats.signIn(ANNA, new Place("'; --")), 400, "invalid");
    refused(() -> seats.signIn(ANNA, null), 400, "invalid");
    refused(() -> seats.ready(ANNA), 409, "signed-out");
    refused(() -> seats.pause(ANNA, new Rest("FORCED")), 400, "invalid");
    refused(() -> seats.pause(ANNA, new Rest("BREAK")), 409, "signed-out");
    seats.signIn(ANNA, new Place("a"));
    refused(() -> seats.signIn(ANNA, new Place("b")), 409, "signed-in");
    refused(() -> seats.signIn(BERT, new Place("a")), 409, "phone-taken");
    refused(() -> desk.state(as("portal")), 403, "person-needed");
    refused(() -> desk.state(as("@nobody")), 403, "person-needed");
    refused(() -> talks.hold(ANNA), 409, "no-talk");
    refused(() -> talks.wrap(ANNA, new Wrap("BOOKED", null)), 409, "no-talk");
    refused(() -> talks.note(ANNA, new Note("x")), 409, "no-talk");
    refused(() -> talks.note(ANNA, new Note("x".repeat(1_001))), 400, "invalid");
    refused(() -> talks.back(ANNA, new Point("nirgends")), 400, "invalid");
    refused(() -> talks.wrap(ANNA, new Wrap("NONE", null)), 400, "invalid");
    refused(() -> talks.transfer(ANNA, new Target(null, true)), 400, "invalid");
    refused(() -> talks.interpreter(ANNA, new Wanted("TR")), 400, "invalid");
  }

  @Test
  void aTelephoneThatCannotBeReachedMakesNobodyReady() {
    seats.signIn(ANNA, new Place("a"));
    stage.talks.phone("agent-a", false);
    stage.news();
    refused(() -> seats.ready(ANNA), 409, "phone-unreachable");
    stage.talks.phone("agent-a", true);
    stage.news();
    assertThat(seats.ready(ANNA).phoneReachable()).isTrue();
  }

  @Test
  void ofManyWhoWantATelephoneOneGetsIt() {
    List<Boolean> got =
        Together.run(
            2,
            number -> {
              try {
                seats.signIn(number == 0 ? ANNA : BERT, new Place("c"));
                return true;
              } catch (Problem taken) {
                assertThat(taken.slug()).isEqualTo("phone-taken");
                return false;
              }
            });
    assertThat(got).containsExactlyInAnyOrder(true, false);
    assertThat(desk.phones(ANNA).items())
        .extracting(DeskState.Phone::name, DeskState.Phone::taken)
        .containsExactly(tuple("a", false), tuple("b", false), tuple("c", true));
  }

  @Test
  void whatIsKnownOfTheCallerIsThereBeforeTheRing() {
    stage.rows.execute(
        "INSERT INTO person (id, code, birth_date, name, postcode)"
            + " VALUES (7, '4056335248', '1938-04-10', 'Erna', '34117')");
    stage.handovers.wrote(
        new Handover(
            "call-1",
            Why.SILENT,
            OptionalLong.of(7),
            "tr",
            Optional.empty(),
            List.of(new Line(Kind.ASKED, "Wann?\nWo?"), new Line(Kind.KEYED, "…"))));
    assertThat(stage.handovers.of("call-1").orElseThrow().person()).hasValue(7);
    stage.ready(1);
    stage.given(1, "call-1");
    DeskState state = desk.state(ANNA);
    assertThat(state.state()).isEqualTo(SeatState.RINGING);
    assertThat(state.until()).isEqualTo(stage.clock.instant().plusSeconds(30));
    assertThat(state.talk()).isNotNull();
    assertThat(call(state).why()).isEqualTo(Why.SILENT);
    assertThat(call(state).authenticated()).isTrue();
    assertThat(call(state).identifiedHow()).isEqualTo("CODE");
    assertThat(call(state).transcript())
        .containsExactly(new Line(Kind.ASKED, "Wann? Wo?"), new Line(Kind.KEYED, "…"));
    assertThat(stage.rows.rows("SELECT person, identified_how FROM talk"))
        .containsExactly("7 CODE");
  }

  /** Broken off, with what the first agent has found out and written. */
  @Test
  void whoComesNextIsToldWhatTheFirstHasFoundOut() {
    stage.rows.execute(
        "INSERT INTO person (id, code, birth_date, name, postcode)"
            + " VALUES (7, '4056335248', '1938-04-10', 'Erna', '34117')");
    stage.handovers.wrote(
        new Handover("call-1", Why.ASKED, OptionalLong.empty(), "de", Optional.empty(), List.of()));
    stage.ready(1);
    long first = stage.talking(1, "call-1");
    stage
        .callers()
        .within(
            ANNA,
            (sql, hand) -> {
              stage.callers().identified(sql, hand, 7, CallerAtHand.How.QUESTIONS);
              return true;
            });
    talks.note(ANNA, new Note("Sucht <b>Mai</b>"));
    stage.talks.agentLeft(first, TalkEvents.Left.LOST);
    stage.news();
    assertThat(stage.talks.after(first, "TALKED")).isInstanceOf(After.Lost.class);
    assertThat(stage.handovers.of("call-1").orElseThrow().person()).hasValue(7);
    stage.handovers.wrote(
        new Handover(
            "call-1", Why.AGENT_LOST, OptionalLong.of(7), "de", Optional.empty(), List.of()));
    stage.ready(2);
    stage.given(2, "call-1");
    DeskState.Call call = call(desk.state(BERT));
    assertThat(call.identifiedHow()).isEqualTo("QUESTIONS");
    assertThat(call.notes())
        .containsExactly(new DeskState.EarlierNote("Frau anna", "Sucht <b>Mai</b>"));
    assertThat(call.note()).isEmpty();
  }

  @Test
  void holdsAndResumesAndEndsAndWrapsUp() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    assertThat(call(talks.hold(ANNA)).heldAt()).isNotNull();
    assertThat(call(talks.resume(ANNA)).heldAt()).isNull();
    talks.note(ANNA, new Note("Ruft wieder an; <script>"));
    stage.clock.pass(Duration.ofSeconds(90));
    assertThat(talks.end(ANNA).state()).isEqualTo(SeatState.WRAPPING);
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Over());
    refused(() -> talks.hold(ANNA), 409, "no-talk");
    seats.pause(ANNA, new Rest("BREAK"));
    assertThat(stage.rows.rows("SELECT wrapped_at IS NULL FROM talk")).containsExactly("1");
    stage.clock.pass(Duration.ofSeconds(25));
    DeskState wrapped = talks.wrap(ANNA, new Wrap("BOOKED", null));
    assertThat(stage.rows.rows("SELECT TIMESTAMPDIFF(SECOND, ended_at, wrapped_at) FROM talk"))
        .containsExactly("25");
    assertThat(wrapped.state()).isEqualTo(SeatState.PAUSED);
    assertThat(wrapped.figures()).isEqualTo(new DeskState.Figures(1, 90, 0, 1));
    assertThat(stage.exchange.asked)
        .containsExactly("held " + talk, "resumed " + talk, "ended " + talk);
    assertThat(stage.rows.rows("SELECT wrap_code, note FROM talk"))
        .containsExactly("BOOKED Ruft wieder an; <script>");
  }

  @Test
  void anExchangeThatDoesNotAnswerChangesNothing() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    stage.exchange.outcome = Outcome.FAILED;
    refused(() -> talks.hold(ANNA), 503, "exchange");
    refused(() -> talks.back(ANNA, new Point("buchen")), 503, "exchange");
    refused(() -> talks.end(ANNA), 503, "exchange");
    refused(() -> talks.transfer(ANNA, new Target("bert", false)), 503, "exchange");
    refused(() -> talks.transfer(ANNA, new Target("bert", true)), 503, "exchange");
    refused(() -> talks.interpreter(ANNA, new Wanted("tr")), 503, "exchange");
    assertThat(stage.talk(talk)).isEqualTo("- live");
    assertThat(stage.seat(1)).isEqualTo("TALKING - READY");
    assertThat(stage.seat(2)).isEqualTo("READY - READY");
  }

  @Test
  void theCallerGoesBackToSelfService() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    assertThat(talks.back(ANNA, new Point("verschieben")).state()).isEqualTo(SeatState.WRAPPING);
    stage.talks.callerLeft(talk);
    stage.news();
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Back("verschieben"));
  }

  @Test
  void theCallerGoesOnToAnotherAgent() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    refused(() -> talks.transfer(ANNA, new Target("cora", false)), 409, "agent-not-ready");
    refused(() -> talks.transfer(ANNA, new Target("anna", false)), 409, "agent-not-ready");
    refused(() -> talks.transfer(ANNA, new Target("ä' OR 1", false)), 409, "agent-not-ready");
    assertThat(talks.transfer(ANNA, new Target("bert", false)).state())
        .isEqualTo(SeatState.WRAPPING);
    DeskState other = desk.state(BERT);
    assertThat(other.state()).isEqualTo(SeatState.RINGING);
    long next = call(other).id();
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Onward(next, "agent-b"));
    stage.talks.begins(next, stage.clock.instant());
    stage.news();
    assertThat(stage.seat(2)).isEqualTo("TALKING - READY");
    stage.talks.agentLeft(next, TalkEvents.Left.LOST);
    stage.news();
    assertThat(stage.talks.after(next, "TALKED")).isEqualTo(new After.Lost(101));
  }

  @Test
  void anotherAgentIsAskedAndTakesTheCaller() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    refused(() -> talks.complete(ANNA), 409, "nobody-asked");
    DeskState asking = talks.transfer(ANNA, new Target("bert", true));
    assertThat(Objects.requireNonNull(call(asking).asked()).name()).isEqualTo("bert");
    assertThat(call(asking).heldAt()).isNotNull();
    assertThat(call(desk.state(BERT)).question()).isTrue();
    refused(() -> talks.hold(BERT), 409, "no-talk");
    refused(() -> talks.transfer(ANNA, new Target("bert", true)), 409, "agent-not-ready");
    DeskState done = talks.complete(ANNA);
    assertThat(done.state()).isEqualTo(SeatState.WRAPPING);
    assertThat(call(done).id()).isNotEqualTo(talk);
    DeskState taken = desk.state(BERT);
    assertThat(call(taken).id()).isEqualTo(talk);
    assertThat(call(taken).question()).isFalse();
    stage.talks.agentLeft(talk, TalkEvents.Left.HUNG_UP);
    stage.news();
    assertThat(stage.seat(2)).isEqualTo("TALKING - READY");
    stage.clock.pass(Duration.ofSeconds(30));
    stage.talks.agentLeft(talk, TalkEvents.Left.HUNG_UP);
    stage.news();
    assertThat(stage.seat(2)).isEqualTo("WRAPPING - READY");
  }

  /** A line that ends while two agents have the caller, or one asks the other one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoWasAskedGoesOnWhenTheFirstIsGone(boolean three) {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    talks.transfer(ANNA, new Target("bert", true));
    if (three) {
      talks.conference(ANNA);
    }
    stage.talks.agentLeft(talk, TalkEvents.Left.FOLLOWED);
    stage.talks.agentLeft(talk, TalkEvents.Left.FOLLOWED);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    assertThat(stage.seat(2)).isEqualTo("TALKING - READY");
    DeskState.Call taken = call(desk.state(BERT));
    assertThat(taken.id()).isEqualTo(talk);
    assertThat(taken.question()).isFalse();
    assertThat(taken.heldAt()).isNull();
    assertThat(stage.talk(talk)).isEqualTo("- live");
    stage.clock.pass(Duration.ofSeconds(30));
    stage.talks.agentLeft(talk, TalkEvents.Left.LOST);
    stage.news();
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Lost(101));
  }

  /** Who is left alone with the caller cannot be shown that, but the first agent can go on. */
  @Test
  void whoWasAskedAndHasNoDeskAnyMoreKeepsNobodyFromGoingOn() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    talks.transfer(ANNA, new Target("bert", true));
    stage.rows.execute("DELETE FROM agent_seat WHERE account = 2");
    stage.talks.agentLeft(talk, TalkEvents.Left.FOLLOWED);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    assertThat(stage.talk(talk)).startsWith("UNKNOWN");
  }

  /** Nobody who hears music is told good-bye. */
  @Test
  void aCallerWhoIsHeldByAnAgentWhoHangsUpIsServedNext() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    talks.hold(ANNA);
    stage.talks.agentLeft(talk, TalkEvents.Left.HUNG_UP);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Lost(101));
  }

  @Test
  void anAgentWhoWasAskedIsFreeAgain() {
    stage.ready(2, 1, 3);
    long talk = stage.talking(1, "call-1");
    talks.transfer(ANNA, new Target("bert", true));
    assertThat(call(talks.cancel(ANNA)).heldAt()).isNull();
    assertThat(stage.seat(2)).isEqualTo("READY - READY");
    var roster = stage.inOne(rows -> stage.staff.roster(rows, stage.clock.instant()));
    assertThat(stage.names(roster.ready())).containsExactly("2 [de][]", "3 [de][]");
    talks.transfer(ANNA, new Target("bert", true));
    assertThat(call(talks.conference(ANNA)).heldAt()).isNull();
    stage.exchange.outcome = Outcome.FAILED;
    refused(() -> talks.complete(ANNA), 503, "exchange");
    assertThat(call(desk.state(ANNA)).id()).isEqualTo(talk);
    assertThat(call(desk.state(BERT)).question()).isTrue();
    stage.talks.callerLeft(talk);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    assertThat(stage.seat(2)).isEqualTo("WRAPPING - READY");
  }

  /** In vain, refused, or gone: the caller stays held until the agent has them back. */
  @ParameterizedTest
  @CsvSource({
    "NO_ANSWER, PAUSED NO_ANSWER READY",
    "DECLINED, READY - READY",
    "LEFT, WRAPPING - READY"
  })
  void theAgentIsToldWhyNobodyIsAskedAnyMore(TalkEvents.AskedEnd why, String other) {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    talks.transfer(ANNA, new Target("bert", true));
    stage.changed.clear();
    stage.talks.askedLeft(talk, why);
    stage.news();
    assertThat(stage.changed).containsExactlyInAnyOrder(1L, 2L);
    DeskState.Call left = call(desk.state(ANNA));
    assertThat(left.asked()).isNull();
    assertThat(left.askedEnded())
        .isEqualTo(
            new DeskState.AskedEnded("bert", "Frau bert", why, AgentLimits.now(stage.clock)));
    assertThat(left.heldAt()).as("still held").isNotNull();
    assertThat(stage.seat(2)).isEqualTo(other);
    assertThat(call(talks.cancel(ANNA)).heldAt()).as("back by the agent's word").isNull();
    refused(() -> talks.cancel(ANNA), 409, "nobody-asked");
    assertThat(stage.talk(talk)).isEqualTo("- live");
  }

  /** Their telephone is hung up then, which is told, too. */
  @Test
  void whoIsNotAskedAnyMoreHasNotLeftByThemselves() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    talks.transfer(ANNA, new Target("bert", true));
    stage.rows.execute("UPDATE talk SET ending = 'OVER' WHERE kind = 'CONSULT'");
    stage.talks.askedLeft(talk, TalkEvents.AskedEnd.LEFT);
    stage.news();
    assertThat(call(talks.cancel(ANNA)).askedEnded()).isNull();
    assertThat(stage.seat(2)).isEqualTo("READY - READY");
    talks.transfer(ANNA, new Target("bert", true));
    stage.talks.askedLeft(talk, TalkEvents.AskedEnd.DECLINED);
    stage.news();
    assertThat(call(talks.transfer(ANNA, new Target("bert", true))).askedEnded())
        .as("asked again")
        .isNull();
  }

  @Test
  void whoeverWasAskedLeavesWithoutTheCaller() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    talks.transfer(ANNA, new Target("bert", true));
    talks.end(BERT);
    assertThat(stage.seat(2)).isEqualTo("WRAPPING - READY");
    assertThat(stage.talk(talk)).isEqualTo("- live");
  }

  @Test
  void ofTwoWhoHandACallerToTheSameAgentOneCan() {
    stage.ready(1, 2, 3);
    stage.talking(1, "call-1");
    stage.talking(2, "call-2");
    List<Boolean> done =
        Together.run(
            2,
            number -> {
              try {
                talks.transfer(number == 0 ? ANNA : BERT, new Target("cora", number == 0));
                return true;
              } catch (Problem notReady) {
                assertThat(notReady.slug()).isEqualTo("agent-not-ready");
                return false;
              }
            });
    assertThat(done).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void anInterpreterIsRungIfThereIsOne() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    refused(() -> talks.interpreter(ANNA, new Wanted("ar")), 404, "no-interpreter");
    talks.interpreter(ANNA, new Wanted("tr"));
    assertThat(stage.exchange.asked).containsExactly("interpreted " + talk + " +4956112345678");
  }

  @Test
  void colleaguesAreThoseWhoAreThere() {
    stage.ready(1, 2, 3);
    stage.happens(2, new SeatEvent.Pause(PauseReason.BREAK));
    assertThat(desk.colleagues(ANNA).items())
        .extracting(DeskState.Colleague::name)
        .containsExactly("cora", "bert");
  }
}
