package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestClock;
import de.durchkommen.queue.QueueJournal.Figures;
import de.durchkommen.queue.QueueJournal.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;

class QueueMetricsTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final Duration LEVEL = Duration.ofMinutes(2);

  private final TestClock clock = new TestClock(NOW);
  private final Map<String, AtomicLong> counts = new HashMap<>();
  private final Map<String, Supplier<Double>> gauges = new HashMap<>();
  private final QueueMetrics metrics = new QueueMetrics(registry(), clock, LEVEL);

  /** Somebody else's registry, by the names that Prometheus will see. */
  private MetricRegistry registry() {
    MetricRegistry registry = Mockito.mock();
    Mockito.when(
            registry.counter(ArgumentMatchers.<Metadata>any(), ArgumentMatchers.any(Tag[].class)))
        .thenAnswer(this::counter);
    Mockito.when(
            registry.gauge(
                ArgumentMatchers.<Metadata>any(),
                ArgumentMatchers.<Supplier<Double>>any(),
                ArgumentMatchers.any(Tag[].class)))
        .thenAnswer(asked -> {
          gauges.put(name(asked, 2), asked.getArgument(1));
          return null;
        });
    return registry;
  }

  private Counter counter(InvocationOnMock asked) {
    AtomicLong count = new AtomicLong();
    assertThat(counts.put(name(asked, 1), count)).as("each once").isNull();
    Counter counter = Mockito.mock();
    Mockito.doAnswer(counted -> count.incrementAndGet()).when(counter).inc();
    return counter;
  }

  private static String name(InvocationOnMock asked, int firstTag) {
    StringBuilder name = new StringBuilder(asked.<Metadata>getArgument(0).getName());
    for (int i = firstTag; i < asked.getArguments().length; i++) {
      name.append(' ').append(asked.<Tag>getArgument(i).getTagValue());
    }
    return name.toString();
  }

  private long count(String name) {
    AtomicLong count = counts.get(name);
    if (count == null) {
      throw new AssertionError(name + " is not among " + counts.keySet());
    }
    return count.get();
  }

  private double gauge(String name) {
    Supplier<Double> gauge = gauges.get(name);
    if (gauge == null) {
      throw new AssertionError(name + " is not among " + gauges.keySet());
    }
    return gauge.get();
  }

  private static Figures figures(Gate.Phase phase, Map<String, Integer> waiting) {
    return new Figures(
        NOW, phase, NOW, waiting, NOW.minusSeconds(90), 3, 4, 5, 6, 7, 8, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void whatHappensIsCountedByLanguage(Happening what) {
    metrics.happened(what, "tr", Duration.ZERO);
    metrics.happened(what, "xx", Duration.ZERO);
    metrics.happened(what, "yy", Duration.ZERO);
    String name = "queue_" + what.name().toLowerCase(Locale.ROOT);
    assertThat(count(name + " tr")).isEqualTo(1);
    assertThat(count(name + " other")).isEqualTo(2);
    assertThat(count(name + " de")).isZero();
  }

  @Test
  void theServiceLevelHasBothItsSides() {
    metrics.happened(Happening.ADMITTED, "de", LEVEL);
    metrics.happened(Happening.ADMITTED, "de", LEVEL.plusMillis(1));
    metrics.happened(Happening.CUT_OFF, "de", Duration.ZERO);
    assertThat(count("queue_admitted de")).isEqualTo(2);
    assertThat(count("queue_admitted_in_time de")).isEqualTo(1);
  }

  @Test
  void rangesAreCountedAsTheyEnd() {
    metrics.proved(true);
    metrics.proved(true);
    metrics.proved(false);
    assertThat(count("queue_ranges yes")).isEqualTo(2);
    assertThat(count("queue_ranges no")).isEqualTo(1);
  }

  @Test
  void beforeAnythingIsKnownNoGaugeIsANumber() {
    assertThat(metrics.latest()).isEmpty();
    assertThat(gauges.values()).isNotEmpty().allMatch(gauge -> gauge.get().isNaN());
  }

  @Test
  void gaugesTellTheLatestFigures() {
    metrics.stands(figures(Gate.Phase.OPEN, Map.of("de", 11, "tr", 2, "xx", 1, "yy", 3)));
    clock.pass(Duration.ofSeconds(10));
    assertThat(gauge("queue_waiting de")).isEqualTo(11);
    assertThat(gauge("queue_waiting tr")).isEqualTo(2);
    assertThat(gauge("queue_waiting en")).isZero();
    assertThat(gauge("queue_waiting other")).isEqualTo(4);
    assertThat(gauge("queue_oldest_seconds")).isEqualTo(100);
    assertThat(gauge("queue_known_seconds")).isEqualTo(10);
    assertThat(gauge("queue_dialogues")).isEqualTo(3);
    assertThat(gauge("queue_inlet_limit")).isEqualTo(4);
    assertThat(gauge("queue_dialogue_limit")).isEqualTo(5);
    assertThat(gauge("queue_absent")).isEqualTo(6);
    assertThat(gauge("queue_callbacks")).isEqualTo(7);
    assertThat(gauge("queue_ringing")).isEqualTo(8);
    assertThat(gauge("queue_open")).isEqualTo(1);
    metrics.stands(figures(Gate.Phase.LOBBY, Map.of()));
    assertThat(gauge("queue_oldest_seconds")).isZero();
    assertThat(gauge("queue_open")).isZero();
  }
}
