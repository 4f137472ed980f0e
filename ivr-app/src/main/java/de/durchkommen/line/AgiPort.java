package de.durchkommen.line;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door for Asterisk: who may come in, and how many.
 *
 * <p>asterisk-java's own server is not used, only its protocol: the server counts an idle socket as
 * a call, spins when the process runs out of file descriptors, and hides which connection belongs
 * to which call. Here a connection counts as a call once its header is complete. Before that it is
 * one of the unannounced, of whom there is a bounded number; when one more comes, the oldest goes
 * if it has said nothing for a second, because Asterisk sends its header at once.
 */
final class AgiPort implements AutoCloseable {
  private static final Logger LOG = System.getLogger(AgiPort.class.getName());

  /** Connections that the kernel keeps for us while all are busy. */
  private static final int BACKLOG = 1_024;

  /** Asterisk sends its header at once; but in a rush we do not read it at once. */
  private static final Duration TIME_TO_SPEAK = Duration.ofSeconds(1);

  /** How long to wait when a connection cannot be accepted, as when descriptors have run out. */
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

  private final AgiSettings settings;
  private final Consumer<GuardedConnection> calls;
  private final SparseLog refusals;
  private final Semaphore slots;
  private final Unannounced unannounced;
  private final Set<GuardedConnection> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ServerSocketChannel server;
  private volatile @Nullable Pump pump;
  private volatile BooleanSupplier drained = () -> false;

  /**
   * A port that is not open yet.
   *
   * @param calls takes a connection with a complete header, on a virtual thread of its own; the
   *     connection is closed when it returns
   */
  AgiPort(AgiSettings settings, Clock clock, Consumer<GuardedConnection> calls) {
    this.settings = settings;
    this.calls = calls;
    this.refusals = new SparseLog(LOG, clock);
    this.slots = new Semaphore(settings.maxCalls());
    this.unannounced = new Unannounced(settings.limits().unannounced(), TIME_TO_SPEAK);
  }

  /**
   * Opens the port; returns when connections are taken.
   *
   * @throws IOException when the address is not ours or the port is taken
   */
  void open() throws IOException {
    ServerSocketChannel opened = ServerSocketChannel.open();
    Pump started;
    try {
      // After a restart the old calls' sockets may still linger.
      opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      opened.bind(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
      started = new Pump();
    } catch (IOException taken) {
      opened.close();
      throw taken;
    }
    pump = started;
    server = opened;
    Thread accept =
        Thread.ofPlatform()
            .daemon()
            .name("agi-port")
            .unstarted(() -> acceptedUntilClosed(opened, started));
    accept.start();
  }

  /**
   * No call is taken while this says so; those that run go on. Whoever is refused is served by
   * another node within the same second: see {@code application} in the dialplan.
   */
  void refusesWhile(BooleanSupplier isDrained) {
    drained = isDrained;
  }

  /** Whether connections are taken. */
  boolean isOpen() {
    ServerSocketChannel current = server;
    Pump reading = pump;
    return current != null && current.isOpen() && reading != null && reading.isOpen();
  }

  /** The port's number; the configured one until it is open. */
  int port() {
    ServerSocketChannel current = server;
    return current == null ? settings.port() : current.socket().getLocalPort();
  }

  /** Calls running now. */
  int callsRunning() {
    return running.size();
  }

  /** Whether one more call would be refused. */
  boolean isFull() {
    return slots.availablePermits() == 0;
  }

  /** Takes no more connections, lets running calls end within the limit, then closes them. */
  @Override
  public void close() throws IOException {
    ServerSocketChannel current = server;
    if (current != null) {
      current.close();
    }
    unannounced.closeAll();
    awaitCalls();
    running.forEach(AgiPort::closed);
    Pump started = pump;
    if (started != null) {
      started.close();
    }
  }

  private void awaitCalls() {
    try {
      long millis = settings.stopWithin().toMillis();
      if (slots.tryAcquire(settings.maxCalls(), millis, TimeUnit.MILLISECONDS)) {
        slots.release(settings.maxCalls());
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptedUntilClosed(ServerSocketChannel open, Pump started) {
    while (open.isOpen()) {
      try {
        received(open.accept(), started);
      } catch (IOException | RuntimeException failure) {
        if (open.isOpen()) {
          refusals.warns("A connection could not be accepted: " + failure.getMessage());
          LockSupport.parkNanos(ACCEPT_PAUSE.toNanos());
        }
      }
    }
  }

  private void received(SocketChannel socket, Pump started) throws IOException {
    if (!settings.allowed().contains(socket.socket().getInetAddress())) {
      refused(socket, "A host that is not in durchkommen.agi.allowed");
    } else if (drained.getAsBoolean()) {
      refused(socket, "A call for a node that is drained");
    } else if (isFull()) {
      refused(socket, "A call above durchkommen.agi.max-calls");
    } else {
      admitted(socket, started);
    }
  }

  private void admitted(SocketChannel socket, Pump started) throws IOException {
    try {
      GuardedConnection connection =
          new GuardedConnection(new AgiSocket(socket, started), settings.limits());
      unannounced.add(connection);
      Thread thread = Thread.ofVirtual().name("agi-call").unstarted(() -> served(connection));
      // Scripts call CDI beans: without the application's class loader they are not found.
      thread.setContextClassLoader(AgiPort.class.getClassLoader());
      thread.start();
    } catch (IOException | RuntimeException gone) {
      socket.close();
      throw gone;
    }
  }

  private void refused(SocketChannel socket, String why) throws IOException {
    socket.close();
    refusals.warns("AGI connection closed: " + why);
  }

  private void served(GuardedConnection connection) {
    try (connection) {
      connection.announced();
      if (unannounced.remove(connection) && slots.tryAcquire()) {
        called(connection);
      } else {
        refusals.warns("AGI connection closed: A call above durchkommen.agi.max-calls");
      }
    } catch (IOException broken) {
      refusals.warns("AGI connection closed: " + broken.getMessage());
    } finally {
      unannounced.remove(connection);
    }
  }

  private void called(GuardedConnection connection) {
    running.add(connection);
    try {
      calls.accept(connection);
    } finally {
      running.remove(connection);
      slots.release();
    }
  }

  private static void closed(GuardedConnection connection) {
    try {
      connection.close();
    } catch (IOException broken) {
      LOG.log(Logger.Level.DEBUG, "A connection did not close: {0}", broken.getMessage());
    }
  }
}
