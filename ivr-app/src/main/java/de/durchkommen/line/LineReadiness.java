package de.durchkommen.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when one more call can be taken: the AGI port is open and not full. */
@Readiness
@ApplicationScoped
class LineReadiness implements HealthCheck {
  private final Hotline hotline;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  LineReadiness() {
    hotline = null;
  }

  @Inject
  LineReadiness(Hotline hotline) {
    this.hotline = hotline;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("agi-port")
        .withData("callsRunning", hotline.callsRunning())
        .status(hotline.isOpen() && !hotline.isFull())
        .build();
  }
}
