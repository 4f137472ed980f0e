package de.durchkommen.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one browser. Events wait in their order, up to a limit; of states only the names
 * wait, each once: what a state is, is found out when it is sent. So a state that changes ten times
 * while a browser is busy is sent once, and never an older one after a newer one.
 */
final class Outbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Queue<Message> events = new ArrayDeque<>();
  private final SequencedSet<String> states = new LinkedHashSet<>();
  private final int most;
  private Optional<EndReason> end = Optional.empty();
  private boolean look;

  /** Something to be sent. */
  sealed interface Item {
    /** An event, as it is. */
    record Event(Message message) implements Item {}

    /** A state, to be found out. */
    record State(String name) implements Item {}

    /** The session may be over. */
    record Look() implements Item {}

    /** Nothing comes after this. */
    record End(EndReason reason) implements Item {}

    /** There was nothing for as long as was asked. */
    record Nothing() implements Item {}
  }

  /**
   * Empty at first.
   *
   * @param most so many events
   */
  Outbox(int most) {
    this.most = most;
  }

  /** Adds an event; says whether there was room. */
  boolean add(Message event) {
    lock.lock();
    try {
      if (events.size() >= most) {
        return false;
      }
      events.add(event);
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A state is to be sent. */
  void due(String state) {
    lock.lock();
    try {
      states.add(state);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** It is to be looked whether the session is over, before anything else is sent. */
  void look() {
    lock.lock();
    try {
      look = true;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** What waits is forgotten, and the end comes next; of several ends the first one counts. */
  void end(EndReason reason) {
    lock.lock();
    try {
      events.clear();
      states.clear();
      end = end.or(() -> Optional.of(reason));
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Takes what comes next: states before events, as events may be about what states show. */
  Item next(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (end.isEmpty() && !look && states.isEmpty() && events.isEmpty()) {
        if (left <= 0) {
          return new Item.Nothing();
        }
        left = filled.awaitNanos(Math.min(left, TimeUnit.DAYS.toNanos(1)));
      }
      if (end.isPresent()) {
        return new Item.End(end.get());
      }
      if (look) {
        look = false;
        return new Item.Look();
      }
      if (!states.isEmpty()) {
        return new Item.State(states.removeFirst());
      }
      return new Item.Event(events.remove());
    } finally {
      lock.unlock();
    }
  }
}
