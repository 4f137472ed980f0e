package de.durchkommen.agent;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** How long an agent may write after a talk. */
final class WrapUp {
  private WrapUp() {}

  /**
   * As set.
   *
   * @throws IllegalArgumentException when it is out of its range
   */
  static Duration of(Config config) {
    Duration set =
        config
            .getOptionalValue(AgentLimits.WRAP_UP_KEY, Duration.class)
            .orElse(AgentLimits.WRAP_UP);
    if (set.compareTo(AgentLimits.SHORTEST_WRAP_UP) < 0
        || set.compareTo(AgentLimits.LONGEST_WRAP_UP) > 0) {
      throw new IllegalArgumentException(
          AgentLimits.WRAP_UP_KEY + " has to be from PT5S to PT10M, and is " + set);
    }
    return set;
  }
}
