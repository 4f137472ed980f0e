package de.durchkommen.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands between the application and a server, and can stop passing things on. */
public final class StallingProxy implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final int CHUNK = 8_192;

  static final InetAddress LOOPBACK = loopback();

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean stalled;
  private volatile Duration pause = Duration.ZERO;

  /** Passes on to this port of 127.0.0.1. */
  public StallingProxy(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, BACKLOG, LOOPBACK);
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return door.getLocalPort();
  }

  /** From now on nothing passes, in either direction; connections stay open. */
  public void stall(boolean now) {
    lock.lock();
    try {
      stalled = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** From now on whatever passes takes so long, in either direction. */
  public void slow(Duration each) {
    pause = each;
  }

  /** Breaks all connections, as a server does that is killed. */
  public void breakAll() {
    open.forEach(StallingProxy::shut);
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(LOOPBACK, target);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
      }
    } catch (IOException closed) {
      breakAll();
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        Thread.sleep(pause);
        awaitFlow();
        out.write(chunk, 0, read);
        out.flush();
      }
    } catch (IOException | InterruptedException ended) {
      open.remove(from);
    }
  }

  private void awaitFlow() throws InterruptedException {
    lock.lock();
    try {
      while (stalled) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    stall(false);
    door.close();
    breakAll();
  }
}
