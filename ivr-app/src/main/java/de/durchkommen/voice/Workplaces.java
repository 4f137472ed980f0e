package de.durchkommen.voice;

import de.durchkommen.prompt.VoiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bounds how many texts are made into sound at once, and how many wait for that. */
final class Workplaces {
  /** Making sound is work for a processor: more at once than there are makes all of them late. */
  static final int MAX_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** More waiting texts than this are not made before their callers have given up. */
  static final int MAX_WAITING = 500;

  /** How long a text waits for its turn. */
  static final Duration MAX_WAIT = Duration.ofSeconds(15);

  private final Semaphore free;
  private final int maxWaiting;
  private final Duration maxWait;

  Workplaces() {
    this(MAX_AT_ONCE, MAX_WAITING, MAX_WAIT);
  }

  Workplaces(int atOnce, int maxWaiting, Duration maxWait) {
    this.free = new Semaphore(atOnce, true);
    this.maxWaiting = maxWaiting;
    this.maxWait = maxWait;
  }

  /**
   * Does the work when there is room for it.
   *
   * @throws VoiceUnavailableException if there was no room for too long, or too many wait already
   */
  <T> T used(Supplier<T> work) {
    if (free.getQueueLength() >= maxWaiting) {
      throw new VoiceUnavailableException("%d texts wait for a voice".formatted(maxWaiting));
    }
    try {
      if (!free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new VoiceUnavailableException("No voice was free within " + maxWait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VoiceUnavailableException("Interrupted while waiting for a voice", e);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
