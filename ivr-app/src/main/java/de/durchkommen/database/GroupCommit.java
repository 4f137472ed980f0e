package de.durchkommen.database;

import de.durchkommen.settings.CallAtHand;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Answers many questions of one kind in one transaction, when many ask at once.
 *
 * <p>The first who asks is answered at once, alone. Who asks meanwhile is collected, and all of
 * them are answered together in the next round. So nobody waits for others to come, and the more
 * ask the fewer statements and flushes each one costs: the group commit of database servers (DeWitt
 * et al., "Implementation techniques for main memory database systems", SIGMOD 1984), one floor
 * higher.
 *
 * <p>A round that fails because of a bug, that loses against others for good, or of which the
 * database refuses something, is done again with each question by itself, so that one that is wrong
 * spoils no other.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class GroupCommit<Q, A> {
  /** So many may wait for a round. */
  private static final int QUEUE = 10_000;

  /** Answers questions within one transaction. */
  @FunctionalInterface
  public interface Work<Q, A> {
    /**
     * May run more than once for the same questions, so it changes nothing but the database.
     *
     * @param questions one or more
     * @return one answer for each, in their order
     */
    List<A> answers(EntityManager entities, List<Q> questions);
  }

  private static final class Asked<Q, A> {
    private final Q question;
    private final List<String> calls = CallAtHand.ids();
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    Asked(Q question) {
      this.question = question;
    }
  }

  /** What nobody waits for any more is not committed: they were told that nobody knows. */
  private static final class SomebodyLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SomebodyLeft() {
      super("Too late to commit", null, false, false);
    }
  }

  private final Database database;
  private final Work<Q, A> work;
  private final int lanes;
  private final int most;
  private final BlockingQueue<Asked<Q, A>> waiting = new LinkedBlockingQueue<>(QUEUE);
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Answers by this database.
   *
   * @param lanes so many rounds run at once, 1 or more
   * @param most so many questions are answered in one round, 1 or more
   */
  public GroupCommit(Database database, Work<Q, A> work, int lanes, int most) {
    this.database = database;
    this.work = work;
    this.lanes = lanes;
    this.most = most;
  }

  /**
   * Asks, and has an answer within {@link Database#LIMIT}.
   *
   * @param unknown makes the answer of an outage or of no answer in time, as in {@link
   *     Database#answer}
   * @throws IllegalStateException for a bug in the work
   */
  public A answer(Q question, Function<String, A> unknown) {
    long begun = System.nanoTime();
    Asked<Q, A> asked = new Asked<>(question);
    if (!waiting.offer(asked)) {
      return unknown.apply("too many at once");
    }
    try {
      openLane();
      return asked.answer.get(database.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return unknown.apply("no answer within " + database.limit());
    } catch (RejectedExecutionException e) {
      return unknown.apply("too many at once");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown.apply("interrupted");
    } catch (ExecutionException e) {
      return Fault.in(e)
          .map(fault -> unknown.apply(fault.word()))
          .orElseThrow(() -> new IllegalStateException("Bug in a transaction", e.getCause()));
    } finally {
      asked.answer.cancel(false);
      database.took(System.nanoTime() - begun);
    }
  }

  private void openLane() {
    for (int now = open.get(); now < lanes && !waiting.isEmpty(); now = open.get()) {
      if (open.compareAndSet(now, now + 1)) {
        try {
          database.execute(this::lane);
        } catch (RejectedExecutionException e) {
          open.decrementAndGet();
          throw e;
        }
        return;
      }
    }
  }

  private void lane() {
    boolean more = true;
    try {
      while (more) {
        more = round();
      }
    } finally {
      open.decrementAndGet();
    }
    // Somebody may have come after the last look, and found this lane still open.
    openLane();
  }

  private boolean round() {
    List<Asked<Q, A>> some = new ArrayList<>();
    waiting.drainTo(some, most);
    boolean any = !some.isEmpty();
    some.removeIf(asked -> asked.answer.isDone());
    if (!some.isEmpty()) {
      CallAtHand.during(
          some.stream().flatMap(asked -> asked.calls.stream()).toList(), () -> answer(some));
    }
    return any;
  }

  private void answer(List<Asked<Q, A>> some) {
    try {
      List<A> answers = together(some);
      for (int i = 0; i < some.size(); i++) {
        some.get(i).answer.complete(answers.get(i));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(some, e);
    } catch (SomebodyLeft e) {
      List<Asked<Q, A>> rest = some.stream().filter(asked -> !asked.answer.isDone()).toList();
      if (!rest.isEmpty()) {
        answer(rest);
      }
    } catch (RuntimeException e) {
      if (some.size() > 1 && Fault.in(e).map(GroupCommit::ofOne).orElse(true)) {
        some.forEach(asked -> answer(List.of(asked)));
      } else {
        fail(some, e);
      }
    } finally {
      fail(some, new IllegalStateException("A round ended without an answer"));
    }
  }

  /** Whether it may be the fault of one question, and no outage. */
  private static boolean ofOne(Fault fault) {
    return fault.lostRace() || fault.refused();
  }

  private List<A> together(List<Asked<Q, A>> some) throws InterruptedException {
    List<Q> questions = some.stream().map(asked -> asked.question).toList();
    return database.tried(entities -> {
      List<A> answers = work.answers(entities, questions);
      if (answers.size() != questions.size()) {
        throw new IllegalStateException("Not one answer for each question");
      }
      if (some.stream().anyMatch(asked -> asked.answer.isDone())) {
        throw new SomebodyLeft();
      }
      return answers;
    });
  }

  private static <Q, A> void fail(List<Asked<Q, A>> some, Exception why) {
    some.forEach(asked -> asked.answer.completeExceptionally(why));
  }
}
