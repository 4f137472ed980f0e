package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLineTest {
  private static final Optional<Path> DRIVER = Optional.of(Path.of("/lib/libmaodbc.so"));
  private static final String URL = "jdbc:mariadb://db.example:3310/termine?sslMode=trust";

  @TempDir private Path folder = Path.of("");

  private AgentLine line(Optional<Path> driver, String... settings) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      environment.put("DURCHKOMMEN_" + settings[i], settings[i + 1]);
    }
    Secret secret = new Secret(folder.resolve("secret"));
    secret.make(new Random(1));
    Settings read = Settings.of(folder, environment);
    return AgentLine.of(read, driver, DatabaseAddress.of(read, secret), secret);
  }

  private static Map<String, String> values(AgentLine line) {
    assertThat(line).isInstanceOf(AgentLine.On.class);
    return ((AgentLine.On) line).values();
  }

  @Test
  void theEmbeddedDatabaseHasAnAccountForAsterisk() throws IOException {
    assertThat(values(line(DRIVER, "DB_PORT", "3311")))
        .containsEntry("ODBC_HOST", "127.0.0.1")
        .containsEntry("ODBC_PORT", "3311")
        .containsEntry("ODBC_DATABASE", "durchkommen")
        .containsEntry("ODBC_USER", "asterisk")
        .containsEntry("AGENTS_ALLOWED", "127.0.0.0/8")
        .hasEntrySatisfying("ODBC_PASSWORD", word -> assertThat(word).matches("[0-9a-f]{48}"));
  }

  @Test
  void anotherDatabaseNeedsAnAccountForAsterisk() throws IOException {
    assertThat(line(DRIVER, "DB_URL", URL).line()).contains("aus, durchkommen.agents.db.user");
    AgentLine line =
        line(DRIVER, "DB_URL", URL, "AGENTS_DB_USER", "pbx", "AGENTS_DB_PASSWORD", "geheim");
    assertThat(values(line))
        .containsEntry("ODBC_HOST", "db.example")
        .containsEntry("ODBC_PORT", "3310")
        .containsEntry("ODBC_DATABASE", "termine")
        .containsEntry("ODBC_USER", "pbx");
    assertThat(line.toString()).doesNotContain("geheim");
  }

  @Test
  void severalDatabasesAreTriedInTheirOrder() throws IOException {
    String several = "jdbc:mariadb:sequential://one,two:3310/termine";
    AgentLine line =
        line(DRIVER, "DB_URL", several, "AGENTS_DB_USER", "pbx", "AGENTS_DB_PASSWORD", "geheim");
    assertThat(values(line))
        .containsEntry("ODBC_HOST", "one:3306,two:3310")
        .containsEntry("ODBC_DATABASE", "termine");
  }

  @Test
  void whatOdbcWouldReadAnotherWayIsOff() throws IOException {
    String several = "jdbc:mariadb:loadbalance://one,two/termine";
    assertThat(line(DRIVER, "DB_URL", several, "AGENTS_DB_USER", "pbx").line())
        .contains("aus, durchkommen.db.url");
    assertThat(line(Optional.empty()).line()).contains("aus, es fehlt").contains("odbc-mariadb");
  }

  @Test
  void whatCouldEndALineIsRefused() {
    for (String password : new String[] {"", "a;b", "a\"b", "a b"}) {
      assertThatThrownBy(() ->
              line(DRIVER, "DB_URL", URL, "AGENTS_DB_USER", "pbx", "AGENTS_DB_PASSWORD", password))
          .as("»%s«", password)
          .isInstanceOf(LaunchFailure.class);
    }
    assertThatThrownBy(() -> line(DRIVER, "AGENTS_ALLOWED", "everywhere"))
        .isInstanceOf(LaunchFailure.class);
  }
}
