package de.durchkommen.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node that lives, dies, stalls, and does what callers have to wait for. */
final class SimulatedNode {
  private static final long PATIENCE_MILLIS = 60_000;

  final String name;
  final FaultyTransactions transactions;
  private final List<Runnable> asks = new ArrayList<>();
  private @Nullable Room room;

  /** Dead or stalled until then. */
  Instant until = Instant.MIN;

  SimulatedNode(String name, FaultyTransactions transactions) {
    this.name = name;
    this.transactions = transactions;
  }

  boolean isAlive() {
    return room != null;
  }

  Room room() {
    return Objects.requireNonNull(room);
  }

  void starts(Room fresh) {
    room = fresh;
  }

  void dies(Instant back) {
    room = null;
    until = back;
    asks.clear();
  }

  /** To be done with the next round that can be written. */
  void ask(Runnable something) {
    asks.add(something);
  }

  /** Works a round; returns whether it was written down. */
  boolean works() throws InterruptedException {
    if (transactions.fault != FaultyTransactions.Fault.NONE || asks.isEmpty()) {
      return room().round();
    }
    List<Thread> asking = new ArrayList<>();
    for (Runnable ask : asks) {
      Thread thread = Thread.ofVirtual().start(ask);
      asking.add(thread);
      while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
        Thread.onSpinWait();
      }
    }
    asks.clear();
    boolean written = room().round();
    for (Thread thread : asking) {
      thread.join(PATIENCE_MILLIS);
    }
    return written;
  }
}
