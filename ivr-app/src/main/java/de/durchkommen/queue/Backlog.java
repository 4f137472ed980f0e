package de.durchkommen.queue;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * What happened on this node and is not written down yet, in its order. What could not be written
 * stays at its head. Added to by any thread, taken from by one.
 */
final class Backlog {
  private static final System.Logger LOG = System.getLogger(Backlog.class.getName());

  private final LinkedBlockingDeque<Event> events =
      new LinkedBlockingDeque<>(QueueLimits.MOST_EVENTS);

  void add(Event event) {
    if (!events.offerLast(event)) {
      LOG.log(Level.ERROR, "Too much waits to be written down; one event is lost");
    }
  }

  /** This is not to be written down if it is not yet. */
  void withdraw(Event event) {
    events.removeLastOccurrence(event);
  }

  /** Waits until there is something, no longer than until the next round is due. */
  void awaited() throws InterruptedException {
    Event next = events.pollFirst(QueueLimits.ROUND.toMillis(), TimeUnit.MILLISECONDS);
    if (next != null && !events.offerFirst(next)) {
      LOG.log(Level.ERROR, "Too much waits to be written down; one event is lost");
    }
  }

  /** The first ones, as many as are written in one round; they stay. */
  List<Event> next() {
    List<Event> some = new ArrayList<>();
    Iterator<Event> all = events.iterator();
    while (all.hasNext() && some.size() < QueueLimits.EVENTS) {
      some.add(all.next());
    }
    return some;
  }

  /** These were written down, or cannot be. */
  void done(List<Event> some) {
    some.forEach(events::removeFirstOccurrence);
  }
}
