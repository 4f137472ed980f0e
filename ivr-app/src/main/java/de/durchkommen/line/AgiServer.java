package de.durchkommen.line;

import de.durchkommen.call.CallJournal;
import de.durchkommen.call.CallScript;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The line without the application around it, for measurements: the same port, the same frame
 * around every call, on this host only.
 */
public final class AgiServer implements AutoCloseable {
  private static final String PERSON = "PJSIP/person";
  private static final Duration RING = Duration.ofSeconds(20);

  private final AgiPort port;

  /**
   * A server that is not open yet.
   *
   * @param port on the loopback address
   * @param atOnce so many calls at once, 1 or more; one more is closed
   * @param script what happens in each call
   * @param wording makes words of what is to be said
   * @param announcer makes audio of words
   */
  public AgiServer(
      int port,
      int atOnce,
      CallScript script,
      BiFunction<Utterance, Locale, SpokenText> wording,
      Announcer announcer,
      Clock clock) {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    AgiSettings settings =
        new AgiSettings(
            here, port, Set.of(here), atOnce, Duration.ZERO, PERSON, RING, AgiLimits.STANDARD);
    Voice voice = new Voice(wording::apply, announcer);
    Map<String, CallScript> scripts = Map.of(CallHeader.INCOMING, script);
    this.port =
        new AgiPort(
            settings,
            clock,
            new CallFrame(
                settings, scripts, new CallJournal(), path -> {}, voice, Playback.ENDLESS, clock));
  }

  /**
   * Takes calls from now on.
   *
   * @throws IOException when the port is taken
   */
  public void open() throws IOException {
    port.open();
  }

  /** Calls running now. */
  public int callsRunning() {
    return port.callsRunning();
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
