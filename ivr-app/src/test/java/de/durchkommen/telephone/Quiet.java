package de.durchkommen.telephone;

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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int calls;
  private boolean listening;

  /** Waits until nobody listens, and few others call. */
  void callBegins() {
    lock.lock();
    try {
      while (listening || calls >= MOST_CALLS) {
        changed.awaitUninterruptibly();
      }
      calls++;
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
