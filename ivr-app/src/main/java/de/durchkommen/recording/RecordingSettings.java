package de.durchkommen.recording;

import de.durchkommen.settings.NodeName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * How recording is set up.
 *
 * @param people whether those who wait for a person are asked ({@code
 *     durchkommen.people.recording})
 * @param keepDays so many days a recording is kept ({@code durchkommen.recording.keep-days})
 * @param host on which sound is taken ({@code durchkommen.recording.address})
 * @param port 0 for any free one ({@code durchkommen.recording.port})
 * @param allowed who may bring it ({@code durchkommen.agi.allowed})
 * @param folder for the encrypted files ({@code durchkommen.recording.folder})
 * @param keyFile with the keys ({@code durchkommen.recording.key-file}); empty when there is none
 * @param node whose files these are
 */
record RecordingSettings(
    boolean people,
    int keepDays,
    String host,
    int port,
    Set<InetAddress> allowed,
    Path folder,
    Optional<Path> keyFile,
    String node) {
  private static final int HIGHEST_PORT = 65_535;

  /** Checks that the values make sense, so that a wrong one stops the start. */
  RecordingSettings {
    allowed = Set.copyOf(allowed);
    require(
        keepDays >= RecordingLimits.FEWEST_DAYS && keepDays <= RecordingLimits.MOST_DAYS,
        "durchkommen.recording.keep-days has to be from 1 to 365");
    require(host.matches("[A-Za-z0-9.-]+"), "durchkommen.recording.address is no host");
    require(port >= 0 && port <= HIGHEST_PORT, "durchkommen.recording.port is not a port");
    require(!allowed.isEmpty(), "durchkommen.agi.allowed names nobody who may connect");
  }

  /**
   * What the configuration says, or the defaults.
   *
   * @throws IllegalArgumentException naming the key whose value is wrong
   */
  static RecordingSettings of(Config config) {
    Path home = Path.of(text(config, "durchkommen.home", ".durchkommen"));
    return new RecordingSettings(
        Boolean.parseBoolean(text(config, "durchkommen.people.recording", "false")),
        config
            .getOptionalValue("durchkommen.recording.keep-days", Integer.class)
            .orElse(RecordingLimits.KEEP_DAYS),
        text(config, "durchkommen.recording.address", "127.0.0.1"),
        config.getOptionalValue("durchkommen.recording.port", Integer.class).orElse(4574),
        hosts(text(config, "durchkommen.agi.allowed", "127.0.0.1")),
        config
            .getOptionalValue("durchkommen.recording.folder", String.class)
            .map(Path::of)
            .orElse(home.resolve("recordings")),
        config.getOptionalValue("durchkommen.recording.key-file", String.class).map(Path::of),
        NodeName.of(config));
  }

  private static String text(Config config, String key, String otherwise) {
    return config.getOptionalValue(key, String.class).map(String::strip).orElse(otherwise);
  }

  private static Set<InetAddress> hosts(String names) {
    Set<InetAddress> hosts = new LinkedHashSet<>();
    for (String name : names.split(",", -1)) {
      if (!name.isBlank()) {
        hosts.addAll(Set.of(addresses(name.strip())));
      }
    }
    return hosts;
  }

  private static InetAddress[] addresses(String name) {
    try {
      return InetAddress.getAllByName(name);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          "durchkommen.agi.allowed has an unknown host: " + name, unknown);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
