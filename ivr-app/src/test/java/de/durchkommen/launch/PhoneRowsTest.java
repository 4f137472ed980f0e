package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.PhonePassword;
import de.durchkommen.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneRowsTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  private static PhonePassword password() {
    return PhonePassword.drawn(new Random(3));
  }

  @Test
  void addsListsAndRemoves() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = DriverManager.getConnection(database.address(), "root", "")) {
      PhoneRows rows = new PhoneRows(connection, "erika", NOON);
      assertThat(rows.add("platz-7", password(), false)).isTrue();
      assertThat(rows.add("platz-7", password(), false)).as("a second time").isFalse();
      assertThat(rows.add("a", password(), true)).isTrue();
      assertThat(database.rows("SELECT id, transport FROM ps_endpoints ORDER BY id"))
          .containsExactly("agent-a transport-tls", "agent-platz-7 transport-udp");
      assertThat(rows.lines()).containsExactly("a\t01.12.2026 13:00", "platz-7\t01.12.2026 13:00");
      assertThat(rows.remove("platz-7")).isTrue();
      assertThat(rows.remove("platz-7")).as("a second time").isFalse();
      assertThat(database.rows("SELECT id FROM ps_aors")).containsExactly("agent-a");
      assertThat(database.rows("SELECT actor, action, subject FROM audit_event ORDER BY id"))
          .containsExactly(
              "erika AGENT_PHONE_ADDED platz-7",
              "erika AGENT_PHONE_ADDED a",
              "erika AGENT_PHONE_REMOVED platz-7");
    }
  }

  @Test
  void whatFailsHalfWayIsNotDone() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = DriverManager.getConnection(database.address(), "root", "")) {
      database.execute("ALTER TABLE ps_aors ADD CONSTRAINT none CHECK (id = '')");
      PhoneRows rows = new PhoneRows(connection, "erika", NOON);
      assertThatThrownBy(() -> rows.add("a", password(), true)).isInstanceOf(SQLException.class);
      assertThat(database.rows("SELECT name FROM agent_phone")).isEmpty();
      assertThat(database.rows("SELECT id FROM ps_endpoints")).isEmpty();
    }
  }
}
