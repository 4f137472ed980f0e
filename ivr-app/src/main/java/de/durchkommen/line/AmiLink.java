package de.durchkommen.line;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Asterisk's manager port that is made again whenever it breaks.
 *
 * <p>One thread connects and reads; it asks every so often whether Asterisk is still there.
 */
final class AmiLink {
  private static final Logger LOG = System.getLogger(AmiLink.class.getName());

  private final AmiSettings settings;
  private final AmiConnection.Login login;
  private final ScheduledExecutorService schedule;
  private final Listener listener;
  private final SparseLog warnings;
  private volatile @Nullable AmiConnection connection;
  private volatile @Nullable Thread reader;

  /** Who is told, on the reading thread: must not block, nor wait for an answer of Asterisk. */
  interface Listener {
    /** It is connected (again). */
    default void connected() {}

    /** It is not connected any more. */
    default void broken() {}

    /** A message came; names in small letters. */
    void told(Map<String, String> message);
  }

  AmiLink(
      AmiSettings settings,
      AmiConnection.Login login,
      ScheduledExecutorService schedule,
      Clock clock,
      Listener listener) {
    this.settings = settings;
    this.login = login;
    this.schedule = schedule;
    this.listener = listener;
    this.warnings = new SparseLog(LOG, clock);
  }

  /** Connects, and stays connected until {@link #stop}. */
  void start(String secret) {
    Thread thread = Thread.ofVirtual().name("ami-" + login.user()).unstarted(() -> stays(secret));
    // What is told of a call may need the application's beans.
    thread.setContextClassLoader(AmiLink.class.getClassLoader());
    thread.start();
    reader = thread;
  }

  void stop() {
    Thread running = reader;
    if (running != null) {
      running.interrupt();
    }
    closed(connection);
  }

  boolean isUp() {
    return connection != null;
  }

  /**
   * Sends a message.
   *
   * @throws IOException when there is no connection, or it broke
   */
  void sends(Map<String, String> message) throws IOException {
    AmiConnection current = connection;
    if (current == null) {
      throw new IOException("No connection to Asterisk's manager port");
    }
    try {
      current.sends(message);
    } catch (IOException broken) {
      closed(current);
      throw broken;
    }
  }

  private void stays(String secret) {
    Duration pause = settings.limits().again();
    while (!Thread.currentThread().isInterrupted()) {
      if (wasConnected(secret)) {
        pause = settings.limits().again();
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stopped) {
        return;
      }
      Duration twice = pause.multipliedBy(2);
      Duration most = settings.limits().againAtMost();
      pause = twice.compareTo(most) < 0 ? twice : most;
    }
  }

  /** Connects, and returns when there is no connection (any more): whether there was one. */
  private boolean wasConnected(String secret) {
    try (AmiConnection opened = new AmiConnection(settings, login, secret)) {
      connection = opened;
      LOG.log(Level.INFO, "Asterisk''s manager port: connected as {0}", login.user());
      listener.connected();
      pings(opened);
      while (!Thread.currentThread().isInterrupted()) {
        listener.told(opened.received());
      }
    } catch (IOException broken) {
      warnings.warns(
          "Asterisk's manager port: not connected as " + login.user() + ": " + broken.getMessage());
    }
    boolean was = connection != null;
    connection = null;
    if (was) {
      listener.broken();
    }
    return was;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it.
  private void pings(AmiConnection current) {
    Runnable ping =
        () -> {
          if (connection == current) {
            pinged(current);
          }
        };
    schedule.schedule(ping, settings.limits().ping().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void pinged(AmiConnection current) {
    try {
      current.sends(Map.of("Action", "Ping"));
      pings(current);
    } catch (IOException broken) {
      closed(current);
    }
  }

  private static void closed(@Nullable AmiConnection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (IOException broken) {
      LOG.log(Level.DEBUG, "The manager port did not close: {0}", broken.getMessage());
    }
  }
}
