package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.agent.TalkEvents.Left;
import de.durchkommen.agent.Talks.After;
import de.durchkommen.database.Together;
import de.durchkommen.queue.Staff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalksTest {
  @RegisterExtension private static final AgentStage stage = new AgentStage();

  @Test
  void theLongestIdleIsFirst() {
    stage.ready(2, 1, 3);
    stage.rows.execute("INSERT INTO agent VALUES (1, 'de,tr', 'complaints')");
    stage.happens(3, new SeatEvent.Pause(PauseReason.BREAK));
    var roster = stage.inOne(sql -> stage.staff.roster(sql, stage.clock.instant()));
    assertThat(stage.names(roster.ready())).containsExactly("2 [de][]", "1 [de, tr][complaints]");
    assertThat(roster.busy()).isZero();
    assertThat(roster.signedIn()).isEqualTo(3);
    assertThat(roster.spoken()).containsExactlyInAnyOrder("de", "tr");
    assertThat(roster.skills()).containsExactly("complaints");
  }

  @Test
  void whoCannotLogInAnyMoreIsGivenNobody() {
    stage.ready(1, 2);
    stage.rows.execute("UPDATE account SET disabled_at = '2026-12-01' WHERE id = 1");
    var roster = stage.inOne(sql -> stage.staff.roster(sql, stage.clock.instant()));
    assertThat(stage.names(roster.ready())).containsExactly("2 [de][]");
  }

  @Test
  void aTalkFromTheRingToItsEnd() {
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    assertThat(stage.seat(1)).isEqualTo("RINGING - READY");
    assertThat(stage.talks.assigned("call-1")).contains(new Talk(talk, "agent-a", 101));
    assertThat(stage.changed).containsExactly(1L);
    stage.talks.rings(talk);
    stage.talks.begins(talk, stage.clock.instant());
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("TALKING - READY");
    assertThat(stage.served).containsExactly("call-1");
    assertThat(stage.talks.assigned("call-1")).isEmpty();
    stage.talks.callerLeft(talk);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    assertThat(stage.talk(talk)).isEqualTo("OVER ended");
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Over());
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Over());
  }

  @Test
  void whatIsToldTwiceIsServedOnce() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    stage.talks.begins(talk, stage.clock.instant());
    stage.talks.rings(talk);
    stage.talks.begins(9_999, stage.clock.instant());
    stage.talks.agentLeft(9_999, Left.LOST);
    stage.news();
    assertThat(stage.served).containsExactly("call-1");
    assertThat(stage.seat(1)).isEqualTo("TALKING - READY");
  }

  @ParameterizedTest
  @CsvSource({
    "NOANSWER, PAUSED NO_ANSWER READY",
    "BUSY, PAUSED DECLINED READY",
    "CONGESTION, PAUSED DECLINED READY",
    "CHANUNAVAIL, PAUSED PHONE_LOST READY",
    "NOAGENT, READY - READY",
    "'', PAUSED NO_ANSWER READY"
  })
  void whoDoesNotAnswerIsPausedAndTheCallerKeepsThePlace(String status, String seat) {
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    assertThat(stage.talks.after(talk, status)).isInstanceOf(After.Unanswered.class);
    assertThat(stage.seat(1)).isEqualTo(seat);
    assertThat(stage.talk(talk)).isEqualTo("UNANSWERED ended");
  }

  @Test
  void whoseCallerHangsUpBeforeTheAnswerHasTheOldPlace() {
    stage.ready(1, 2);
    long talk = stage.given(1, "call-1");
    stage.clock.pass(Duration.ofSeconds(5));
    stage.talks.callerLeft(talk);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("READY - READY");
    var roster = stage.inOne(sql -> stage.staff.roster(sql, stage.clock.instant()));
    assertThat(stage.names(roster.ready())).containsExactly("1 [de][]", "2 [de][]");
    assertThat(stage.served).containsExactly("gone call-1");
  }

  @Test
  void whoHangsUpBeforeTheRingIsWithdrawn() {
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    stage.talks.withdrawn("call-2");
    stage.talks.withdrawn("call-1");
    stage.talks.withdrawn("call-1");
    stage.news();
    assertThat(stage.talk(talk)).isEqualTo("ABANDONED ended");
    assertThat(stage.seat(1)).isEqualTo("READY - READY");
    assertThat(stage.served).containsExactly("gone call-1");
  }

  @Test
  void aCallerWhoLeftTheRingAndNotTheLineWasNotAnswered() {
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    stage.talks.callerLeft(talk);
    stage.news();
    assertThat(stage.talks.after(talk, "NOANSWER")).isInstanceOf(After.Unanswered.class);
    assertThat(stage.seat(1)).isEqualTo("PAUSED NO_ANSWER READY");
  }

  @Test
  void anAgentWhoIsLostIsPausedAfterwards() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    stage.talks.agentLeft(talk, Left.LOST);
    stage.news();
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Lost(101));
    assertThat(stage.seat(1)).isEqualTo("WRAPPING PHONE_LOST PAUSED");
    stage.happens(1, new SeatEvent.Wrapped());
    assertThat(stage.seat(1)).isEqualTo("PAUSED PHONE_LOST READY");
  }

  @Test
  void theCallerWhoIsBackFirstWaitsForTheNews() throws InterruptedException {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    RunningTalks patient =
        new RunningTalks(
            stage.rows.patient(),
            stage.clock,
            stage.neighbours,
            AgentStage.NODE,
            Duration.ofMinutes(1));
    Thread late =
        Thread.startVirtualThread(() -> {
          stage.talks.agentLeft(talk, Left.LOST);
          stage.news();
        });
    assertThat(patient.after(talk, "TALKED")).isEqualTo(new After.Lost(101));
    late.join();
  }

  @Test
  void withoutNewsNobodyKnows() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Uncertain());
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    long unheard = stage.given(2, "call-2");
    assertThat(stage.talks.after(unheard, "TALKED")).isEqualTo(new After.Uncertain());
    assertThat(stage.seat(2)).isEqualTo("WRAPPING - READY");
    assertThat(stage.talks.after(9_999, "TALKED")).isEqualTo(new After.Uncertain());
  }

  @Test
  void aPlanIsWhatBecomesOfTheCaller() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    stage.book(book -> {
      book.talks().plan(talk, Ending.BACK, "buchen");
      return true;
    });
    assertThat(stage.talks.after(talk, "TALKED")).isEqualTo(new After.Back("buchen"));
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
  }

  @Test
  void aCallThatIsGivenAgainIsNotInItsEarlierTalk() {
    stage.ready(1, 2);
    long first = stage.given(1, "call-1");
    long second = stage.given(2, "call-1");
    assertThat(stage.talk(first)).isEqualTo("ABANDONED ended");
    assertThat(stage.seat(1)).isEqualTo("READY - READY");
    assertThat(stage.talk(second)).isEqualTo("- live");
  }

  @Test
  void whoIsNotReadyIsGivenNobody() {
    stage.ready(1);
    stage.happens(1, new SeatEvent.Pause(PauseReason.BREAK));
    assertThatThrownBy(() -> stage.given(1, "call-1")).isInstanceOf(IllegalStateException.class);
    assertThat(stage.rows.rows("SELECT id FROM talk")).isEmpty();
  }

  @Test
  void aTelephoneThatCannotBeReachedIsNotRung() {
    stage.ready(1, 2);
    long talk = stage.talking(2, "call-2");
    stage.talks.phone("agent-a", false);
    stage.talks.phone("agent-b", false);
    stage.talks.phone("agent-z", false);
    stage.talks.phone("person", false);
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("PAUSED PHONE_LOST READY");
    assertThat(stage.seat(2)).isEqualTo("TALKING - READY");
    assertThat(stage.talk(talk)).isEqualTo("- live");
    assertThat(stage.rows.rows("SELECT name, reachable FROM agent_phone ORDER BY name"))
        .containsExactly("a 0", "b 0", "c null");
  }

  @Test
  void ofManyWhoChangeASeatNobodyIsLost() {
    stage.ready(1);
    List<Boolean> moved =
        Together.run(
            16,
            number -> {
              PauseReason why = number % 2 == 0 ? PauseReason.BREAK : PauseReason.LUNCH;
              return stage.happens(1, new SeatEvent.Pause(why)) instanceof Seats.Move.To;
            });
    long changes = moved.stream().filter(done -> done).count();
    assertThat(changes).isPositive();
    assertThat(stage.rows.rows("SELECT version FROM agent_seat"))
        .containsExactly(Long.toString(2 + changes));
  }

  @Test
  void ofTwoRoundsOneGivesTheAgentACaller() {
    stage.ready(1);
    List<Boolean> given =
        Together.run(
            8,
            number ->
                stage.inOne(sql -> {
                  var ready = stage.staff.roster(sql, stage.clock.instant()).ready();
                  ready.forEach(server ->
                      stage.staff.assigned(
                          sql,
                          new Staff.Assignment(
                              server.id(), number, "call-" + number, "de", stage.clock.instant())));
                  return !ready.isEmpty();
                }));
    assertThat(given).containsOnlyOnce(true);
    assertThat(stage.rows.rows("SELECT COUNT(*) FROM talk")).containsExactly("1");
  }

  @Test
  void afterARestartRowsAreMadeTrue() {
    stage.ready(1, 2, 3);
    long gone = stage.talking(1, "call-1");
    long begun = stage.given(2, "call-2");
    long unanswered = stage.given(3, "call-3");
    stage.talks.rings(unanswered);
    stage.news();
    stage.clock.pass(Duration.ofSeconds(31));
    stage.exchange.rooms.add(new Live(begun, true, true));
    stage.talks = stage.talks();
    stage.talks.comparison().ifWanted();
    stage.news();
    assertThat(stage.talk(gone)).isEqualTo("UNKNOWN ended");
    assertThat(stage.seat(1)).isEqualTo("WRAPPING - READY");
    assertThat(stage.talk(begun)).isEqualTo("- live");
    assertThat(stage.seat(2)).isEqualTo("TALKING - READY");
    assertThat(stage.served).containsExactly("call-1", "call-2");
    assertThat(stage.talk(unanswered)).isEqualTo("UNANSWERED ended");
    assertThat(stage.seat(3)).isEqualTo("PAUSED NO_ANSWER READY");
  }

  @Test
  void whatGoesOnIsNotTouched() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    stage.given(2, "call-2");
    stage.exchange.rooms.add(new Live(talk, true, true));
    stage.clock.pass(Duration.ofSeconds(20));
    assertThat(stage.talks.comparison().compared()).isTrue();
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("TALKING - READY");
    assertThat(stage.seat(2)).isEqualTo("RINGING - READY");
    stage.exchange.possible = false;
    assertThat(stage.talks.comparison().compared()).isFalse();
  }

  /** Their telephone may ring in a moment: twice in a row is gone. */
  @Test
  void whoIsMissedBesideCallerAndAgentTwiceHasGone() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    stage.rows.execute("UPDATE talk SET observer = '@x', observed_as = 'LISTEN'");
    stage.book(book -> book.ask(book.talks().of(talk).orElseThrow(), seat(book, 2)));
    for (int look = 0; look < 3; look++) {
      boolean there = look == 0;
      stage.exchange.rooms.clear();
      stage.exchange.rooms.add(new Live(talk, true, true, there, there));
      assertThat(companions()).isEqualTo("@x 1");
      assertThat(stage.talks.comparison().compared()).isTrue();
      stage.news();
    }
    assertThat(companions()).isEqualTo("null 0");
    assertThat(stage.seat(1)).isEqualTo("TALKING - READY");
    assertThat(stage.seat(2)).isEqualTo("WRAPPING - READY");
  }

  private static Seat seat(TalkBook book, long account) {
    return book.seats().of(account).orElseThrow();
  }

  private static String companions() {
    return stage
        .rows
        .rows("SELECT MAX(observer), SUM(kind = 'CONSULT' AND ended_at IS NULL) FROM talk")
        .getFirst();
  }

  /** The caller is told what has failed first, which may take its time. */
  @Test
  void theRingIsCountedFromItsBeginning() {
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    stage.clock.pass(Duration.ofSeconds(18));
    stage.talks.rings(talk);
    stage.news();
    stage.clock.pass(Duration.ofSeconds(29));
    stage.talks.comparison().compared();
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("RINGING - READY");
    stage.clock.pass(Duration.ofSeconds(2));
    stage.talks.comparison().compared();
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("PAUSED NO_ANSWER READY");
  }

  @Test
  void aTalkThatWasTakenForUnansweredGoesOn() {
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    stage.clock.pass(Duration.ofSeconds(51));
    stage.talks.comparison().compared();
    stage.news();
    assertThat(stage.seat(1)).isEqualTo("READY - READY");
    stage.exchange.rooms.add(new Live(talk, true, true));
    stage.talks.comparison().compared();
    stage.news();
    assertThat(stage.talk(talk)).isEqualTo("- live");
    assertThat(stage.seat(1)).isEqualTo("TALKING - READY");
    assertThat(stage.served).containsExactly("call-1");
  }

  @Test
  void talksOfOtherNodesAreTheirs() {
    stage.ready(1);
    long talk = stage.talking(1, "call-1");
    stage.rows.execute("UPDATE talk SET node = 'node-2'");
    stage.clock.pass(Duration.ofMinutes(1));
    stage.talks.comparison().compared();
    stage.news();
    assertThat(stage.talk(talk)).isEqualTo("- live");
  }
}
