package de.durchkommen.line;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * How the AGI port and the line are set up.
 *
 * @param address the one address the port listens on ({@code durchkommen.agi.address})
 * @param port 0 for any free one ({@code durchkommen.agi.port})
 * @param allowed who may connect ({@code durchkommen.agi.allowed}, comma-separated)
 * @param maxCalls calls at once; one more is closed at once ({@code durchkommen.agi.max-calls})
 * @param stopWithin how long running calls may go on when the application stops ({@code
 *     durchkommen.agi.stop-within})
 * @param person Asterisk's dial string of the person's extension ({@code durchkommen.person})
 * @param ring how long the person's telephone rings ({@code durchkommen.person.ring})
 * @param limits what one peer may take
 */
record AgiSettings(
    InetAddress address,
    int port,
    Set<InetAddress> allowed,
    int maxCalls,
    Duration stopWithin,
    String person,
    Duration ring,
    AgiLimits limits) {

  private static final int HIGHEST_PORT = 65_535;

  /** Checks that the values make sense, so that a wrong one stops the start and not a call. */
  AgiSettings {
    allowed = Set.copyOf(allowed);
    require(port >= 0 && port <= HIGHEST_PORT, "durchkommen.agi.port is not a port");
    require(!allowed.isEmpty(), "durchkommen.agi.allowed names nobody who may connect");
    require(maxCalls > 0, "durchkommen.agi.max-calls must be 1 or more");
    require(!stopWithin.isNegative(), "durchkommen.agi.stop-within must not be negative");
    require(person.matches("[A-Za-z0-9_.:/@&-]+"), "durchkommen.person is not a plain dial string");
    require(ring.toSeconds() > 0, "durchkommen.person.ring must be a second or more");
  }

  /**
   * What the configuration says, or the defaults.
   *
   * @throws IllegalArgumentException naming the key whose value is wrong
   */
  static AgiSettings of(Config config) {
    return new AgiSettings(
        addresses("durchkommen.agi.address", text(config, "durchkommen.agi.address", "127.0.0.1"))
            .getFirst(),
        config.getOptionalValue("durchkommen.agi.port", Integer.class).orElse(4573),
        hosts("durchkommen.agi.allowed", text(config, "durchkommen.agi.allowed", "127.0.0.1")),
        config.getOptionalValue("durchkommen.agi.max-calls", Integer.class).orElse(2_000),
        duration(config, "durchkommen.agi.stop-within", Duration.ofSeconds(10)),
        text(config, "durchkommen.person", "PJSIP/person"),
        duration(config, "durchkommen.person.ring", Duration.ofSeconds(20)),
        AgiLimits.STANDARD);
  }

  private static String text(Config config, String key, String otherwise) {
    return config.getOptionalValue(key, String.class).orElse(otherwise);
  }

  private static Duration duration(Config config, String key, Duration otherwise) {
    return config.getOptionalValue(key, Duration.class).orElse(otherwise);
  }

  private static Set<InetAddress> hosts(String key, String names) {
    Set<InetAddress> hosts = new LinkedHashSet<>();
    for (String name : names.split(",", -1)) {
      if (!name.isBlank()) {
        hosts.addAll(addresses(key, name.strip()));
      }
    }
    return hosts;
  }

  private static List<InetAddress> addresses(String key, String name) {
    try {
      return List.of(InetAddress.getAllByName(name));
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(key + " has an unknown host: " + name, unknown);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
