package de.durchkommen.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how it is with recordings. Always ready: callers are served without them. */
@Readiness
@ApplicationScoped
class RecordingReadiness implements HealthCheck {
  private final Recorder recorder;
  private final RecordingFaults faults;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RecordingReadiness() {
    recorder = null;
    faults = null;
  }

  @Inject
  RecordingReadiness(Recorder recorder, RecordingFaults faults) {
    this.recorder = recorder;
    this.faults = faults;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("recording")
            .up()
            .withData("state", state())
            .withData("running", recorder.count())
            .withData("faults", faults.count());
    faults
        .last()
        .ifPresent(fault ->
            answer.withData("lastFault", fault.what()).withData("at", fault.at().toString()));
    return answer.build();
  }

  private String state() {
    if (!recorder.isWanted()) {
      return "off";
    }
    if (recorder.vault().key().isEmpty()) {
      return "no-key";
    }
    return recorder.isPossible() ? "on" : "no-port";
  }
}
