package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What {@code ./durchkommen db -e} prints, without a process for each question. */
public final class Rows {
  private Rows() {}

  /**
   * Runs statements on the database of a hotline.
   *
   * @param project the project's folder
   * @param environment the hotline's settings
   * @return the rows, as lines with tabulators
   */
  public static String of(Path project, Map<String, String> environment, String sql)
      throws IOException, SQLException {
    StringWriter rows = new StringWriter();
    DatabaseAddress database = new Hotline(Settings.of(project, environment)).database();
    try (Connection connection = database.connected();
        PrintWriter printer = new PrintWriter(rows)) {
      new SqlPrinter(connection, printer).print(sql);
    }
    return rows.toString();
  }
}
