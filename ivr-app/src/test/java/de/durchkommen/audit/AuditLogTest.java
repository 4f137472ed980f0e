package de.durchkommen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final String ALL =
      "SELECT at, channel, actor, action, subject, count, reference FROM audit_event ORDER BY id";

  @BeforeEach
  void empty() {
    ROWS.execute("TRUNCATE audit_event");
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  private static AuditEvent event(String actor) {
    return new AuditEvent(
        Instant.parse("2026-12-01T11:00:00.123Z"),
        AuditEvent.Channel.API,
        actor,
        "CENTRE_CLOSED",
        "kassel",
        3,
        "request-1");
  }

  private static void add(AuditEvent event) {
    String failure =
        ROWS.patient()
            .answer(
                entities -> {
                  AuditLog.add(new Sql(entities), event);
                  return "";
                },
                why -> why);
    assertThat(failure).isEmpty();
  }

  @Test
  void tellsWhatWasDone() {
    add(event("supervisor"));

    assertThat(ROWS.rows(ALL))
        .containsExactly(
            "2026-12-01 11:00:00.123000 API supervisor CENTRE_CLOSED kassel 3 request-1");
  }

  @Test
  void tellsTheSameOnAConnectionOfItsOwn() throws SQLException {
    add(event("supervisor"));
    try (Connection connection = DriverManager.getConnection(ROWS.address(), "root", "")) {
      AuditLog.add(connection, event("supervisor"));
    }

    assertThat(ROWS.rows(ALL)).hasSize(2).containsOnly(ROWS.rows(ALL).get(0));
  }

  @Test
  void cutsWhatIsTooLong() {
    add(event("x".repeat(AuditEvent.LONGEST_WORD + 1)));

    assertThat(ROWS.rows("SELECT LENGTH(actor) FROM audit_event"))
        .containsExactly("" + AuditEvent.LONGEST_WORD);
  }

  @Test
  void isOnlyEverAddedTo() {
    add(event("supervisor"));

    assertThatThrownBy(() -> ROWS.execute("UPDATE audit_event SET count = 0"))
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(() -> ROWS.execute("DELETE FROM audit_event"))
        .hasMessageContaining("only ever added to");
    assertThat(ROWS.rows(ALL)).hasSize(1);
  }
}
