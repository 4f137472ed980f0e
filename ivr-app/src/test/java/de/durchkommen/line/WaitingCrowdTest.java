package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.Caller;
import de.durchkommen.call.Key;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.queue.Bell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many who wait at once. */
@Tag("alone")
final class WaitingCrowdTest {
  private static final int RINGING = 200;
  private static final int ROUNDS = 10;
  private static final int IDLE = 1_000;
  private static final int HEAP_LIMIT = 40 * 1024;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Logger callLog = Logger.getLogger(CallFrame.class.getName());
  private final Map<String, Bell> bells = new ConcurrentHashMap<>();
  private final Map<String, List<Optional<Key>>> heard = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  @BeforeEach
  void quiet() {
    callLog.setLevel(Level.WARNING);
  }

  @AfterEach
  void loud() {
    callLog.setLevel(null);
  }

  private Outcome listens(Caller caller) {
    Bell bell = bells.computeIfAbsent(caller.callId(), id -> new Bell());
    List<Optional<Key>> keys = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      waiting.incrementAndGet();
      keys.add(((AgiCaller) caller).music(LONG, bell));
      keys.add(((AgiCaller) caller).key(Duration.ofSeconds(1)));
    }
    heard.put(caller.callId(), keys);
    return Plain.ENDED;
  }

  /**
   * Asterisk takes 0 to 3 ms for the beginning of a wait, so bells ring before, in and after it.
   */
  @Test
  void everyReplyIsThatOfItsOwnCommandWheneverTheBellRings() throws IOException {
    try (TestLine line =
        TestLine.with(TestLine.settings(TestLine.PATIENT, RINGING), this::listens)) {
      try (ExecutorService telephones = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < RINGING; i++) {
          String id = "crowd-" + i;
          telephones.execute(() -> telephoned(line.port.port(), id));
          telephones.execute(() -> rings(id));
        }
      }
      assertThat(heard).hasSize(RINGING);
      for (List<Optional<Key>> keys : heard.values()) {
        for (int i = 0; i < keys.size(); i += 2) {
          // In the music a key or the bell; after it always this key, which is nobody else's.
          assertThat(keys.get(i)).isIn(Optional.empty(), Optional.of(Key.FIVE));
          assertThat(keys.get(i + 1)).contains(Key.SEVEN);
        }
      }
    }
  }

  private void rings(String id) {
    Bell bell = bells.computeIfAbsent(id, any -> new Bell());
    while (!heard.containsKey(id)) {
      bell.ring();
      pause(3);
    }
  }

  private static void telephoned(int port, String id) {
    int waits = 0;
    try (FakeAsterisk asterisk = FakeAsterisk.calling(port, id)) {
      for (String command = asterisk.command(); command != null; command = asterisk.command()) {
        if (command.startsWith("WAIT FOR DIGIT 300000")) {
          waits++;
          pause(waits % 4);
          // Every other one is ended by a key, on its way when the bell rings or not.
          asterisk.replies(waits % 2 == 0 ? "200 result=53" : "200 result=1");
        } else if (command.startsWith("WAIT FOR DIGIT")) {
          asterisk.replies("200 result=55");
        } else {
          asterisk.replies(command.startsWith("SET VAR") ? "200 result=1" : "200 result=0");
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void oneWhoWaitsCostsLittle() throws IOException {
    List<Socket> callers = new ArrayList<>();
    try (TestLine line =
        TestLine.with(TestLine.settings(TestLine.PATIENT, 2 * IDLE), this::listens)) {
      wait(line, callers, IDLE);
      long before = heap();
      wait(line, callers, IDLE);
      long each = (heap() - before) / IDLE;
      System.out.printf("HEAP of one who waits, with the test's own socket: %d bytes%n", each);
      assertThat(each).isLessThan(HEAP_LIMIT);
      for (Socket caller : callers) {
        caller.close();
      }
    }
  }

  private void wait(TestLine line, List<Socket> callers, int more) throws IOException {
    int all = callers.size() + more;
    while (callers.size() < all) {
      Socket caller = new Socket();
      callers.add(caller);
      caller.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), line.port.port()));
      String id = "idle-" + callers.size();
      String header = FakeAsterisk.header("agi_arg_1: " + id) + "200 result=0\n";
      caller.getOutputStream().write(header.getBytes(StandardCharsets.UTF_8));
    }
    TestLine.awaits(() -> waiting.get() == all);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      pause(100);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
