package de.durchkommen.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB for measurements: empty, on this host only, with room in memory for what is measured.
 * Each commit is flushed to the disk before it counts, as everywhere.
 */
final class BenchServer implements Part {
  static final String USER = "bench";
  private static final String ADDRESS = "127.0.0.1";
  private static final int PROBE_SECONDS = 3;

  private final Home home;
  private final String password;
  private final int port;

  BenchServer(Home home, String password) throws IOException {
    this.home = home;
    this.password = password;
    try (ServerSocket free =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      this.port = free.getLocalPort();
    }
  }

  /** Without a schema. */
  String url() {
    return "jdbc:mariadb://" + ADDRESS + ":" + port + "/";
  }

  String password() {
    return password;
  }

  @Override
  public String id() {
    return "mariadb";
  }

  @Override
  public String name() {
    return "Datenbank der Messung";
  }

  @Override
  public String address() {
    return ADDRESS + ":" + port + "/tcp";
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    new DatabaseInstall(home).complete();
    Modes.writeSecret(
        home.run().resolve("accounts.sql"),
        Resource.template("bench-accounts.sql").filled(Map.of("DB_PASSWORD", password)));
  }

  @Override
  public List<String> command() {
    List<String> command =
        new ArrayList<>(DatabaseInstall.server(home.databasePrograms(), home.database()));
    command.add("--bind-address=" + ADDRESS);
    command.add("--port=" + port);
    command.add("--socket=" + home.run().resolve("mariadb.sock"));
    command.add("--pid-file=" + home.run().resolve("mariadbd.own.pid"));
    command.add("--init-file=" + home.run().resolve("accounts.sql"));
    command.add("--skip-name-resolve");
    // On this host only: a certificate for each start would be made for nobody, and takes seconds.
    command.add("--skip-ssl");
    command.add("--character-set-server=utf8mb4");
    command.add("--innodb-buffer-pool-size=1G");
    command.add("--innodb-log-file-size=512M");
    command.add("--innodb-flush-log-at-trx-commit=1");
    command.add("--max-connections=400");
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return DatabaseInstall.libraries(home.databasePrograms());
  }

  @Override
  public boolean isReady() {
    try (Connection connection = new DatabaseAddress(url(), USER, password, true).connected()) {
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
