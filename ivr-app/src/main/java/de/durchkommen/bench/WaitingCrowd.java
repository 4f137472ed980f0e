package de.durchkommen.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Asterisk's side of many callers who wait and press nothing, on sockets only, in a process of its
 * own: what is said is over at once, and whoever waits for a key gets none in time. Some hang up
 * and others call instead, when that is asked for.
 */
final class WaitingCrowd {
  private static final String WAIT = "WAIT FOR DIGIT ";
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final int AT_A_TIME = 100;
  private static final int LONGEST_COMMANDS = 1_024;

  private final Selector selector;

  /** All who are on the line, the one who called first at the head. */
  private final Deque<Waiter> line = new ArrayDeque<>();

  private final Queue<Waiter> waiters = new PriorityQueue<>(Comparator.comparingLong(w -> w.due));

  private WaitingCrowd(Selector selector) {
    this.selector = selector;
  }

  /** One caller. */
  private static final class Waiter {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST_COMMANDS);
    private long due;

    Waiter(SocketChannel channel) {
      this.channel = channel;
    }

    void says(String text) throws IOException {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /**
   * Calls, and waits until the process is ended.
   *
   * @param arguments the AGI port, how many callers, and after how many milliseconds one of them
   *     hangs up, or another one calls instead, in turns; never when this is left out
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    int callers = Integer.parseInt(arguments[1]);
    WaitingCrowd crowd = new WaitingCrowd(Selector.open());
    for (int caller = 0; caller < callers; caller++) {
      crowd.calls(port, caller);
      if (caller % AT_A_TIME == 0) {
        crowd.work();
      }
    }
    long pause = arguments.length > 2 ? Long.parseLong(arguments[2]) * NANOS_A_MILLI : 0;
    long next = System.nanoTime() + pause;
    for (int caller = callers; true; crowd.work()) {
      if (pause > 0 && System.nanoTime() >= next) {
        next += pause;
        if (crowd.line.size() == callers) {
          crowd.leaves();
        } else {
          crowd.calls(port, caller++);
        }
      }
    }
  }

  /** Whoever is behind the first in line hangs up: the first one may be in the dialogue. */
  private void leaves() throws IOException {
    Waiter first = line.removeFirst();
    Waiter second = line.removeFirst();
    line.addFirst(first);
    waiters.remove(second);
    second.channel.close();
  }

  private void calls(int port, int caller) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    channel.configureBlocking(false);
    Waiter waiter = new Waiter(channel);
    channel.register(selector, SelectionKey.OP_READ, waiter);
    line.addLast(waiter);
    waiter.says(Dialogue.header("crowd-" + caller));
  }

  private void work() throws IOException {
    selector.select(this::ready, untilDue());
    while (!waiters.isEmpty() && waiters.peek().due <= System.nanoTime()) {
      Waiter waiter = waiters.remove();
      waiter.says("200 result=0\n");
    }
  }

  private long untilDue() {
    Waiter next = waiters.peek();
    long millis = next == null ? 1 : (next.due - System.nanoTime()) / NANOS_A_MILLI;
    return Math.clamp(millis, 1, 10);
  }

  private void ready(SelectionKey key) {
    Waiter waiter = (Waiter) key.attachment();
    try {
      if (waiter.channel.read(waiter.in) < 0) {
        throw new IOException("Closed by the peer");
      }
      answerAll(waiter);
    } catch (IOException closed) {
      waiters.remove(waiter);
      line.remove(waiter);
      key.cancel();
    }
  }

  private void answerAll(Waiter waiter) throws IOException {
    String text = new String(waiter.in.array(), 0, waiter.in.position(), StandardCharsets.US_ASCII);
    int end = text.lastIndexOf('\n') + 1;
    for (String command : text.substring(0, end).lines().toList()) {
      answer(waiter, command);
    }
    waiter.in.limit(waiter.in.position()).position(end);
    waiter.in.compact();
  }

  private void answer(Waiter waiter, String command) throws IOException {
    if (command.startsWith(WAIT)) {
      long millis = Long.parseLong(command.substring(WAIT.length()));
      waiter.due = System.nanoTime() + millis * NANOS_A_MILLI;
      waiters.add(waiter);
      return;
    }
    if (command.equals("NOOP") && waiters.remove(waiter)) {
      // A command that comes while a key is awaited ends the waiting.
      waiter.says("200 result=1\n");
    }
    boolean variable = command.startsWith("SET VARIABLE");
    waiter.says(variable ? "200 result=1\n" : "200 result=0 endpos=8000\n");
  }
}
