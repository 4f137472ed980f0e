package de.durchkommen.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests each client has under way, so that none takes all threads and connections of
 * the web. Counted in this process; several nodes each give as much.
 */
@ApplicationScoped
class Bulkheads {
  /** By client; only clients with a key get here, and they are few. */
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

  /** One request's place, which it gives back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** A place for one more request of this client; empty when it has the most already. */
  Optional<Place> place(ApiClient client, int most) {
    AtomicInteger count = underWay.computeIfAbsent(client.id(), id -> new AtomicInteger());
    if (count.incrementAndGet() > most) {
      count.decrementAndGet();
      return Optional.empty();
    }
    return Optional.of(count::decrementAndGet);
  }
}
