package de.durchkommen.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Asks the database and has an answer within {@link #LIMIT}, whatever the database does.
 *
 * <p>Each answer is worked out on a virtual thread of its own, which the asker leaves behind when
 * the limit has passed: time-outs of pool, driver and server each have a limit of their own, but
 * their sum has not. The one left behind is interrupted, which closes its connection.
 */
@ApplicationScoped
public class Database {
  /** An asker never waits longer than this. */
  public static final Duration LIMIT = Duration.ofSeconds(3);

  /** How often work is tried that lost against another transaction. */
  static final int TRIES = 6;

  private static final Duration PAUSE = Duration.ofMillis(7);

  private final Transactions transactions;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Database() {
    this.transactions = null;
  }

  /** Asks by these transactions. */
  @Inject
  public Database(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Runs the work in one transaction; again when it lost against another one.
   *
   * @param work may run more than once, so it changes nothing but the database
   * @param unknown makes the answer of an outage or of no answer in time from a word for logs,
   *     which holds no personal data; the work may have been committed all the same
   * @throws IllegalStateException for a bug in the work
   */
  public <T> T answer(Function<EntityManager, T> work, Function<String, T> unknown) {
    FutureTask<T> task = new FutureTask<>(() -> tried(work));
    Thread worker = Thread.ofVirtual().name("database").start(task);
    try {
      return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      worker.interrupt();
      return unknown.apply("no answer within " + LIMIT);
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      return unknown.apply("interrupted");
    } catch (ExecutionException e) {
      return Fault.in(e)
          .map(fault -> unknown.apply(fault.word()))
          .orElseThrow(() -> new IllegalStateException("Bug in a transaction", e.getCause()));
    }
  }

  private <T> T tried(Function<EntityManager, T> work) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return transactions.run(work);
      } catch (RuntimeException e) {
        if (tries == TRIES || !Fault.in(e).map(Fault::lostRace).orElse(false)) {
          throw e;
        }
      }
      Thread.sleep(PAUSE.multipliedBy(tries));
    }
  }
}
