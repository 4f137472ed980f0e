package de.durchkommen.telephone;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Either calls are made or recordings are listened to. Calls go first: they are mostly waiting, and
 * some of them do so at once, while recordings are listened to one by one.
 */
final class Quiet {
  /**
   * Of 12 that began at once on a hotline just started, two were told that their codes could not be
   * checked: the first query of each took too long on two busy processors.
   */
  private static final int MOST_CALLS = 6;

  /** What calls do in their first moments takes more of a machine than all the rest. */
  private static final Duration APART = Duration.ofSeconds(2);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int calls;
  private long lastBegan = System.nanoTime() - APART.toNanos();
  private boolean listening;

  /** Waits until nobody listens, few others call, and none has just begun. */
  void callBegins() {
    lock.lock();
    try {
      long left = 1;
      while (listening || calls >= MOST_CALLS || left > 0) {
        left = APART.toNanos() - (System.nanoTime() - lastBegan);
        if (listening || calls >= MOST_CALLS) {
          changed.awaitUninterruptibly();
        } else if (left > 0) {
          left = changed.awaitNanos(left);
        }
      }
      calls++;
      lastBegan = System.nanoTime();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("No call any more", over);
    } finally {
      lock.unlock();
    }
  }

  void callEnds() {
    lock.lock();
    try {
      calls--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is no call, and nobody else listens. */
  void begins() {
    lock.lock();
    try {
      while (calls > 0 || listening) {
        changed.awaitUninterruptibly();
      }
      listening = true;
    } finally {
      lock.unlock();
    }
  }

  void ends() {
    lock.lock();
    try {
      listening = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
