package de.durchkommen.line;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread that reads from all connections and wakes the calls that wait for it.
 *
 * <p>A virtual thread that reads a socket by itself asks the kernel in vain, registers, sets a
 * timer, sleeps, and asks again: for each of the ten replies of a short call. Here a connection is
 * registered once, one question to the kernel brings what all of them have sent, and a glance every
 * {@link #TICK} replaces the timers.
 *
 * <p>When much comes, it takes a {@link #BREATH} between two questions: what comes meanwhile is
 * brought by one, and waking this thread costs more than reading. Nobody hears two milliseconds.
 */
final class Pump implements AutoCloseable {
  /** How often it is looked whose time is over. Limits are of seconds. */
  static final Duration TICK = Duration.ofMillis(50);

  /** The pause when much comes. */
  static final Duration BREATH = Duration.ofMillis(2);

  /** So many pieces in a tick, and much comes: 400 a second. */
  static final int MUCH = 20;

  private static final Logger LOG = System.getLogger(Pump.class.getName());
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int BUFFER = 8 * 1024;

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long ticked = System.nanoTime();
  private int pieces;
  private boolean busy;
  private volatile boolean closing;

  /**
   * A pump that works from now on.
   *
   * @throws IOException when the system has no more descriptors
   */
  Pump() throws IOException {
    selector = Selector.open();
    Thread.ofPlatform().daemon().name("agi-pump").start(this::work);
  }

  /**
   * Reads from one more, until it is closed.
   *
   * @param channel is not blocking
   * @throws IOException when it is closed already
   */
  void reads(SocketChannel channel, Intake intake) throws IOException {
    channel.register(selector, SelectionKey.OP_READ, intake);
    selector.wakeup();
    if (closing) {
      intake.ends();
    }
  }

  /** Whether it works. */
  boolean isOpen() {
    return selector.isOpen();
  }

  private void work() {
    while (selector.isOpen()) {
      try {
        tick();
        pieces += selector.select(this::ready, TICK.toMillis());
        if (busy) {
          LockSupport.parkNanos(BREATH.toNanos());
        }
      } catch (ClosedSelectorException closed) {
        LOG.log(Level.DEBUG, "No more is read");
      } catch (IOException | RuntimeException | Error fault) {
        // Without this thread no call hears anything any more: it goes on, whatever happens.
        LOG.log(Level.ERROR, "Reading failed, again in {0}: {1}", AGAIN, Trace.of(fault));
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private void tick() {
    long now = System.nanoTime();
    if (now - ticked >= TICK.toNanos()) {
      ticked = now;
      busy = pieces >= MUCH;
      pieces = 0;
      for (SelectionKey key : selector.keys()) {
        ((Intake) key.attachment()).passed(now);
      }
    }
  }

  private void ready(SelectionKey key) {
    Intake intake = (Intake) key.attachment();
    try {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        key.cancel();
        intake.ends();
        return;
      }
      byte[] piece = new byte[buffer.flip().remaining()];
      buffer.get(piece);
      if (piece.length > 0) {
        intake.takes(piece, key);
      }
    } catch (IOException | CancelledKeyException broken) {
      key.cancel();
      intake.ends();
    } catch (RuntimeException | Error fault) {
      // It may cost this call, and must not cost all others.
      LOG.log(Level.ERROR, "A connection is given up: {0}", Trace.of(fault));
      key.cancel();
      intake.ends();
    }
  }

  /** Reads no more; who still waits is told that the connection has ended. */
  @Override
  public void close() throws IOException {
    closing = true;
    if (selector.isOpen()) {
      selector.keys().forEach(key -> ((Intake) key.attachment()).ends());
      selector.close();
    }
  }
}
