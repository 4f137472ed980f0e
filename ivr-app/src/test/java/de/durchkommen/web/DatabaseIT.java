package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The database that comes with the hotline. */
@UsesApplication
class DatabaseIT {
  private final RunningApplication application;

  DatabaseIT(RunningApplication application) {
    this.application = application;
  }

  /**
   * MariaDB deletes all temporary tables in its folder when it starts: in a common one those of
   * other servers too, amid their queries. And they tell of people.
   */
  @Test
  void itsTemporaryTablesAreItsOwn() throws IOException, SQLException {
    try (Connection connection = application.database();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT @@tmpdir, @@datadir")) {
      assertThat(rows.next()).isTrue();
      Path folder = Path.of(rows.getString(1));
      assertThat(folder).isEqualTo(Path.of(rows.getString(2)));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }
}
