package de.durchkommen.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The queue for people in numbers: those of {@link QueueMetrics} as {@code people_queue_…}. */
@ApplicationScoped
@Typed(PeopleMetrics.class)
class PeopleMetrics extends QueueMetrics {
  static final String PREFIX = "people_queue";

  /** For the container's proxy. */
  PeopleMetrics() {}

  @Inject
  PeopleMetrics(
      MetricRegistry registry,
      Clock clock,
      @ConfigProperty(name = "durchkommen.queue.service-level", defaultValue = "PT2M")
          Duration serviceLevel) {
    super(registry, clock, serviceLevel, PREFIX);
  }
}
