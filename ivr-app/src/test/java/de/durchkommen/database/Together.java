package de.durchkommen.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many threads that do something at the same moment. */
public final class Together {
  private static final int PATIENCE_SECONDS = 60;

  private Together() {}

  /** What each of so many threads came to; they all begin when the last one is ready. */
  public static <T> List<T> run(int threads, IntFunction<T> work) {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        Callable<T> begun =
            () -> {
              start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              return work.apply(number);
            };
        futures.add(pool.submit(begun));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
