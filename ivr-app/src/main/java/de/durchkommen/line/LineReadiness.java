package de.durchkommen.line;

import de.durchkommen.queue.OutgoingCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when one more call can be taken: the AGI port is open and not full, and the node is not
 * drained. Whether people can be called back is told beside that: callers are served without it.
 */
@Readiness
@ApplicationScoped
class LineReadiness implements HealthCheck {
  private final Hotline hotline;
  private final OutgoingCalls telephone;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  LineReadiness() {
    hotline = null;
    telephone = null;
  }

  @Inject
  LineReadiness(Hotline hotline, OutgoingCalls telephone) {
    this.hotline = hotline;
    this.telephone = telephone;
  }

  @Override
  public HealthCheckResponse call() {
    var response =
        HealthCheckResponse.named("agi-port")
            .withData("callsRunning", hotline.callsRunning())
            .withData("callsOut", telephone.isPossible())
            .withData("drained", hotline.isDrained());
    String wrong = wrong();
    return wrong.isEmpty()
        ? response.up().build()
        : response.down().withData("wrong", wrong).build();
  }

  /** Why no more call can be taken; empty when one can. */
  private String wrong() {
    if (!hotline.isOpen()) {
      return "the AGI port is not open yet, or not any more; the log says why";
    }
    if (hotline.isDrained()) {
      return "drained by an operator; ./durchkommen drain NODE --undo takes calls again";
    }
    return hotline.isFull() ? "as many calls as this node may have" : "";
  }
}
