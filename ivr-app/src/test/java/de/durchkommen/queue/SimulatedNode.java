package de.durchkommen.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A node that lives, dies, stalls, and does what callers have to wait for. */
final class SimulatedNode {
  private static final long PATIENCE_MILLIS = 60_000;

  final String name;
  final FaultyTransactions transactions;
  private final List<Ask<?>> asks = new ArrayList<>();
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

  /**
   * To be asked with the next round that can be written.
   *
   * @param then does something with the answer, in the order of the questions
   */
  <T> void ask(Supplier<T> question, Consumer<T> then) {
    asks.add(new Ask<>(question, then));
  }

  private static final class Ask<T> {
    private final Supplier<T> question;
    private final Consumer<T> then;
    private volatile @Nullable T answer;

    private Ask(Supplier<T> question, Consumer<T> then) {
      this.question = question;
      this.then = then;
    }

    private Thread asked() {
      Thread thread = Thread.ofVirtual().start(() -> answer = question.get());
      while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
        Thread.onSpinWait();
      }
      return thread;
    }

    private void answered() {
      then.accept(Objects.requireNonNull(answer));
    }
  }

  /** Works a round; returns whether it was written down. */
  boolean works() throws InterruptedException {
    if (transactions.fault != FaultyTransactions.Fault.NONE || asks.isEmpty()) {
      return room().round();
    }
    List<Ask<?>> now = List.copyOf(asks);
    asks.clear();
    List<Thread> asking = now.stream().map(Ask::asked).toList();
    boolean written = room().round();
    for (Thread thread : asking) {
      thread.join(PATIENCE_MILLIS);
    }
    now.forEach(Ask::answered);
    return written;
  }
}
