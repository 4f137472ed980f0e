package de.durchkommen.live;

import de.durchkommen.api.ApiClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest events, for browsers whose connection broke; not safe for several threads. */
final class Memory {
  private record Told(Audience audience, Message message, long number, long atNanos) {}

  private final Deque<Told> latest = new ArrayDeque<>();
  private EventId last;

  /** Empty; the first event has the number after this one. */
  Memory(EventId last) {
    this.last = last;
  }

  /** The latest number. */
  EventId last() {
    return last;
  }

  /**
   * Gives an event its number, and keeps it for a while.
   *
   * @param now of {@link System#nanoTime}
   */
  Message told(Audience audience, String name, String json, long now) {
    last = last.next();
    Message message = new Message(Optional.of(last), name, json);
    forget(now);
    latest.add(new Told(audience, message, last.number(), now));
    return message;
  }

  /** What this client has missed after that event; nothing when it is of another process. */
  List<Message> after(EventId seen, ApiClient client, long now) {
    forget(now);
    return seen.process().equals(last.process())
        ? latest.stream()
            .filter(told -> told.number() > seen.number() && told.audience().has(client))
            .map(Told::message)
            .toList()
        : List.of();
  }

  private void forget(long now) {
    while (latest.size() >= LiveLimits.MOST_REMEMBERED
        || (!latest.isEmpty()
            && now - latest.getFirst().atNanos() > LiveLimits.REMEMBERED.toNanos())) {
      latest.removeFirst();
    }
  }
}
