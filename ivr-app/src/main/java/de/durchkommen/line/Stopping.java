package de.durchkommen.line;

import java.time.Duration;

/**
 * Ends what is being played, from another thread.
 *
 * <p>Asterisk drops a wish to stop that comes before it plays; so it is told again every {@link
 * #AGAIN} until what is played is over. One that comes after that is dropped as well: it stops
 * nothing else.
 */
final class Stopping {
  /** When it has not stopped by then, it is told again. It usually takes a few milliseconds. */
  static final Duration AGAIN = Duration.ofMillis(100);

  private final Runnable stop;
  private boolean begun;
  private boolean over;

  Stopping(Runnable stop) {
    this.stop = stop;
  }

  /** Stops it; by any thread, which does not wait. */
  synchronized void begins() {
    if (!begun && !over) {
      begun = true;
      Thread.ofVirtual().name("agi-stopping").start(this::tellsUntilOver);
    }
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  /** It is over. */
  synchronized void ends() {
    over = true;
    notifyAll();
  }

  private synchronized void tellsUntilOver() {
    try {
      while (!over) {
        stop.run();
        wait(AGAIN.toMillis());
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
