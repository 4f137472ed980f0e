package de.durchkommen.launch;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as {@code mysql --batch --skip-column-names} prints them. */
final class SqlPrinter {
  private final Connection connection;
  private final PrintWriter out;

  SqlPrinter(Connection connection, PrintWriter out) {
    this.connection = connection;
    this.out = out;
  }

  /** Runs one or more statements and prints all rows that they give. */
  void print(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (rows || statement.getUpdateCount() >= 0) {
        if (rows) {
          print(statement.getResultSet());
        }
        rows = statement.getMoreResults();
      }
    } finally {
      out.flush();
    }
  }

  private void print(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<String> values = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        values.add(escaped(rows.getString(column)));
      }
      out.println(String.join("\t", values));
    }
  }

  /** One row stays one line. */
  static String escaped(@Nullable String value) {
    return value == null
        ? "NULL"
        : value
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
  }
}
