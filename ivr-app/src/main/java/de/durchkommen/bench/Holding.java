package de.durchkommen.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Callers who are held by one way of waiting, more and more of them. The sound of the first few is
 * listened to; that of the others goes to a port where nobody reads.
 */
final class Holding implements AutoCloseable {
  /** Calls whose sound is listened to. */
  static final int PROBES = 20;

  private static final int CALLS_A_SECOND = 100;
  private static final Duration SETTLES = Duration.ofMillis(1_500);
  private static final Duration END_LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(250);

  private final Wiring wiring;
  private final SoundMeter meter;
  private final String extension;
  private final CallerSound sound;
  private final DatagramSocket unheard;
  private final List<Sipp> phones = new ArrayList<>();
  private int callers;

  Holding(Wiring wiring, SoundMeter meter, String extension, CallerSound sound) throws IOException {
    this.wiring = wiring;
    this.meter = meter;
    this.extension = extension;
    this.sound = sound;
    this.unheard = port();
    meter.forget();
    add(PROBES, meter.port());
  }

  /** Callers on the line, if none was lost. */
  int callers() {
    return callers;
  }

  /** So many more call, and are given time to get there. */
  void more(int more) throws IOException {
    add(more, unheard.getLocalPort());
  }

  private void add(int more, int soundPort) throws IOException {
    int port;
    int media;
    try (DatagramSocket sip = port();
        DatagramSocket sound = port()) {
      port = sip.getLocalPort();
      media = sound.getLocalPort();
    }
    phones.add(
        Sipp.calling(
            wiring,
            "held-" + phones.size(),
            sound.filledIn(Sipp.scenario("waits.xml"), wiring.path("work")),
            "-s",
            extension,
            "-m",
            String.valueOf(more),
            "-l",
            String.valueOf(more),
            "-r",
            String.valueOf(CALLS_A_SECOND),
            "-p",
            String.valueOf(port),
            "-mp",
            String.valueOf(media),
            "-key",
            "sound_port",
            String.valueOf(soundPort)));
    callers += more;
    paused(Duration.ofMillis(1_000L * more / CALLS_A_SECOND).plus(SETTLES));
  }

  /** What is heard in the next while. */
  SoundMeter.Heard heard(Duration time) throws IOException {
    meter.heard();
    paused(time);
    return meter.heard();
  }

  /** Whether every call that was made is still there. */
  boolean isComplete() throws IOException {
    Sipp.Count count = count();
    return count.failed() == 0 && count.successful() == 0 && count.current() == callers;
  }

  private Sipp.Count count() throws IOException {
    Sipp.Count sum = new Sipp.Count(0, 0, 0);
    for (Sipp phone : phones) {
      sum = sum.plus(phone.count());
    }
    return sum;
  }

  private static DatagramSocket port() throws IOException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
  }

  private static void paused(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException brokenOff) {
      throw new IllegalStateException(brokenOff);
    }
  }

  /** All are hung up on by Asterisk, so that none is left over for the next measurement. */
  @Override
  public void close() throws IOException {
    List<String> hangUp =
        List.of(
            wiring.text("asterisk-program"),
            "-C",
            wiring.text("asterisk-configuration"),
            "-rx",
            "channel request hangup all");
    try (Program command = Program.started(wiring.path("work"), "hang-up", hangUp)) {
      command.awaitEnd(END_LIMIT);
      long deadline = System.nanoTime() + END_LIMIT.toNanos();
      while (count().current() > 0 && System.nanoTime() < deadline) {
        paused(POLL);
      }
    } catch (InterruptedException brokenOff) {
      Thread.currentThread().interrupt();
    } finally {
      phones.forEach(Sipp::close);
      unheard.close();
    }
  }
}
