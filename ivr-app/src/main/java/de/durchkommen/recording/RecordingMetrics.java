package de.durchkommen.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** Recordings in numbers, for Prometheus: of this node. */
@ApplicationScoped
class RecordingMetrics {
  private final MetricRegistry registry;
  private final Recorder recorder;
  private final RecordingFaults faults;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RecordingMetrics() {
    registry = null;
    recorder = null;
    faults = null;
  }

  @Inject
  RecordingMetrics(MetricRegistry registry, Recorder recorder, RecordingFaults faults) {
    this.registry = registry;
    this.recorder = recorder;
    this.faults = faults;
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    registry.gauge(metadata("recording_running", "Talks that are recorded"), recorder::count);
    registry.gauge(
        metadata("recording_faults", "Recordings that failed since the start"), faults::count);
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder()
        .withName(name)
        .withDescription(description)
        .withUnit(MetricUnits.NONE)
        .build();
  }
}
