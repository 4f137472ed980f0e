package de.durchkommen.database;

import de.durchkommen.settings.CallAtHand;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Asks the database and has an answer within {@link #LIMIT}, whatever the database does.
 *
 * <p>Each answer is worked out on a thread of its own kind, which the asker leaves behind when the
 * limit has passed: time-outs of pool, driver and server each have a limit of their own, but their
 * sum has not. The one left behind ends by those, and its transaction is undone unless it was just
 * being committed.
 *
 * <p>These threads are platform threads, one for each connection. On virtual ones two cores came to
 * a stop for good: persistence provider and server load classes late, a virtual thread that loads a
 * class keeps its carrier, the class loader of a web application has one lock, and the thread that
 * was next to get it found no carrier left.
 */
@ApplicationScoped
public class Database {
  /** An asker never waits longer than this. */
  public static final Duration LIMIT = Duration.ofSeconds(3);

  /** How often work is tried that lost against another transaction. */
  static final int TRIES = 6;

  /** So many may wait for a thread; each waits as long as {@link #LIMIT} at most. */
  private static final int QUEUE = 10_000;

  private static final Duration PAUSE = Duration.ofMillis(7);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final Duration limit;
  private final ExecutorService workers;
  private final LongAdder retries = new LongAdder();
  private final Latencies latencies = new Latencies();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Database() {
    this.transactions = null;
    this.limit = null;
    this.workers = null;
  }

  /** Asks by these transactions. */
  @Inject
  public Database(Transactions transactions) {
    this(transactions, LIMIT);
  }

  Database(Transactions transactions, Duration limit) {
    this(transactions, limit, ConnectionPool.CONNECTIONS);
  }

  /**
   * Asks by these transactions.
   *
   * @param connections so many at once
   */
  Database(Transactions transactions, Duration limit, int connections) {
    this.transactions = transactions;
    this.limit = limit;
    this.workers = workers(connections);
  }

  private static ExecutorService workers(int connections) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            connections,
            connections,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            Database::worker);
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** Whoever asks first, a thread sees the classes of the application. */
  private static Thread worker(Runnable work) {
    Thread worker = Thread.ofPlatform().daemon().name("database").unstarted(work);
    worker.setContextClassLoader(Database.class.getClassLoader());
    return worker;
  }

  @PreDestroy
  void close() {
    workers.shutdownNow();
  }

  /**
   * Runs the work in one transaction; again when it lost against another one.
   *
   * @param work may run more than once, so it changes nothing but the database
   * @param unknown makes the answer of an outage or of no answer in time from a word for logs,
   *     which holds no personal data; the work may have been committed all the same
   * @throws IllegalStateException for a bug in the work; a {@link Refusal} is passed on
   */
  public <T> T answer(Function<EntityManager, T> work, Function<String, T> unknown) {
    return answer(work, unknown, false);
  }

  /**
   * The same for work that is repeated until it has been done: what the database refused, because
   * it does not fit a column or a constraint, would be refused for ever, and is a bug in the work.
   *
   * @throws IllegalStateException for a bug in the work, and for what the database refused
   */
  public <T> T insisted(Function<EntityManager, T> work, Function<String, T> unknown) {
    return answer(work, unknown, true);
  }

  private <T> T answer(
      Function<EntityManager, T> work, Function<String, T> unknown, boolean refusalIsBug) {
    long begun = System.nanoTime();
    AtomicBoolean awaited = new AtomicBoolean(true);
    FutureTask<T> task = new FutureTask<>(() -> tried(whileAwaited(work, awaited)));
    List<String> calls = CallAtHand.ids();
    try {
      workers.execute(() -> CallAtHand.during(calls, task));
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return unknown.apply("no answer within " + limit);
    } catch (RejectedExecutionException e) {
      return unknown.apply("too many at once");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown.apply("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused && refused instanceof Refusal) {
        throw refused;
      }
      return Fault.in(e)
          .filter(fault -> !(refusalIsBug && fault.refused()))
          .map(fault -> unknown.apply(fault.word()))
          .orElseThrow(() -> new IllegalStateException("Bug in a transaction", e.getCause()));
    } finally {
      awaited.set(false);
      task.cancel(false);
      took(System.nanoTime() - begun);
    }
  }

  /** Somebody had to wait so long for an answer. */
  void took(long nanos) {
    latencies.took(nanos);
  }

  /**
   * How long the slowest answer took since this was last asked; zero when there was none. So each
   * slow answer is told once, to the one who asks.
   */
  public Duration slowest() {
    return latencies.slowest();
  }

  /** What nobody waits for any more is not committed. */
  private static <T> Function<EntityManager, T> whileAwaited(
      Function<EntityManager, T> work, AtomicBoolean awaited) {
    return entities -> {
      T result = work.apply(entities);
      if (!awaited.get()) {
        throw new CancellationException("Too late to commit");
      }
      return result;
    };
  }

  /** How often work was done again since it had lost against another transaction. */
  public long retries() {
    return retries.sum();
  }

  /** An asker never waits longer than this. */
  Duration limit() {
    return limit;
  }

  /**
   * Does something on one of the threads for database work.
   *
   * @throws RejectedExecutionException when too many wait for one
   */
  void execute(Runnable task) {
    workers.execute(task);
  }

  /** Runs the work in one transaction, and again while it loses against others. */
  <T> T tried(Function<EntityManager, T> work) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return transactions.run(work);
      } catch (RuntimeException e) {
        if (tries == TRIES || !Fault.in(e).map(Fault::lostRace).orElse(false)) {
          throw e;
        }
      }
      retries.increment();
      Thread.sleep(PAUSE.multipliedBy(tries));
    }
  }
}
