package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.call.CallJournal;
import de.durchkommen.call.CallScript;
import de.durchkommen.call.Transcript;
import de.durchkommen.journey.Journey;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.Music;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** An open AGI port on any free port of 127.0.0.1, with a script and short limits. */
final class TestLine implements AutoCloseable {
  /** As the real ones, but nothing waits longer than a test wants to. */
  static final AgiLimits SHORT =
      new AgiLimits(
          64 * 1024,
          200,
          Duration.ofMillis(700),
          16 * 1024,
          200,
          Duration.ofMillis(400),
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          1_000);

  /** For tests that never want to meet the time limits, however slow the machine is. */
  static final AgiLimits PATIENT =
      new AgiLimits(
          64 * 1024,
          200,
          Duration.ofSeconds(5),
          16 * 1024,
          200,
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          1_000);

  private static final int UNTIL_MILLIS = 20_000;
  private static final Announcer FILES = text -> Path.of("/sounds", text.text());

  final CallJournal journal = new CallJournal();

  /** The paths of calls that are over. */
  final List<Journey.Past> journeys = new CopyOnWriteArrayList<>();

  /** What is heard while nothing is said. */
  volatile Music music = Music.MELODY;

  /** Whether the history of calls is broken. */
  volatile boolean forgetful;

  final AgiPort port;

  TestLine(AgiSettings settings, CallScript script, Announcer announcer) throws IOException {
    this(settings, script, announcer, Playback.ENDLESS);
  }

  TestLine(AgiSettings settings, CallScript script, Announcer announcer, Playback playback)
      throws IOException {
    Clock clock = Clock.systemUTC();
    Voice voice =
        new Voice((said, in) -> new SpokenText(in, said.prompt().id()), announcer, () -> music);
    Map<String, CallScript> scripts = Map.of("call", script, "callback", script);
    port =
        new AgiPort(
            settings,
            clock,
            new CallFrame(settings, scripts, journal, this::remembers, voice, playback, clock));
    port.open();
  }

  private void remembers(Journey.Past past) {
    if (forgetful) {
      throw new IllegalStateException("The history of calls is broken");
    }
    journeys.add(past);
  }

  /** With short limits. */
  static TestLine with(CallScript script) throws IOException {
    return new TestLine(settings(SHORT, 10), script, FILES);
  }

  /** With something that ends announcements before their end. */
  static TestLine with(Playback playback, CallScript script) throws IOException {
    return new TestLine(settings(PATIENT, 10), script, FILES, playback);
  }

  /** With these settings. */
  static TestLine with(AgiSettings settings, CallScript script) throws IOException {
    return new TestLine(settings, script, FILES);
  }

  static AgiSettings settings(AgiLimits limits, int maxCalls) {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    return new AgiSettings(
        here,
        0,
        Set.of(here),
        maxCalls,
        Duration.ofSeconds(2),
        "PJSIP/person",
        Duration.ofSeconds(20),
        limits);
  }

  static Utterance prompt(String id) {
    return Prompt.of(id).said();
  }

  FakeAsterisk called(String callId) throws IOException {
    return FakeAsterisk.calling(port.port(), callId);
  }

  /** How a call ended for the journal, once it has. */
  String outcome(String callId) {
    awaits(() -> journal.transcript(callId).flatMap(Transcript::outcome).isPresent());
    return journal.transcript(callId).flatMap(Transcript::outcome).orElseThrow().line();
  }

  /** Waits until no call runs. */
  void awaitsQuiet() {
    awaits(() -> port.callsRunning() == 0);
  }

  static void awaits(BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMillis(UNTIL_MILLIS).toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    assertThat(holds.getAsBoolean()).as("after %s ms", UNTIL_MILLIS).isTrue();
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
