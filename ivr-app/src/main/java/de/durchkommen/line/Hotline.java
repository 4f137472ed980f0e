package de.durchkommen.line;

import de.durchkommen.call.CallJournal;
import de.durchkommen.call.CallScript;
import de.durchkommen.call.CallbackCall;
import de.durchkommen.call.IncomingCall;
import de.durchkommen.call.OfferedCall;
import de.durchkommen.call.PersonCallback;
import de.durchkommen.call.TalkedCall;
import de.durchkommen.journey.Journeys;
import de.durchkommen.node.Drain;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.queue.OutgoingCall.Purpose;
import de.durchkommen.queue.WaitingRoom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The line of this application: calls are taken from its start to its stop. */
@ApplicationScoped
class Hotline {
  private static final Logger LOG = System.getLogger(Hotline.class.getName());

  private final AgiPort port;
  private final Drain drain;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Hotline() {
    port = null;
    drain = null;
  }

  @Inject
  Hotline(
      Config config,
      Clock clock,
      IncomingCall incoming,
      CallbackCall callback,
      OfferedCall offered,
      PersonCallback person,
      TalkedCall talked,
      CallJournal journal,
      Journeys journeys,
      PromptLibrary library,
      Announcer announcer,
      WaitingRoom room,
      Exchanges exchange,
      Drain drain) {
    this.drain = drain;
    AgiSettings settings = AgiSettings.of(config);
    Voice voice = new Voice(library::spoken, announcer, room::music);
    Map<String, CallScript> scripts =
        Map.of(
            CallHeader.INCOMING,
            incoming,
            Purpose.CALLBACK.script(),
            callback,
            Purpose.OFFER.script(),
            offered,
            Purpose.PERSON.script(),
            person,
            CallHeader.TALKED,
            talked);
    port =
        new AgiPort(
            settings,
            clock,
            new CallFrame(settings, scripts, journal, journeys, voice, exchange, clock));
    port.refusesWhile(drain::isDrained);
    drain.counts(port::callsRunning);
  }

  /** Opens the port; an application that cannot take calls does not start. */
  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    try {
      port.open();
      LOG.log(Level.INFO, "Calls are taken on AGI port {0}", String.valueOf(port.port()));
    } catch (IOException taken) {
      throw new UncheckedIOException("The AGI port cannot be opened", taken);
    }
  }

  /** Closes the port; running calls end first, within the limit. */
  void stopped(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    try {
      port.close();
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "The AGI port did not close: {0}", failure.getMessage());
    }
  }

  /** Whether calls are taken. */
  boolean isOpen() {
    return port.isOpen();
  }

  /** Whether an operator lets this node run empty. */
  boolean isDrained() {
    return drain.isDrained();
  }

  /** Whether one more call would be refused. */
  boolean isFull() {
    return port.isFull();
  }

  /** Calls running now. */
  int callsRunning() {
    return port.callsRunning();
  }
}
