package de.durchkommen.live;

import de.durchkommen.api.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** All browsers that listen to this process. */
final class Listeners {
  private static final String THREAD = "live-events";

  private final ReentrantLock lock = new ReentrantLock();

  /** The oldest one first. */
  private final List<Listener> open = new ArrayList<>();

  private final Sources sources;
  private final LiveLimits limits;
  private final Memory memory;
  private int threads;
  private boolean stopped;

  Listeners(Sources sources, LiveLimits limits, Memory memory) {
    this.sources = sources;
    this.limits = limits;
    this.memory = memory;
  }

  /**
   * Somebody listens from now on.
   *
   * @param seen the last event that they have seen
   * @throws Problem when there are too many
   */
  void join(Connection connection, Optional<EventId> seen) {
    Listener listener = new Listener(connection, sources, limits, this::left);
    lock.lock();
    try {
      if (stopped || threads >= limits.perNode()) {
        throw tooMany();
      }
      threads++;
      makeRoom(connection);
      listener.begin(first(connection, seen));
      open.add(listener);
    } finally {
      lock.unlock();
    }
    Thread thread = Thread.ofVirtual().name(THREAD).unstarted(listener);
    // Sources are CDI beans: without the application's class loader they are not found.
    thread.setContextClassLoader(Listeners.class.getClassLoader());
    thread.start();
  }

  private void makeRoom(Connection connection) {
    List<Listener> own =
        open.stream()
            .filter(other -> other.client().id().equals(connection.client().id()))
            .toList();
    if (own.size() >= limits.perAccount()) {
      own.getFirst().end(EndReason.TOO_MANY);
      open.remove(own.getFirst());
    }
  }

  /** A greeting, and what was missed; the greeting is not the last one seen then. */
  private List<Message> first(Connection connection, Optional<EventId> seen) {
    List<Message> missed =
        seen.map(id -> memory.after(id, connection.client(), System.nanoTime())).orElse(List.of());
    Optional<EventId> id = missed.isEmpty() ? Optional.of(memory.last()) : Optional.empty();
    String json = "{\"beatSeconds\":" + limits.beat().toSeconds() + "}";
    List<Message> first = new ArrayList<>();
    first.add(new Message(id, Message.HELLO, json));
    first.addAll(missed);
    return first;
  }

  /** Tells this audience. */
  void tell(Audience audience, String name, String json) {
    lock.lock();
    try {
      Message message = memory.told(audience, name, json, System.nanoTime());
      open.stream()
          .filter(listener -> audience.has(listener.client()))
          .forEach(listener -> listener.offer(message));
    } finally {
      lock.unlock();
    }
  }

  /** A state is another one for this audience. */
  void due(Audience audience, String state) {
    lock.lock();
    try {
      open.stream()
          .filter(listener -> audience.has(listener.client()))
          .forEach(listener -> listener.due(state));
    } finally {
      lock.unlock();
    }
  }

  /** A session of this client may be over. */
  void look(String client) {
    lock.lock();
    try {
      open.stream()
          .filter(listener -> listener.client().id().equals(client))
          .forEach(Listener::look);
    } finally {
      lock.unlock();
    }
  }

  /** Ends all, and takes no more. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      open.forEach(listener -> listener.end(EndReason.STOPPING));
    } finally {
      lock.unlock();
    }
  }

  /** How many threads send, those to browsers that were cut off too. */
  int threads() {
    lock.lock();
    try {
      return threads;
    } finally {
      lock.unlock();
    }
  }

  private void left(Listener listener) {
    lock.lock();
    try {
      open.remove(listener);
      threads--;
    } finally {
      lock.unlock();
    }
  }

  private static Problem tooMany() {
    return new Problem(
        503,
        "too-many-streams",
        "Too many browsers listen",
        "This server sends live events to as many browsers as it can. Ask again later.",
        Map.of(Problem.RETRY_AFTER, LiveLimits.AGAIN_SECONDS));
  }
}
