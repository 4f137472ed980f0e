package de.durchkommen.live;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Departures;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers what happens. Whoever tells never waits for a browser; see the package for what is
 * an event and what is a state.
 */
@ApplicationScoped
public class LiveEvents {
  private static final int DIGITS = 36;

  private final Sources sources = new Sources();
  private final Listeners listeners;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  LiveEvents() {
    this.listeners = null;
  }

  @Inject
  LiveEvents(Departures departures, RandomGenerator random) {
    this(departures, random, LiveLimits.USUAL);
  }

  LiveEvents(Departures departures, RandomGenerator random, LiveLimits limits) {
    String process = Long.toUnsignedString(random.nextLong(), DIGITS);
    this.listeners = new Listeners(sources, limits, new Memory(new EventId(process, 0)));
    departures.listen(listeners::look);
  }

  /** A state that can be taken back. */
  @FunctionalInterface
  public interface Source extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Tells that something happened. It is sent at once to who listens now, and to who comes back
   * within a minute; whatever must not be lost is a state.
   *
   * @param name small letters, digits and dashes, 1 to 40 characters
   * @param value is sent as JSON; nothing that this audience may not see
   * @throws IllegalArgumentException when the name is not of that form or the JSON has more than
   *     256 Ki characters
   */
  public void tell(Audience audience, String name, Record value) {
    listeners.tell(audience, formed(name), Sources.json(value));
  }

  /**
   * Tells that a state is another one for this audience: each of their browsers gets it again, soon
   * and once, however often this is said meanwhile.
   *
   * @param name as it was given to {@link #source}
   * @throws IllegalArgumentException when the name is not of the form of names
   */
  public void changed(Audience audience, String name) {
    listeners.due(audience, formed(name));
  }

  /**
   * Offers a state: each browser gets it when it connects, and after {@link #changed}.
   *
   * @param name of the event that brings it; see {@link #tell}
   * @param state the whole of it as it is now for this client, to be sent as JSON; null when there
   *     is none for them. It runs on the browser's own virtual thread, outside of any request and
   *     transaction, and may be asked by many at once. When it throws, the browser asks again later
   * @return takes it back
   * @throws IllegalArgumentException when the name is not of the form of names
   * @throws IllegalStateException when there is one of this name, or there are 50
   */
  public Source source(String name, Function<ApiClient, ? extends @Nullable Object> state) {
    sources.add(formed(name), state);
    listeners.due(new Audience.Everybody(), name);
    return () -> sources.remove(name);
  }

  /** Somebody listens from now on; see {@link Listeners#join}. */
  void join(Connection connection, Optional<EventId> seen) {
    listeners.join(connection, seen);
  }

  /** See {@link Listeners#threads}. */
  int threads() {
    return listeners.threads();
  }

  @PreDestroy
  void stop() {
    listeners.stop();
  }

  private static String formed(String name) {
    if (!LiveLimits.NAME.matcher(name).matches()
        || name.equals(Message.HELLO)
        || name.equals(Message.BEAT)
        || name.equals(Message.END)) {
      throw new IllegalArgumentException("No name of an event: " + name);
    }
    return name;
  }
}
