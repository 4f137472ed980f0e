package de.durchkommen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many clients that all begin at once, and work until there is nothing left to do. */
final class Rush {
  /** One of them. */
  @FunctionalInterface
  interface Client {
    /** Works to the end. */
    void run() throws Exception;
  }

  /** Makes the client with this number. */
  @FunctionalInterface
  interface Clients {
    /** The client. */
    Client number(int client) throws Exception;
  }

  private Rush() {}

  /**
   * Runs so many clients; returns the nanoseconds from their start to the end of the last one.
   *
   * @throws IllegalStateException when one of them failed
   */
  static long nanoseconds(int count, Clients clients) throws Exception {
    List<Client> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(clients.number(i));
    }
    CountDownLatch ready = new CountDownLatch(count);
    CountDownLatch go = new CountDownLatch(1);
    long start;
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Future<?>> futures = new ArrayList<>();
      for (Client client : all) {
        futures.add(
            threads.submit(() -> {
              ready.countDown();
              go.await();
              client.run();
              return client;
            }));
      }
      ready.await();
      start = System.nanoTime();
      go.countDown();
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client failed", e.getCause());
    }
    return System.nanoTime() - start;
  }
}
