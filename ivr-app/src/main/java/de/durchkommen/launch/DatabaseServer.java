package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded MariaDB: on this host only, with an account of a random password. */
final class DatabaseServer implements Part {
  private static final String ADDRESS = "127.0.0.1";
  private static final int PROBE_SECONDS = 3;

  private final Home home;
  private final int port;
  private final DatabaseAddress database;
  private final Secret asterisk;

  /**
   * Takes where it is and who may come in.
   *
   * @param database the application's account
   * @param asterisk password of Asterisk's account
   */
  DatabaseServer(Home home, int port, DatabaseAddress database, Secret asterisk) {
    this.home = home;
    this.port = port;
    this.database = database;
    this.asterisk = asterisk;
  }

  @Override
  public String id() {
    return "mariadb";
  }

  @Override
  public String name() {
    return "Datenbank";
  }

  @Override
  public String address() {
    return ADDRESS + ":" + port + "/tcp";
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    new DatabaseInstall(home).complete();
    // Done by the server before it takes connections, at every start: no moment without a password.
    String accounts =
        Resource.template("accounts.sql")
            .filled(
                Map.of(
                    "DB_PASSWORD",
                    database.password(),
                    "ASTERISK_PASSWORD",
                    asterisk.kept().orElseThrow()));
    Modes.writeSecret(accounts(), accounts);
  }

  private Path accounts() {
    return home.run().resolve("accounts.sql");
  }

  @Override
  public List<String> command() {
    List<String> command =
        new ArrayList<>(DatabaseInstall.server(home.databasePrograms(), home.database()));
    command.add("--bind-address=" + ADDRESS);
    command.add("--port=" + port);
    command.add("--socket=" + home.run().resolve("mariadb.sock"));
    command.add("--pid-file=" + home.run().resolve("mariadbd.own.pid"));
    command.add("--init-file=" + accounts());
    command.add("--skip-name-resolve");
    // On this host only: a certificate for each start would be made for nobody, and takes seconds.
    command.add("--skip-ssl");
    command.add("--character-set-server=utf8mb4");
    command.add("--innodb-buffer-pool-size=128M");
    command.add("--max-connections=400");
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return DatabaseInstall.libraries(home.databasePrograms());
  }

  @Override
  public boolean isReady() {
    try (Connection connection = database.connected()) {
      return connection.isValid(PROBE_SECONDS);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public Duration startLimit() {
    return Duration.ofMinutes(2);
  }

  @Override
  public Duration stopLimit() {
    return Duration.ofSeconds(60);
  }
}
