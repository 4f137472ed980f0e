package de.durchkommen.launch;

import de.durchkommen.launch.phone.PhoneSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The running hotline, as the telephone needs to know it. */
final class CalledHotline {
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.:-]+");

  private static final Pattern NODES =
      Pattern.compile("[0-9A-Za-z.-]+:[0-9]{1,5}( *, *[0-9A-Za-z.-]+:[0-9]{1,5})*");

  private CalledHotline() {}

  static PhoneSettings of(Settings settings) {
    Home home = settings.home();
    String sip = settings.text("durchkommen.sip.address", ADDRESS);
    return new PhoneSettings(
        home.root(),
        settings.folder("durchkommen.sounds.dir").orElse(home.path().resolve("sounds")),
        new InetSocketAddress(sip, settings.port("durchkommen.sip.port")),
        secured(settings, sip),
        apps(settings),
        home.run().resolve("token"),
        pause(settings),
        List.of(settings.languages().split(",", -1)));
  }

  private static Optional<PhoneSettings.Secured> secured(Settings settings, String sip) {
    if (!settings.flag("durchkommen.tls")) {
      return Optional.empty();
    }
    Path certificate = Certificate.of(settings, settings.home(), List.of(sip)).certificate();
    int port = settings.port("durchkommen.sips.port");
    return Optional.of(new PhoneSettings.Secured(new InetSocketAddress(sip, port), certificate));
  }

  /** The nodes that are named, or the one that is here. */
  private static List<URI> apps(Settings settings) {
    if (settings.optional("durchkommen.phone.apps").isPresent()) {
      String named = settings.text("durchkommen.phone.apps", NODES);
      return Arrays.stream(named.split(",", -1))
          .map(node -> URI.create("http://" + node.strip() + "/"))
          .toList();
    }
    String http = settings.text("durchkommen.http.address", ADDRESS);
    return List.of(
        URI.create("http://%s:%d/".formatted(http, settings.port("durchkommen.http.port"))));
  }

  private static Duration pause(Settings settings) {
    return settings.optional("durchkommen.phone.pause").isPresent()
        ? settings.time("durchkommen.phone.pause")
        : PhoneSettings.DEFAULT_PAUSE;
  }
}
