package de.durchkommen.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/** How this process is known to others: the same after a restart, and no other one's. */
public final class NodeName {
  /** Setting: the name. */
  public static final String KEY = "durchkommen.node";

  private static final String PORT = "durchkommen.agi.port";
  private static final String DEFAULT_PORT = "4573";

  private NodeName() {}

  /** As set; without a setting the host's name and the port for calls. */
  public static String of(Config config) {
    return config
        .getOptionalValue(KEY, String.class)
        .orElseGet(
            () -> host() + ":" + config.getOptionalValue(PORT, String.class).orElse(DEFAULT_PORT));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
