package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More connections than there is room for, before they have said what they are. */
class UnannouncedTest {
  private static final Duration NO_TIME = Duration.ZERO;
  private static final Duration LONG_TIME = Duration.ofMinutes(10);

  private final GuardedConnection first = mock(GuardedConnection.class);
  private final GuardedConnection second = mock(GuardedConnection.class);

  @Test
  void theOldestGoesThatHasHadItsTime() throws IOException {
    Unannounced unannounced = new Unannounced(1, NO_TIME);
    unannounced.add(first);
    unannounced.add(second);
    verify(first).close();
    verify(second, never()).close();
    assertThat(unannounced.remove(first)).isFalse();
    assertThat(unannounced.remove(second)).isTrue();
  }

  /** As in a rush: what was sent is there, but nobody has read it yet. */
  @Test
  void whoHasNotHadTheirTimeStaysAndTheNextOneWaits() throws Exception {
    Unannounced unannounced = new Unannounced(1, LONG_TIME);
    unannounced.add(first);
    CompletableFuture<Void> next = adding(unannounced, second);
    assertThat(next).isNotCompletedExceptionally().isNotDone();
    assertThat(unannounced.remove(first)).as("still here").isTrue();
    next.get(1, TimeUnit.MINUTES);
    verify(first, never()).close();
    assertThat(unannounced.remove(second)).isTrue();
  }

  @Test
  void whoeverWaitsWhenAllAreClosedWaitsNoLonger() throws Exception {
    Unannounced unannounced = new Unannounced(1, LONG_TIME);
    unannounced.add(first);
    CompletableFuture<Void> next = adding(unannounced, second);
    unannounced.closeAll();
    next.get(1, TimeUnit.MINUTES);
    verify(first).close();
  }

  /** Returns when the other thread waits. */
  private static CompletableFuture<Void> adding(Unannounced to, GuardedConnection connection)
      throws InterruptedException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                to.add(connection);
                done.complete(null);
              } catch (IOException failed) {
                done.completeExceptionally(new CompletionException(failed));
              }
            });
    while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(10);
    }
    return done;
  }
}
