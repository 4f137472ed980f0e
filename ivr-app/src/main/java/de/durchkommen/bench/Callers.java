package de.durchkommen.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * So many callers at once who call a FastAGI server again and again, without Asterisk: what the
 * server does is measured, not what Asterisk can do beside it. One thread with a selector, so that
 * it takes little of the machine; the same for all servers.
 *
 * <p>A dialogue that the server closes before its end has failed; whoever was refused calls again
 * after {@link #PAUSE}.
 */
final class Callers {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long LONGEST_SELECT_MILLIS = 20;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final int port;
  private final int atOnce;
  private final long delayNanos;
  private final Queue<Due> replies = new ArrayDeque<>();
  private final Queue<Long> returns = new PriorityQueue<>();
  private long whole;
  private long failed;

  /**
   * Callers of one server.
   *
   * @param delay how long Asterisk takes for a command: a prompt that is played, a key that a
   *     person presses
   */
  Callers(int port, int atOnce, Duration delay) {
    this.port = port;
    this.atOnce = atOnce;
    this.delayNanos = delay.toNanos();
  }

  /** A reply that is sent later. */
  private record Due(Dialogue dialogue, String reply, long nanos) {}

  /** Dialogues that went through, and those that did not, in so many seconds. */
  record Result(long whole, long failed, double seconds) {
    double perSecond() {
      return whole / seconds;
    }
  }

  /** Calls for a while; what happens in the warm-up does not count. */
  Result called(Duration warmUp, Duration measured) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < atOnce; i++) {
        begun(selector);
      }
      work(selector, System.nanoTime() + warmUp.toNanos());
      long start = System.nanoTime();
      whole = 0;
      failed = 0;
      work(selector, start + measured.toNanos());
      double seconds = (System.nanoTime() - start) / 1e9;
      selector.keys().forEach(key -> ((Dialogue) key.attachment()).close());
      return new Result(whole, failed, seconds);
    }
  }

  private void work(Selector selector, long until) throws IOException {
    while (System.nanoTime() < until) {
      selector.select(this::ready, Math.max(1, untilDue()));
      sendDue();
      while (!returns.isEmpty() && returns.peek() <= System.nanoTime()) {
        returns.remove();
        begun(selector);
      }
    }
  }

  private long untilDue() {
    Due next = replies.peek();
    return next == null
        ? LONGEST_SELECT_MILLIS
        : Math.min(LONGEST_SELECT_MILLIS, (next.nanos() - System.nanoTime()) / NANOS_A_MILLI);
  }

  private void begun(Selector selector) throws IOException {
    Dialogue dialogue = Dialogue.begun(port);
    dialogue.channel().register(selector, SelectionKey.OP_CONNECT, dialogue);
  }

  private void ready(SelectionKey key) {
    Dialogue dialogue = (Dialogue) key.attachment();
    try {
      if (key.isConnectable()) {
        dialogue.announce();
        key.interestOps(SelectionKey.OP_READ);
      } else {
        String reply = dialogue.read();
        if (!reply.isEmpty()) {
          answer(dialogue, reply);
        }
      }
    } catch (IOException closed) {
      over(dialogue);
    }
  }

  private void answer(Dialogue dialogue, String reply) throws IOException {
    if (delayNanos == 0) {
      dialogue.written(reply);
    } else {
      replies.add(new Due(dialogue, reply, System.nanoTime() + delayNanos));
    }
  }

  private void sendDue() {
    while (!replies.isEmpty() && replies.peek().nanos() <= System.nanoTime()) {
      Due due = replies.remove();
      try {
        due.dialogue().written(due.reply());
      } catch (IOException closed) {
        over(due.dialogue());
      }
    }
  }

  /** Counts it; its key goes with its channel. */
  private void over(Dialogue dialogue) {
    dialogue.close();
    if (dialogue.isWhole()) {
      whole++;
      returns.add(0L);
    } else {
      failed++;
      returns.add(System.nanoTime() + PAUSE.toNanos());
    }
  }
}
