package de.durchkommen.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A browser that takes what it is sent, or does not. */
final class FakeWire implements Wire {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final BlockingQueue<Message> taken = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable CountDownLatch stuck;
  private volatile boolean gone;

  @Override
  public void send(Message message) throws IOException {
    @Nullable CountDownLatch now = stuck;
    try {
      if (now != null && !now.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("stuck for too long");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (gone) {
      throw new IOException("gone");
    }
    taken.add(message);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** From now on it takes nothing, until the end of this. */
  CountDownLatch sticks() {
    CountDownLatch latch = new CountDownLatch(1);
    stuck = latch;
    return latch;
  }

  /** From now on nobody is there. */
  void goes() {
    gone = true;
  }

  Message next() throws InterruptedException {
    @Nullable Message message = taken.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertThat(message).as("something was sent").isNotNull();
    return java.util.Objects.requireNonNull(message);
  }

  /** The next one that is no sign of life, as {@code name json}. */
  String nextText() throws InterruptedException {
    Message message = next();
    while (message.name().equals(Message.BEAT)) {
      message = next();
    }
    return message.name() + " " + message.json();
  }

  boolean hasMore() {
    return taken.stream().anyMatch(message -> !message.name().equals(Message.BEAT));
  }

  void isClosed() throws InterruptedException {
    assertThat(closed.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("closed").isTrue();
  }
}
