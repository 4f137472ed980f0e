package de.durchkommen.booking;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where threads pass between two steps, and wait while it is shut. */
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int threads;
  private int waiting;
  private boolean shut;
  private volatile boolean ended;

  /** For so many threads. */
  Gate(int threads) {
    this.threads = threads;
  }

  /** Waits while it is shut; false when all is over. */
  boolean passed() {
    lock.lock();
    try {
      waiting++;
      changed.signalAll();
      while (shut && !ended) {
        changed.awaitUninterruptibly();
      }
      waiting--;
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  /** Shuts it and waits until all threads wait at it. */
  void shut() {
    lock.lock();
    try {
      shut = true;
      while (waiting < threads && !ended) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  void open() {
    lock.lock();
    try {
      shut = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    ended = true;
    open();
  }

  boolean ended() {
    return ended;
  }
}
