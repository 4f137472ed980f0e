package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.Role;
import de.durchkommen.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRowsTest {
  private static final String AUDIT =
      "SELECT channel, action, subject FROM audit_event ORDER BY id";

  private static final String SESSION =
      "INSERT INTO account_session SELECT REPEAT('x', 32), id, REPEAT('x', 32), created_at,"
          + " created_at, created_at FROM account WHERE name = 'erika'";

  private static final String SESSIONS = "SELECT COUNT(*) FROM account_session";

  @Test
  void addsListsDisablesAndRenews() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = DriverManager.getConnection(database.address(), "root", "")) {
      AccountRows rows = new AccountRows(connection, Instant.parse("2021-01-12T08:00:00Z"));
      assertThat(rows.add("erika", "Erika Beispiel", Role.AGENT, "hash-1")).isTrue();
      assertThat(rows.add("erika", "Eine andere", Role.SUPERVISOR, "hash-2")).isFalse();
      assertThat(rows.add("al", "al", Role.SUPERVISOR, "hash-3")).isTrue();
      assertThat(database.rows("SELECT hash, must_change FROM account WHERE name = 'erika'"))
          .containsExactly("hash-1 1");
      database.execute("UPDATE account SET must_change = 0 WHERE name = 'al'");
      database.execute(SESSION);

      assertThat(rows.disable("erika")).isTrue();
      assertThat(database.rows(SESSIONS)).containsExactly("0");
      assertThat(rows.disable("erika")).as("a second time").isFalse();
      assertThat(rows.disable("nobody")).isFalse();
      assertThat(shown(rows))
          .containsExactly(
              "al\tsupervisor\tal\tTIME\tgültig",
              "erika\tagent\tErika Beispiel\tTIME\tgesperrt TIME");

      database.execute(SESSION);
      database.execute(
          "INSERT INTO login_attempt VALUES (UNHEX(SHA2('erika', 256)), 9, NOW(), 0, NOW())");
      assertThat(rows.renew("erika", "hash-4")).isTrue();
      assertThat(rows.renew("nobody", "hash-5")).isFalse();
      assertThat(database.rows(SESSIONS)).containsExactly("0");
      assertThat(database.rows("SELECT COUNT(*) FROM login_attempt")).containsExactly("0");
      assertThat(shown(rows)).contains("erika\tagent\tErika Beispiel\tTIME\terstes Passwort");
      assertThat(database.rows(AUDIT))
          .containsExactly(
              "OPERATOR ACCOUNT_ADDED_AGENT erika",
              "OPERATOR ACCOUNT_ADDED_SUPERVISOR al",
              "OPERATOR ACCOUNT_DISABLED erika",
              "OPERATOR PASSWORD_RENEWED erika");
    }
  }

  private static List<String> shown(AccountRows rows) throws SQLException {
    return rows.lines().stream()
        .map(line -> line.replaceAll("\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}", "TIME"))
        .toList();
  }
}
