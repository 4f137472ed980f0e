package de.durchkommen.line;

import static de.durchkommen.line.TestLine.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.call.Caller;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Outcome.Plain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and what strangers and garbage can do: nothing. */
@Tag("alone")
final class AgiPortTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int HEADER_MEGABYTES = 10;
  private static final int IDLE = 500;
  private static final int FLOODS = 10;
  private static final int GOOD_CALLS = 50;

  /** What hostile connections may leave behind: less than one of the headers they send. */
  private static final int HEAP_BOUND_BYTES = 8 * MEGABYTE;

  private static Outcome welcome(Caller caller) {
    caller.hears(prompt("welcome"));
    return Plain.ENDED;
  }

  @Test
  void onlyHostsOfTheAllowListAreTalkedWith() throws IOException {
    try (TestLine line = TestLine.with(AgiPortTest::welcome)) {
      try (FakeAsterisk stranger = FakeAsterisk.connectedFrom("127.0.0.2", line.port.port())) {
        stranger.isClosed();
      }
      try (FakeAsterisk asterisk = FakeAsterisk.connectedFrom("127.0.0.1", line.port.port())) {
        asterisk.sends(FakeAsterisk.header()).plays("welcome").endsInWords();
      }
    }
  }

  /** Who talks goes on; who comes is sent to another node. */
  @Test
  void aNodeThatIsDrainedTakesNoMoreCallsAndEndsThoseItHas() throws IOException {
    AtomicBoolean drained = new AtomicBoolean();
    try (TestLine line = TestLine.with(AgiPortTest::welcome)) {
      line.port.refusesWhile(drained::get);
      try (FakeAsterisk talking = FakeAsterisk.connected(line.port.port())) {
        talking.sends(FakeAsterisk.header());
        while (line.port.callsRunning() == 0) {
          Thread.onSpinWait();
        }
        drained.set(true);
        try (FakeAsterisk late = FakeAsterisk.connected(line.port.port())) {
          late.isClosed();
        }
        talking.plays("welcome").endsInWords();
      }
      drained.set(false);
      try (FakeAsterisk again = FakeAsterisk.connected(line.port.port())) {
        again.sends(FakeAsterisk.header()).plays("welcome").endsInWords();
      }
    }
  }

  static List<String> noHeaders() {
    return List.of(
        "\n",
        "garbage\n\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "\u0000\u0001\u0002\u00ff\n\n",
        "agi_network: yes\nno header\n\n",
        "agi_arg_1: " + "x".repeat(64 * 1024) + "\n\n",
        "agi_arg_1: x\n".repeat(201) + "\n");
  }

  @ParameterizedTest
  @MethodSource("noHeaders")
  void whatIsNoHeaderIsNoCall(String garbage) throws IOException {
    try (TestLine line = TestLine.with(AgiPortTest::welcome);
        FakeAsterisk stranger = FakeAsterisk.connected(line.port.port())) {
      long start = System.nanoTime();
      stranger.sends(garbage).isClosed();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(600));
      assertThat(line.port.callsRunning()).isZero();
    }
  }

  @Test
  void aHeaderOfTheLongestKindIsACall() throws IOException {
    try (TestLine line = TestLine.with(AgiPortTest::welcome);
        FakeAsterisk asterisk = FakeAsterisk.connected(line.port.port())) {
      String longest = "agi_arg_1: x\n".repeat(180) + "agi_arg_2: " + "x".repeat(60 * 1024);
      asterisk.sends(FakeAsterisk.header(longest)).plays("welcome").endsInWords();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "agi_net", "agi_network: yes\n"})
  void whoDoesNotFinishTheHeaderInTimeIsClosed(String half) throws IOException {
    try (TestLine line = TestLine.with(AgiPortTest::welcome);
        FakeAsterisk idle = FakeAsterisk.connected(line.port.port())) {
      long start = System.nanoTime();
      idle.sends(half).isClosed();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
    }
  }

  @Test
  void whoSendsTheHeaderByteByByteHasNoMoreTime() throws Exception {
    try (TestLine line = TestLine.with(AgiPortTest::welcome);
        FakeAsterisk slow = FakeAsterisk.connected(line.port.port())) {
      long start = System.nanoTime();
      assertThatThrownBy(
              () -> {
                while (System.nanoTime() - start < Duration.ofSeconds(5).toNanos()) {
                  slow.sends("agi_x: x\n");
                  Thread.sleep(50);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCallAboveTheLimitIsClosedAtOnceAndALaterOneIsTaken() throws IOException {
    AgiSettings one = TestLine.settings(TestLine.PATIENT, 1);
    try (TestLine line = TestLine.with(one, AgiPortTest::welcome);
        FakeAsterisk first = line.called("first")) {
      first.hearsSomeOf("STREAM FILE");
      assertThat(line.port.isFull()).isTrue();
      try (FakeAsterisk second = FakeAsterisk.connected(line.port.port())) {
        second.isClosed();
      }
      first.replies("200 result=0 endpos=9").endsInWords();
      line.awaitsQuiet();
      TestLine.awaits(() -> !line.port.isFull());
      try (FakeAsterisk third = line.called("third")) {
        third.plays("welcome").endsInWords();
      }
    }
  }

  @Test
  void amongTooManyWhoSayNothingTheOldestGoes() throws IOException {
    AgiLimits two =
        new AgiLimits(
            9_999,
            99,
            Duration.ofSeconds(20),
            999,
            9,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            2);
    try (TestLine line = TestLine.with(TestLine.settings(two, 2), AgiPortTest::welcome);
        FakeAsterisk oldest = FakeAsterisk.connected(line.port.port());
        FakeAsterisk older = FakeAsterisk.connected(line.port.port());
        FakeAsterisk youngest = line.called("c1")) {
      oldest.isClosed();
      youngest.plays("welcome").endsInWords();
      older.sends(FakeAsterisk.header()).plays("welcome").endsInWords();
    }
  }

  @Test
  void goodCallsDoNotNoticeIdleSocketsAndFloods() throws IOException {
    Crowd crowd = new Crowd(() -> {});
    AgiSettings settings = TestLine.settings(TestLine.PATIENT, GOOD_CALLS);
    List<Socket> idle = new ArrayList<>();
    try (TestLine line = TestLine.with(settings, crowd::answered)) {
      Crowd.calls(line.port.port(), GOOD_CALLS);
      crowd.understood.clear();
      long before = heapUsed();
      for (int i = 0; i < IDLE; i++) {
        idle.add(idle(line.port.port(), i % 2 == 0 ? "" : "agi_net"));
      }
      AtomicInteger cutOff = new AtomicInteger();
      List<Thread> floods = floods(line.port.port(), cutOff);
      Crowd.calls(line.port.port(), GOOD_CALLS);
      for (int i = 0; i < GOOD_CALLS; i++) {
        assertThat(crowd.understood).containsEntry("crowd-" + i, Crowd.keysOf(i));
        assertThat(line.outcome("crowd-" + i)).isEqualTo("ENDED");
      }
      floods.forEach(flood -> TestLine.awaits(() -> !flood.isAlive()));
      assertThat(cutOff).hasValue(FLOODS);
      assertThat(heapUsed() - before).isLessThan(HEAP_BOUND_BYTES);
      for (Socket socket : idle) {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        socket.close();
      }
    }
  }

  private static Socket idle(int port, String half) throws IOException {
    Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static List<Thread> floods(int port, AtomicInteger cutOff) {
    String oneLine = "agi_x: " + "x".repeat(MEGABYTE);
    String manyLines = "agi_x: x\n".repeat(MEGABYTE / 9);
    return IntStream.range(0, FLOODS)
        .mapToObj(i -> i % 2 == 0 ? oneLine : manyLines)
        .map(header -> Thread.ofVirtual().start(() -> flooded(port, header, cutOff)))
        .toList();
  }

  /** Sends ten megabytes, more than the kernel keeps for a reader who does not read. */
  private static void flooded(int port, String megabyte, AtomicInteger cutOff) {
    try (FakeAsterisk flood = FakeAsterisk.connected(port)) {
      for (int i = 0; i < HEADER_MEGABYTES; i++) {
        flood.sends(megabyte);
      }
    } catch (SocketException closed) {
      cutOff.incrementAndGet();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static long heapUsed() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void runningCallsMayEndWhenTheApplicationStops() throws Exception {
    TestLine line = TestLine.with(TestLine.settings(TestLine.PATIENT, 5), AgiPortTest::welcome);
    try (FakeAsterisk asterisk = line.called("c1")) {
      asterisk.hearsSomeOf("STREAM FILE");
      Thread stop = Thread.ofVirtual().start(() -> stopped(line));
      TestLine.awaits(() -> !line.port.isOpen());
      asterisk.replies("200 result=0 endpos=9").endsInWords();
      stop.join(Duration.ofSeconds(10));
      assertThat(stop.isAlive()).isFalse();
      assertThat(line.outcome("c1")).isEqualTo("ENDED");
    }
  }

  @Test
  void aCallThatDoesNotEndIsClosedWhenTheTimeIsUp() throws IOException {
    TestLine line = TestLine.with(TestLine.settings(TestLine.PATIENT, 5), AgiPortTest::welcome);
    try (FakeAsterisk asterisk = line.called("c1");
        FakeAsterisk idle = FakeAsterisk.connected(line.port.port())) {
      asterisk.hearsSomeOf("STREAM FILE");
      line.close();
      asterisk.isClosed();
      idle.isClosed();
      assertThatThrownBy(() -> FakeAsterisk.connected(line.port.port()).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsAnError() throws IOException {
    try (TestLine line = TestLine.with(AgiPortTest::welcome)) {
      AgiSettings free = TestLine.settings(TestLine.SHORT, 1);
      AgiSettings taken =
          new AgiSettings(
              free.address(),
              line.port.port(),
              free.allowed(),
              1,
              free.stopWithin(),
              free.person(),
              free.ring(),
              free.limits());
      try (AgiPort second = new AgiPort(taken, Clock.systemUTC(), connection -> {})) {
        assertThatThrownBy(second::open).isInstanceOf(BindException.class);
        assertThat(second.isOpen()).isFalse();
      }
    }
  }

  private static void stopped(TestLine line) {
    try {
      line.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
