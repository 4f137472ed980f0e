package de.durchkommen.launch.phone;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the telephone must know of the hotline that it calls.
 *
 * @param root folder of the tools that the machine has not installed ({@code durchkommen.root});
 *     need not exist if baresip is installed
 * @param sounds folder of rendered prompts ({@code durchkommen.sounds.dir})
 * @param hotline where SIP calls are taken ({@code durchkommen.sip.address} and {@code .port})
 * @param secured where they are taken by TLS ({@code durchkommen.sips.port}), if they are
 * @param apps base addresses of the web app's nodes ({@code durchkommen.phone.apps}, or {@code
 *     durchkommen.http.address} and {@code .port}), one or more
 * @param token file that holds the bearer token of the transcript resource
 * @param pause how long after the beginning of a question keys are pressed ({@code
 *     durchkommen.phone.pause})
 * @param languages that are spoken, in the order of their keys ({@code durchkommen.languages})
 */
public record PhoneSettings(
    Path root,
    Path sounds,
    InetSocketAddress hotline,
    Optional<Secured> secured,
    List<URI> apps,
    Path token,
    Duration pause,
    List<String> languages) {
  /** Copies the lists. */
  public PhoneSettings {
    apps = List.copyOf(apps);
    languages = List.copyOf(languages);
  }

  /**
   * The hotline by TLS.
   *
   * @param certificate by which it is known, as PEM
   */
  public record Secured(InetSocketAddress hotline, Path certificate) {}

  /** A hasty caller's pause. */
  public static final Duration DEFAULT_PAUSE = Duration.ofMillis(300);
}
