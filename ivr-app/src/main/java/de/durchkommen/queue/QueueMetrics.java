package de.durchkommen.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The waiting room in numbers, for Prometheus ({@code /metrics}): counters of what this node's
 * rounds did, to be summed over the nodes, and gauges of the whole room, alike on all nodes.
 *
 * <p>The service level is {@code queue_admitted_in_time} as a share of {@code queue_admitted}. A
 * gauge is not a number as long as nothing is known; {@code queue_known_seconds} is how old the
 * others are. Languages come from a fixed set, so that no caller makes a time series.
 */
@ApplicationScoped
class QueueMetrics implements QueueJournal {
  /** Spoken to in another one counts as {@link #OTHER}. */
  static final List<String> LANGUAGES =
      List.of("de", "en", "tr", "ru", "uk", "ar", "pl", "fr", "it", "es");

  static final String OTHER = "other";

  private static final Map<Happening, String> DESCRIPTIONS =
      Map.of(
          Happening.ENTERED, "Callers who came in, without those known again",
          Happening.RETURNED, "Callers who came back and had their old place",
          Happening.ADMITTED, "Callers let in to a dialogue",
          Happening.SERVED, "Dialogues that came to their end",
          Happening.CUT_OFF, "Calls that ended before the dialogue did",
          Happening.ABANDONED, "Callers who did not come back while their place was kept",
          Happening.CALLBACK_ASKED, "Callers who wished to be called back",
          Happening.CALLBACK_REACHED, "Callers who were called back and reached",
          Happening.CALLBACK_UNREACHED, "Callers who could not be reached in all tries");

  private static final String PREFIX = "queue";

  private final String prefix;
  private final Clock clock;
  private final Duration serviceLevel;
  private final AtomicReference<Optional<Figures>> latest = new AtomicReference<>(Optional.empty());
  private final Map<Happening, Map<String, Counter>> happenings = new EnumMap<>(Happening.class);
  private final Map<String, Counter> inTime;
  private final Counter held;
  private final Counter missed;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  QueueMetrics() {
    this.prefix = PREFIX;
    this.clock = null;
    this.serviceLevel = null;
    this.inTime = null;
    this.held = null;
    this.missed = null;
  }

  /**
   * Counts in this registry.
   *
   * @param serviceLevel who is let in after that much or less counts as let in in time
   */
  @Inject
  QueueMetrics(
      MetricRegistry registry,
      Clock clock,
      @ConfigProperty(name = "durchkommen.queue.service-level", defaultValue = "PT2M")
          Duration serviceLevel) {
    this(registry, clock, serviceLevel, PREFIX);
  }

  /** The same under names that begin with something else than {@code queue}. */
  QueueMetrics(MetricRegistry registry, Clock clock, Duration serviceLevel, String prefix) {
    this.prefix = prefix;
    this.clock = clock;
    this.serviceLevel = serviceLevel;
    for (Happening what : Happening.values()) {
      String name = "queue_" + what.name().toLowerCase(Locale.ROOT);
      happenings.put(what, counters(registry, name, DESCRIPTIONS.getOrDefault(what, "")));
    }
    this.inTime =
        counters(
            registry,
            "queue_admitted_in_time",
            "Callers let in within durchkommen.queue.service-level");
    String ranges = "Ranges told at entry whose wait has ended, within them or not";
    this.held = registry.counter(described("queue_ranges", ranges), new Tag("held", "yes"));
    this.missed = registry.counter(described("queue_ranges", ranges), new Tag("held", "no"));
    gauges(registry);
  }

  @Override
  public void happened(Happening what, String language, Duration waited) {
    Map<String, Counter> counters = happenings.get(what);
    if (counters != null) {
      count(counters, language);
    }
    if (what == Happening.ADMITTED && waited.compareTo(serviceLevel) <= 0) {
      count(inTime, language);
    }
  }

  @Override
  public void proved(boolean kept) {
    (kept ? held : missed).inc();
  }

  @Override
  public void stands(Figures now) {
    latest.set(Optional.of(now));
  }

  /** How the waiting room stood when this node last looked; empty when it never has. */
  Optional<Figures> latest() {
    return latest.get();
  }

  private void gauges(MetricRegistry registry) {
    for (String language : LANGUAGES) {
      gauge(
          registry,
          described("queue_waiting", "Callers who wait on the line, by language"),
          now -> now.waiting().getOrDefault(language, 0),
          new Tag("language", language));
    }
    gauge(
        registry,
        described("queue_waiting", "Callers who wait on the line, by language"),
        QueueMetrics::others,
        new Tag("language", OTHER));
    gauge(registry, seconds("queue_oldest_seconds", "How long the first has waited"), this::oldest);
    gauge(registry, described("queue_dialogues", "Dialogues that run"), Figures::dialogues);
    gauge(registry, described("queue_dialogue_limit", "Dialogues allowed"), Figures::set);
    gauge(
        registry,
        described("queue_inlet_limit", "Dialogues let in, given how the database answers"),
        Figures::limit);
    gauge(registry, described("queue_absent", "Cut off, with the place kept"), Figures::absent);
    gauge(registry, described("queue_callbacks", "Who waits for a call"), Figures::callbacks);
    gauge(registry, described("queue_ringing", "Who is being called"), Figures::ringing);
    gauge(registry, described("queue_open", "1 while the line is open"), QueueMetrics::open);
    gauge(registry, seconds("queue_known_seconds", "Age of these numbers"), this::age);
  }

  private void gauge(
      MetricRegistry registry, Metadata metadata, ToDoubleFunction<Figures> value, Tag... tags) {
    registry.gauge(
        metadata, () -> latest().map(now -> value.applyAsDouble(now)).orElse(Double.NaN), tags);
  }

  private static double others(Figures now) {
    return now.waiting().entrySet().stream()
        .filter(entry -> !LANGUAGES.contains(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static double open(Figures now) {
    return now.phase() == Gate.Phase.OPEN ? 1 : 0;
  }

  private double oldest(Figures now) {
    return now.waiting().isEmpty() ? 0 : since(now.oldest());
  }

  private double age(Figures now) {
    return since(now.at());
  }

  private double since(Instant then) {
    return Math.max(0, Duration.between(then, clock.instant()).toMillis() / 1e3);
  }

  private Map<String, Counter> counters(MetricRegistry registry, String name, String text) {
    Map<String, Counter> counters = new HashMap<>();
    for (String language : LANGUAGES) {
      counters.put(
          language, registry.counter(described(name, text), new Tag("language", language)));
    }
    counters.put(OTHER, registry.counter(described(name, text), new Tag("language", OTHER)));
    return counters;
  }

  private static void count(Map<String, Counter> counters, String language) {
    Counter counter = counters.get(LANGUAGES.contains(language) ? language : OTHER);
    if (counter != null) {
      counter.inc();
    }
  }

  private Metadata described(String name, String text) {
    return Metadata.builder().withName(named(name)).withDescription(text).build();
  }

  private String named(String name) {
    return prefix + name.substring(PREFIX.length());
  }

  private Metadata seconds(String name, String text) {
    return Metadata.builder()
        .withName(named(name))
        .withDescription(text)
        .withUnit(MetricUnits.SECONDS)
        .build();
  }
}
