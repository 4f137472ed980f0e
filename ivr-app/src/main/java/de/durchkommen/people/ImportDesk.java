package de.durchkommen.people;

import de.durchkommen.database.LongWork;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Takes files that are sent, and imports them one after the other in the background. */
@ApplicationScoped
class ImportDesk {
  /** So many files may wait, beside the one that is being imported. */
  static final int WAITING = 4;

  private static final System.Logger LOG = System.getLogger(ImportDesk.class.getName());
  private static final long IDLE_SECONDS = 30;

  private final PeopleImport imports;
  private final ThreadPoolExecutor worker;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  ImportDesk() {
    this.imports = null;
    this.worker = null;
  }

  @Inject
  ImportDesk(LongWork database, Clock clock) {
    this.imports = new PeopleImport(database, clock);
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            ImportDesk::thread);
    worker.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("people-import").unstarted(work);
    thread.setContextClassLoader(ImportDesk.class.getClassLoader());
    return thread;
  }

  @PreDestroy
  void close() {
    worker.shutdownNow();
  }

  /** Whether one more can wait; asked before a long file is taken. */
  boolean open() {
    return worker.getQueue().remainingCapacity() > 0;
  }

  /**
   * Takes a file; it is closed here, whatever comes of it.
   *
   * @return the key of its import; empty when too many wait
   * @throws SQLException when the database is away
   */
  OptionalLong taken(SentFile file, ImportActor actor) throws SQLException, IOException {
    boolean taken = false;
    try {
      if (!open()) {
        return OptionalLong.empty();
      }
      long id = imports.announced(actor, file.size());
      worker.execute(() -> run(id, actor, file));
      taken = true;
      return OptionalLong.of(id);
    } catch (RejectedExecutionException e) {
      return OptionalLong.empty();
    } finally {
      if (!taken) {
        file.close();
      }
    }
  }

  /** What comes of it stands in its row; here only what somebody has to look after. */
  private void run(long id, ImportActor actor, SentFile file) {
    try (file) {
      imports.run(id, actor, file.file(), ImportProgress.UNSEEN);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "Import {0}: {1}", id, LongWork.word(e));
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Import {0}: {1}", id, e.getClass().getName());
    }
  }
}
