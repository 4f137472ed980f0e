package de.durchkommen.live;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.live.Outbox.Item;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One browser that listens; its thread, which runs this, is the only one that sends to it. */
final class Listener implements Runnable {
  private static final System.Logger LOG = System.getLogger(Listener.class.getName());
  private static final String NO_VALUE = "{}";

  private final Connection connection;
  private final Sources sources;
  private final Outbox outbox;
  private final Duration beat;
  private final Runnable leaving;
  private List<Message> first = List.of();
  private long nextBeat;

  /**
   * A listener.
   *
   * @param leaving is run when it has ended
   */
  Listener(Connection connection, Sources sources, LiveLimits limits, Leaving leaving) {
    this.connection = connection;
    this.sources = sources;
    this.outbox = new Outbox(limits.outbox());
    this.beat = limits.beat();
    this.leaving = () -> leaving.left(this);
  }

  /** Hears of listeners that have ended. */
  interface Leaving {
    void left(Listener listener);
  }

  ApiClient client() {
    return connection.client();
  }

  /** Sends these, and all states, before what comes later. */
  void begin(List<Message> missed) {
    first = missed;
    sources.names().forEach(outbox::due);
  }

  /** Never waits: who is too slow for it is cut off. */
  void offer(Message event) {
    if (!outbox.add(event)) {
      outbox.end(EndReason.SLOW);
    }
  }

  /** A state has changed. */
  void due(String state) {
    outbox.due(state);
  }

  /** The session may be over. */
  void look() {
    outbox.look();
  }

  void end(EndReason reason) {
    outbox.end(reason);
  }

  @Override
  public void run() {
    nextBeat = System.nanoTime() + beat.toNanos();
    try {
      for (Message message : first) {
        connection.wire().send(message);
      }
      boolean goesOn = true;
      while (goesOn) {
        goesOn = step();
      }
    } catch (IOException gone) {
      // As browsers do: without a word.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      connection.wire().close();
      leaving.run();
    }
  }

  private boolean step() throws IOException, InterruptedException {
    long left = nextBeat - System.nanoTime();
    if (left <= 0) {
      nextBeat = System.nanoTime() + beat.toNanos();
      connection.wire().send(Message.uncounted(Message.BEAT, NO_VALUE));
      looked();
      return true;
    }
    switch (outbox.next(Duration.ofNanos(left))) {
      case Item.Event(Message event) -> connection.wire().send(event);
      case Item.State(String name) -> sent(name);
      case Item.Look() -> looked();
      case Item.Nothing() -> {}
      case Item.End(EndReason reason) -> {
        ended(reason);
        return false;
      }
    }
    return true;
  }

  private void sent(String state) throws IOException {
    try {
      Optional<Message> message = sources.state(state, client());
      if (message.isPresent()) {
        connection.wire().send(message.get());
      }
    } catch (RuntimeException failed) {
      // Its message may quote values.
      LOG.log(System.Logger.Level.WARNING, "State {0} failed: {1}", state, failed.getClass());
      outbox.end(EndReason.UNKNOWN);
    }
  }

  /** When nobody can tell whether the session is over, it is not. */
  private void looked() {
    try {
      if (!connection.standing().get().equals(Optional.of(client()))) {
        outbox.end(EndReason.SESSION);
      }
    } catch (Problem unknown) {
      LOG.log(System.Logger.Level.DEBUG, "A session is looked at later: {0}", unknown.slug());
    }
  }

  /** Who takes nothing is told nothing. */
  private void ended(EndReason reason) throws IOException {
    if (reason != EndReason.SLOW) {
      connection
          .wire()
          .send(Message.uncounted(Message.END, "{\"reason\":\"" + reason.name() + "\"}"));
    }
  }
}
