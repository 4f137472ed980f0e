package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database refuses what must not be, whoever writes it. */
class TicketConstraintsTest {
  @RegisterExtension private static final QueueStage stage = new QueueStage();

  /** Ticket 1 waits on the line, 2 is in a dialogue, 3 waits to be called, 4 is over. */
  @BeforeEach
  void tickets() {
    stage
        .database()
        .execute(
            "INSERT INTO queue_node (id, name, token, started_at, seen_at)"
                + " VALUES (1, 'one', 1, '2021-01-12', '2021-01-12')");
    insert("1, 'LINE', 'PRESENT', 5, 1, 11, 1, 'a', NULL, NULL, NULL, NULL, NULL");
    insert("2, 'DIALOGUE', 'PRESENT', 5, 2, 12, 1, 'b', NULL, NULL, '2021-01-12', NULL, NULL");
    insert(
        "3, 'LINE', 'CALLBACK', 5, 3, 13, NULL, 'c', '+4956112345678', '2021-01-12', NULL, NULL,"
            + " NULL");
    insert("4, 'ENDED', 'NONE', 5, 4, NULL, NULL, NULL, NULL, NULL, NULL, '2021-01-12', 'SERVED'");
  }

  private static void insert(String values) {
    stage
        .database()
        .execute(
            "INSERT INTO queue_ticket (id, phase, reach, priority, place, visit, node_id, call_id,"
                + " phone, next_try_at, admitted_at, ended_at, outcome, language, entered_at)"
                + " VALUES ("
                + values
                + ", 'de', '2021-01-12')");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | priority = 0",
        "1 | priority = 10",
        "1 | node_id = NULL",
        "1 | reach = 'ABSENT'",
        "1 | reach = 'CALLBACK', next_try_at = entered_at, node_id = NULL",
        "1 | phase = 'DIALOGUE'",
        "1 | phase = 'ENDED'",
        "1 | visit = 12",
        "1 | call_id = 'b'",
        "1 | promised = 1",
        "1 | phone = '0561123456'",
        "1 | live_person = 4711",
        "2 | reach = 'ABSENT', node_id = NULL, kept_until = entered_at",
        "3 | phone = NULL",
        "3 | next_try_at = NULL",
        "3 | reach = 'RINGING', next_try_at = NULL",
        "4 | phone = '+4956112345678'",
        "4 | call_id = 'd'",
        "4 | visit = 14",
        "4 | outcome = NULL",
        "4 | ended_at = NULL",
        "4 | phase = 'LINE'"
      })
  void isRefused(long ticket, String change) {
    assertThatThrownBy(() ->
            stage.database().execute("UPDATE queue_ticket SET " + change + " WHERE id = " + ticket))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | priority = 9, phone = '+4956112345678', promised = 1",
        "1 | reach = 'ABSENT', node_id = NULL, kept_until = entered_at",
        "2 | phase = 'LINE'",
        "3 | reach = 'RINGING', next_try_at = NULL, node_id = 1, kept_until = entered_at"
      })
  void whatMayBeIsNotRefused(long ticket, String change) {
    assertThatCode(() ->
            stage.database().execute("UPDATE queue_ticket SET " + change + " WHERE id = " + ticket))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyOneSeedIsPrepared() {
    String seed =
        "INSERT INTO queue_draw (opens, seed, prepared_at)"
            + " VALUES ('2021-01-13', REPEAT('0', 64), '2021-01-12')";
    stage.database().execute(seed);
    assertThatThrownBy(() -> stage.database().execute(seed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void thereIsAGateForEachQueue() {
    assertThatThrownBy(() ->
            stage.database().execute("INSERT INTO queue_gate SELECT 3, 1, 'SHUT', NOW(), NOW()"))
        .isInstanceOf(IllegalStateException.class);
  }
}
