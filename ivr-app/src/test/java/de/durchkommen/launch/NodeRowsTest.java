package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import de.durchkommen.launch.NodeRows.Node;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class NodeRowsTest {
  @Test
  void listsAndDrains() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = DriverManager.getConnection(database.address(), "root", "")) {
      NodeRows rows = new NodeRows(connection);
      assertThat(rows.all()).isEmpty();
      database.execute(
          "INSERT INTO app_node (name, calls, seen_at) VALUES ('one', 3, UTC_TIMESTAMP(3)),"
              + " ('two', 0, UTC_TIMESTAMP(3) - INTERVAL 90 SECOND)");
      assertThat(rows.all()).extracting(Node::takesCalls).containsExactly(true, false);
      assertThat(rows.all().getFirst().line()).isEqualTo("one\t3\tnimmt Anrufe an");
      assertThat(rows.all().getLast().line()).matches("two\t0\tseit 9[0-9] s nicht gesehen");
      rows.set("one", true);
      assertThat(rows.node("one").orElseThrow().line()).isEqualTo("one\t3\tnimmt keine Anrufe an");
      rows.set("one", false);
      assertThat(rows.node("one").orElseThrow().takesCalls()).isTrue();
      assertThat(rows.node("three")).isEmpty();
    }
  }
}
