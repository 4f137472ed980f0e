package de.durchkommen.wallboard;

import de.durchkommen.queue.RoomGlance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What does not work: what {@code /health/ready} says, and what the queues show. */
final class Faults {
  private static final String CALLS_OUT = "callsOut";
  private static final Boolean NO = false;

  private Faults() {}

  /** The checks that fail, by name; may take as long as they take. */
  static Set<String> of(Iterable<HealthCheck> checks) {
    Set<String> faults = new TreeSet<>();
    for (HealthCheck check : checks) {
      HealthCheckResponse said = check.call();
      if (said.getStatus() == HealthCheckResponse.Status.DOWN) {
        faults.add(said.getName());
      }
      if (NO.equals(said.getData().orElse(Map.of()).get(CALLS_OUT))) {
        faults.add("calls-out");
      }
    }
    return faults;
  }

  /** What is seen of the queues. */
  static List<String> seen(
      Optional<RoomGlance> selfService, Optional<RoomGlance> people, Instant now) {
    List<String> faults = new ArrayList<>();
    if (isOld(selfService, now) || isOld(people, now)) {
      faults.add("figures-old");
    }
    if (selfService.filter(room -> room.limit() < room.set()).isPresent()) {
      faults.add("inlet-limited");
    }
    if (people.filter(room -> room.limit() == 0 && room.waitingAll() > 0).isPresent()) {
      faults.add("people-unattended");
    }
    return faults;
  }

  private static boolean isOld(Optional<RoomGlance> room, Instant now) {
    return room.map(RoomGlance::asOf)
        .map(at -> Duration.between(at, now).compareTo(WallboardLimits.OLD_FIGURES) > 0)
        .orElse(true);
  }
}
