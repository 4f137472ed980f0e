package de.durchkommen.line;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Connections whose header is not complete yet, oldest first, in bounded number.
 *
 * <p>When more come than there is room for, it is either somebody who connects and says nothing, or
 * a rush in which we have not read yet what was said: so the oldest goes only when it has had its
 * time. Until then no more is taken, and the kernel keeps those that come.
 */
final class Unannounced {
  private final int most;
  private final long timeNanos;

  /** With the time at which each came. */
  private final Map<GuardedConnection, Long> connections = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param most of them at once
   * @param time each has, before it goes for another one
   */
  Unannounced(int most, Duration time) {
    this.most = most;
    this.timeNanos = time.toNanos();
  }

  /**
   * One more. If there are too many, waits until one is complete, or closes the oldest when it has
   * had its time.
   *
   * @throws IOException if that cannot be closed, or nobody waits any more
   */
  synchronized void add(GuardedConnection connection) throws IOException {
    try {
      while (connections.size() >= most) {
        Map.Entry<GuardedConnection, Long> oldest = connections.entrySet().iterator().next();
        long left = oldest.getValue() + timeNanos - System.nanoTime();
        if (left > 0) {
          // At least a moment: a wait of 0 would have no end.
          wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        } else {
          GuardedConnection gone = oldest.getKey();
          connections.remove(gone);
          gone.close();
        }
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      throw new IOException("No connections are taken any more", over);
    }
    connections.put(connection, System.nanoTime());
  }

  /** One less; {@code false} if it was not here (any more). */
  synchronized boolean remove(GuardedConnection connection) {
    notifyAll();
    return connections.remove(connection) != null;
  }

  /** Closes all. */
  synchronized void closeAll() throws IOException {
    for (GuardedConnection connection : connections.keySet()) {
      connection.close();
    }
    connections.clear();
    notifyAll();
  }
}
