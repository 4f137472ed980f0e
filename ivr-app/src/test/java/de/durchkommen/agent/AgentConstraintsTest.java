package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses what must not be, whoever writes it. */
class AgentConstraintsTest {
  @RegisterExtension private static final AgentStage stage = new AgentStage();

  /** Anna (1) is ready; Bert (2) talks in talk 2; talk 3 of Cora's (3) is over. */
  @BeforeEach
  void rows() {
    stage.rows.execute("INSERT INTO agent VALUES (1, 'de', '')");
    talk("2, 'call-2', 2, NULL, NULL");
    talk("3, 'call-3', 3, '2026-12-01', 'OVER'");
    seat("1, 'a', 'READY', '2026-12-01', NULL");
    seat("2, 'b', 'TALKING', NULL, 2");
    seat("3, 'c', 'SIGNED_IN', NULL, NULL");
    stage.rows.execute(
        "INSERT INTO handover VALUES ('call-2', 'ASKED', NULL, 'de', NULL, '', '2026-12-01')");
  }

  private static void talk(String values) {
    stage.rows.execute(
        "INSERT INTO talk (id, call_id, account, ended_at, ending, kind, phone, language,"
            + " assigned_at, begun_at) VALUES ("
            + values
            + ", 'CALLER', 'b', 'de', '2026-12-01', '2026-12-01')");
  }

  private static void seat(String values) {
    stage.rows.execute(
        "INSERT INTO agent_seat (account, phone, state, ready_since, talk, since, signed_in_at,"
            + " version) VALUES ("
            + values
            + ", '2026-12-01', '2026-12-01', 1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent SET languages = ''",
        "agent SET languages = 'de,'",
        "agent SET languages = 'deu'",
        "agent SET skills = 'A'",
        "agent SET skills = 'a,,b'",
        "agent SET account = 99",
        "agent_phone SET reachable = 2",
        "agent_seat SET ready_since = NULL WHERE account = 1",
        "agent_seat SET talk = 2 WHERE account = 1",
        "agent_seat SET state = 'PAUSED', ready_since = NULL WHERE account = 1",
        "agent_seat SET reason = 'BREAK' WHERE account = 1",
        "agent_seat SET next = 'PAUSED', reason = 'BREAK' WHERE account = 1",
        "agent_seat SET phone = 'b' WHERE account = 1",
        "agent_seat SET phone = 'B' WHERE account = 1",
        "agent_seat SET ring_until = '2026-12-01' WHERE account = 1",
        "agent_seat SET ready_since = since WHERE account = 3",
        "agent_seat SET talk = NULL WHERE account = 2",
        "agent_seat SET talk = 99 WHERE account = 2",
        "agent_seat SET state = 'RINGING' WHERE account = 2",
        "agent_seat SET next = 'PAUSED' WHERE account = 2",
        "talk SET account = 2, ended_at = NULL, ending = NULL WHERE id = 3",
        "talk SET call_id = 'call-2', ended_at = NULL, ending = NULL WHERE id = 3",
        "talk SET ending = NULL WHERE id = 3",
        "talk SET held_at = begun_at WHERE id = 3",
        "talk SET back_to = 'buchen' WHERE id = 3",
        "talk SET ending = 'BACK' WHERE id = 2",
        "talk SET onward = 2 WHERE id = 3",
        "talk SET ending = 'UNANSWERED' WHERE id = 3",
        "talk SET ending = 'ABANDONED' WHERE id = 3",
        "talk SET observer = '@x' WHERE id = 2",
        "talk SET asked_end = 'LEFT' WHERE id = 3",
        "talk SET kind = 'CONSULT' WHERE id = 2",
        "talk SET of_talk = 3 WHERE id = 2",
        "talk SET language = 'D' WHERE id = 2",
        "talk SET note = REPEAT('x', 1001) WHERE id = 2",
        "handover SET hold = 'a-b'",
        "handover SET language = ''",
        "handover SET person = 99"
      })
  void isRefused(String change) {
    assertThatThrownBy(() -> stage.rows.execute("UPDATE " + change))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent SET languages = 'de,en,tr', skills = 'a,b-1'",
        "agent_seat SET state = 'PAUSED', ready_since = NULL, reason = 'BREAK' WHERE account = 1",
        "agent_seat SET state = 'WRAPPING' WHERE account = 2",
        "agent_seat SET next = 'PAUSED', reason = 'LUNCH' WHERE account = 2",
        "talk SET ending = 'BACK', back_to = 'termine' WHERE id = 2",
        "talk SET held_at = begun_at WHERE id = 2",
        "talk SET kind = 'CONSULT', of_talk = 3, call_id = 'call-3' WHERE id = 2",
        "talk SET call_id = 'call-2' WHERE id = 3",
        "handover SET hold = '1-a-zz', transcript = REPEAT('Kä', 200000)"
      })
  void whatMayBeIsNotRefused(String change) {
    assertThatCode(() -> stage.rows.execute("UPDATE " + change)).doesNotThrowAnyException();
  }
}
