package de.durchkommen.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells within this process that a session of somebody has ended, or their role is another one: for
 * what lasts longer than a request. Other nodes hear nothing of it, so who listens has to ask
 * {@link Standing} from time to time as well.
 */
@ApplicationScoped
public class Departures {
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  /** For the container. */
  public Departures() {}

  /**
   * Hears of all that come from now on.
   *
   * @param listener is given the id of an {@link ApiClient}; it returns at once and throws nothing
   */
  public void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Tells that a session of the client with this id may have ended. */
  public void told(String id) {
    listeners.forEach(listener -> listener.accept(id));
  }
}
