package de.durchkommen.line;

import de.durchkommen.agent.Exchange;
import de.durchkommen.agent.Interpreters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Our side of talks on a real Asterisk, for tests of other packages. */
public final class ExchangeUnderTest implements AutoCloseable {
  private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
  private final HeardTalks talks = new HeardTalks();
  private final AmiExchange exchange;

  /** Connects. */
  public ExchangeUnderTest(int port, String secret) {
    AmiSettings settings =
        new AmiSettings(
            "127.0.0.1",
            port,
            Optional.empty(),
            "durchkommen",
            Optional.of(secret),
            "PJSIP/trunk/sip:{number}@127.0.0.1:5070",
            "116117",
            AmiSettings.Limits.STANDARD);
    exchange =
        new AmiExchange(
            settings,
            new Interpreters(Map.of()),
            talks,
            schedule,
            Clock.systemUTC(),
            Duration.ofSeconds(5));
    exchange.start();
    TestLine.awaits(exchange::isPossible);
  }

  /** What it can do. */
  public Exchange exchange() {
    return exchange;
  }

  /** What was told so far, as {@code begins 42}. */
  public List<String> heard() {
    return talks.heard;
  }

  /** Waits until this is told. */
  public void awaits(String told) {
    try {
      TestLine.awaits(() -> talks.heard.contains(told));
    } catch (AssertionError missed) {
      throw new AssertionError("Not told: " + told + ", but " + talks.heard, missed);
    }
  }

  @Override
  public void close() {
    exchange.stop();
    schedule.shutdownNow();
  }
}
