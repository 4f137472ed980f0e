package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiKey;
import de.durchkommen.api.Role;
import de.durchkommen.database.TestDatabase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRowsTest {
  private static final String HASH = "SELECT HEX(key_hash) FROM api_client WHERE id = 'portal'";

  private static ApiKey key(String client) {
    return ApiKey.drawn(client, new SecureRandom());
  }

  @Test
  void addsListsAndRevokes() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = DriverManager.getConnection(database.address(), "root", "")) {
      KeyRows rows = new KeyRows(connection);
      ApiKey first = key("portal");
      assertThat(rows.add(first, Role.BOOKING, 8)).isTrue();
      assertThat(database.rows(HASH)).containsExactly(hex(first));
      assertThat(rows.add(key("portal"), Role.SUPERVISOR, 1)).as("while one is in force").isFalse();
      assertThat(rows.add(key("desk-7"), Role.AGENT, 2)).isTrue();
      assertThat(rows.revoke("portal")).isTrue();
      assertThat(rows.revoke("portal")).as("a second time").isFalse();
      assertThat(rows.revoke("nobody")).isFalse();
      assertThat(shown(rows))
          .containsExactly(
              "desk-7\tagent\t2\tTIME\tgültig", "portal\tbooking\t8\tTIME\twiderrufen TIME");

      ApiKey second = key("portal");
      assertThat(rows.add(second, Role.SUPERVISOR, 3)).as("after that").isTrue();
      assertThat(database.rows(HASH)).containsExactly(hex(second));
      assertThat(shown(rows)).contains("portal\tsupervisor\t3\tTIME\tgültig");
    }
  }

  private static List<String> shown(KeyRows rows) throws SQLException {
    return rows.lines().stream()
        .map(line -> line.replaceAll("\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}", "TIME"))
        .toList();
  }

  private static String hex(ApiKey key) {
    return HexFormat.of().withUpperCase().formatHex(key.hash());
  }
}
