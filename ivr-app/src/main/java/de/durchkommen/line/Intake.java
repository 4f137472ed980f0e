package de.durchkommen.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What has come from one peer and is not read yet: filled by {@link Pump}, read by the call's
 * thread. A reader who does not read lets the peer wait, as TCP has it.
 */
final class Intake implements Pieces {
  /** Bytes that are kept for a reader; a reply has about 25. */
  static final int MOST = 8 * 1024;

  private final Queue<byte[]> pieces = new ArrayDeque<>(1);
  private int kept;
  private boolean ended;
  private @Nullable SelectionKey stopped;
  private @Nullable Thread reader;
  private long deadlineNanos;

  /** More has come: by the pump. */
  void takes(byte[] piece, SelectionKey from) {
    Thread waiting;
    synchronized (this) {
      pieces.add(piece);
      kept += piece.length;
      if (kept >= MOST) {
        from.interestOps(0);
        stopped = from;
      }
      waiting = reader;
    }
    LockSupport.unpark(waiting);
  }

  /** No more will come: by the pump, or by whoever closes the connection. */
  void ends() {
    Thread waiting;
    synchronized (this) {
      ended = true;
      waiting = reader;
    }
    LockSupport.unpark(waiting);
  }

  /** Wakes a reader whose time is over: by the pump. */
  void passed(long nanoTime) {
    Thread waiting;
    synchronized (this) {
      waiting = nanoTime - deadlineNanos >= 0 ? reader : null;
    }
    LockSupport.unpark(waiting);
  }

  @Override
  public byte[] next(Allowance allowance) throws IOException {
    byte[] piece = taken(allowance);
    while (piece == null) {
      LockSupport.park(this);
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("The application does not wait for the peer any more");
      }
      piece = taken(allowance);
    }
    return piece;
  }

  private synchronized byte @Nullable [] taken(Allowance allowance) throws IOException {
    byte[] piece = pieces.poll();
    if (piece != null) {
      reader = null;
      kept -= piece.length;
      goesOn();
      return piece;
    }
    if (ended) {
      throw new EOFException("Closed by the peer");
    }
    allowance.millisLeft();
    deadlineNanos = allowance.deadlineNanos();
    reader = Thread.currentThread();
    return null;
  }

  private void goesOn() {
    SelectionKey key = stopped;
    if (key != null && kept == 0) {
      stopped = null;
      try {
        key.interestOps(SelectionKey.OP_READ);
        key.selector().wakeup();
      } catch (CancelledKeyException closed) {
        ended = true;
      }
    }
  }
}
