package de.durchkommen.line;

import de.durchkommen.queue.OutgoingCall;
import de.durchkommen.queue.OutgoingCalls;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/**
 * Has Asterisk call people, through its manager port; with several of them, in turns.
 *
 * <p>A call of which Asterisk tells nothing in time has {@link RingResult#FAILED failed} for us; it
 * may ring on nevertheless, and when it is answered its script begins.
 */
@ApplicationScoped
class AmiTelephone implements OutgoingCalls {
  /** Where answered calls begin in the dialplan. */
  static final String CONTEXT = "callback";

  /** The beginning of our channels' ids, by which {@code manager.conf} lets their events pass. */
  static final String CHANNELS = "durchkommen-";

  private static final int RANG = 3;

  private static final Logger LOG = System.getLogger(AmiTelephone.class.getName());

  private final AmiSettings settings;
  private final ScheduledExecutorService schedule;
  private final List<AmiLink> links;
  private final RingLimit limit;
  private final String idStart = CHANNELS + UUID.randomUUID() + "-";
  private final AtomicLong calls = new AtomicLong();
  private final Map<String, Ringing> ringing = new ConcurrentHashMap<>();

  /**
   * A call that is being made.
   *
   * @param cause why it is over, before it is told that it is (ITU-T Q.850); 0 until then
   */
  private record Ringing(Consumer<RingResult> result, AtomicInteger cause) {}

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  AmiTelephone() {
    settings = null;
    schedule = null;
    links = null;
    limit = null;
  }

  @Inject
  AmiTelephone(Config config, Clock clock, ScheduledExecutorService schedule) {
    this(AmiSettings.all(config), clock, schedule);
  }

  /**
   * Not connected yet.
   *
   * @param asterisks each of them can call; they differ in where they are only
   */
  AmiTelephone(List<AmiSettings> asterisks, Clock clock, ScheduledExecutorService schedule) {
    this.settings = asterisks.getFirst();
    this.schedule = schedule;
    this.links =
        asterisks.stream()
            .map(asterisk ->
                new AmiLink(
                    asterisk,
                    new AmiConnection.Login(asterisk.user(), "call"),
                    schedule,
                    clock,
                    this::told))
            .toList();
    this.limit = new RingLimit(clock, settings.limits().aMinute(), settings.limits().atOnce());
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    start();
  }

  /** Connects, and stays connected until {@link #stop}. */
  void start() {
    settings
        .secret()
        .ifPresentOrElse(
            secret -> links.forEach(link -> link.start(secret)),
            () -> LOG.log(Level.INFO, "Nobody is called back: durchkommen.ami.secret is not set"));
  }

  @PreDestroy
  void stop() {
    links.forEach(AmiLink::stop);
  }

  @Override
  public boolean isPossible() {
    return links.stream().anyMatch(AmiLink::isUp);
  }

  @Override
  public void place(OutgoingCall call, Consumer<RingResult> result) {
    AmiLink link =
        next().orElseThrow(() -> new IllegalStateException("No connection to a manager port"));
    if (!limit.begins()) {
      throw new IllegalStateException("More calls than may be made at once or in a minute");
    }
    String id = idStart + calls.incrementAndGet();
    ringing.put(id, new Ringing(result, new AtomicInteger()));
    try {
      link.sends(originate(id, call));
    } catch (IOException broken) {
      if (ringing.remove(id) != null) {
        limit.ended();
      }
      throw new IllegalStateException("Asterisk's manager port is gone", broken);
    }
    after(call.ring().plus(settings.limits().ringSlack()), () -> ended(id, RingResult.FAILED));
  }

  /** One that is there, in turns. */
  private Optional<AmiLink> next() {
    List<AmiLink> up = links.stream().filter(AmiLink::isUp).toList();
    return up.isEmpty()
        ? Optional.empty()
        : Optional.of(up.get((int) Math.floorMod(calls.get(), (long) up.size())));
  }

  private Map<String, String> originate(String id, OutgoingCall call) {
    Map<String, String> action = new LinkedHashMap<>();
    action.put("Action", "Originate");
    action.put("ActionID", id);
    action.put("ChannelId", id);
    action.put("Channel", settings.dial().replace(AmiSettings.NUMBER, call.number().e164()));
    action.put("Context", CONTEXT);
    action.put("Exten", call.purpose().script());
    action.put("Priority", "1");
    action.put("Timeout", String.valueOf(call.ring().toMillis()));
    action.put("CallerID", settings.callerId());
    action.put(
        "Variable",
        "DURCHKOMMEN_REFERENCE=%d,DURCHKOMMEN_LANGUAGE=%s"
            .formatted(call.reference(), call.language()));
    action.put("Async", "true");
    return action;
  }

  private void told(Map<String, String> message) {
    String id = message.getOrDefault("actionid", "");
    boolean success = "Success".equals(message.get("response"));
    switch (message.getOrDefault("event", "")) {
      case "HangupRequest" -> caused(message);
      case "OriginateResponse" -> ended(id, success, number(message, "reason"));
      case "" -> {
        if (message.containsKey("response") && !success) {
          ended(id, RingResult.FAILED);
        }
      }
      default -> {
        // Nothing that we asked for.
      }
    }
  }

  /** Comes just before the result, which does not tell why. */
  private void caused(Map<String, String> message) {
    Ringing call = ringing.get(message.getOrDefault("uniqueid", ""));
    if (call != null) {
      call.cause().set(number(message, "cause"));
    }
  }

  private void ended(String id, boolean success, int reason) {
    Ringing call = ringing.get(id);
    if (call != null) {
      int cause = call.cause().get();
      ended(id, success ? RingResult.ANSWERED : whyNot(reason, cause));
    }
  }

  /**
   * Asterisk's reason 3 says that it rang until the time was over; otherwise the cause tells.
   *
   * @param cause ITU-T Q.850: 17 busy, 18 and 19 no answer, 21 rejected by hand
   */
  private static RingResult whyNot(int reason, int cause) {
    if (reason == RANG) {
      return RingResult.NO_ANSWER;
    }
    return switch (cause) {
      case 17 -> RingResult.BUSY;
      case 18, 19, 21 -> RingResult.NO_ANSWER;
      default -> RingResult.FAILED;
    };
  }

  private static int number(Map<String, String> message, String name) {
    String value = message.getOrDefault(name, "");
    return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
  }

  private void ended(String id, RingResult what) {
    Ringing call = ringing.remove(id);
    if (call == null) {
      return;
    }
    limit.ended();
    try {
      call.result().accept(what);
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "A call's result was not taken: {0}", Trace.of(fault));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it.
  private void after(Duration time, Runnable what) {
    schedule.schedule(what, time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
