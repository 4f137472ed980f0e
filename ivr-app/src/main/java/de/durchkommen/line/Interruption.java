package de.durchkommen.line;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Ends a running WAIT FOR DIGIT from another thread.
 *
 * <p>Asterisk ends WAIT FOR DIGIT as soon as anything comes on the connection, and then does that:
 * so a NOOP is sent, and each is answered. (STREAM FILE, sent into in this way, is never answered:
 * only WAIT FOR DIGIT is interrupted.) Which reply is whose is known by counting: the first is the
 * command's, and then there is one for each NOOP.
 *
 * <p>Asterisk reads with a buffer of its own. A NOOP that arrives together with the command goes
 * into that buffer, where Asterisk does not look before more arrives: neither would the command be
 * ended, nor the NOOP answered. Therefore another NOOP follows every {@link #AGAIN} as long as
 * replies are due.
 */
final class Interruption {
  /** When a NOOP has not helped by then, there is another. A reply usually takes 1 ms. */
  static final Duration AGAIN = Duration.ofMillis(100);

  private static final Logger LOG = System.getLogger(Interruption.class.getName());

  private final Sending noop;
  private State state = State.OFF;
  private int sent;

  private enum State {
    /** No command runs that may be interrupted. */
    OFF,
    /** One will be sent in a moment. */
    READY,
    /** One would have been sent in a moment, and need not be any more. */
    NEEDLESS,
    /** It was sent. */
    RUNNING,
    /** It is being interrupted. */
    INTERRUPTED
  }

  /** Sends a NOOP. */
  @FunctionalInterface
  interface Sending {
    void send() throws IOException;
  }

  Interruption(Sending noop) {
    this.noop = noop;
  }

  /** The next command may be interrupted. */
  synchronized void allow() {
    state = State.READY;
    sent = 0;
  }

  /** Interrupts the command, if there is one; by any thread, which does not wait. */
  synchronized void interrupt() {
    if (state == State.RUNNING) {
      begin();
    } else if (state == State.READY) {
      state = State.NEEDLESS;
    }
  }

  /** Whether the command has been interrupted before it was sent: then it must not be sent. */
  synchronized boolean isNeedless() {
    if (state != State.NEEDLESS) {
      return false;
    }
    state = State.OFF;
    return true;
  }

  /** A command was sent. */
  synchronized void commandSent() {
    if (state == State.READY) {
      state = State.RUNNING;
    } else if (state == State.NEEDLESS) {
      begin();
    }
  }

  /**
   * Whether one more reply is due, now that the command's own and these many have come. When not,
   * no more NOOP is sent.
   */
  synchronized boolean isReplyDue(int read) {
    if (read < sent) {
      return true;
    }
    abandon();
    return false;
  }

  /** No more NOOP is sent: the command is over, or the connection is. */
  synchronized void abandon() {
    state = State.OFF;
    notifyAll();
  }

  private void begin() {
    state = State.INTERRUPTED;
    Thread.ofVirtual().name("agi-interruption").start(this::sendUntilAnswered);
  }

  /** Ends at the latest with the time limit of the command, which closes the connection. */
  private synchronized void sendUntilAnswered() {
    try {
      while (state == State.INTERRUPTED) {
        noop.send();
        sent++;
        wait(AGAIN.toMillis());
      }
    } catch (IOException broken) {
      // The call's own thread meets the same, and tells of it.
      LOG.log(Level.DEBUG, "An interruption could not be sent: {0}", broken.getMessage());
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
