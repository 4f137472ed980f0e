package de.durchkommen.line;

import de.durchkommen.agent.Exchange;
import de.durchkommen.agent.Interpreters;
import de.durchkommen.agent.TalkEvents;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.recording.Recordings;
import de.durchkommen.recording.Tap;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * All Asterisks that calls come in at, as one exchange. Each has a connection of its own, and talks
 * stay where their caller is: a wish goes to the one that has the talk.
 *
 * <p>What becomes of a talk is certain only when each of them answers: one that does not may have
 * it. So a wish for a talk that the others do not know has {@linkplain Outcome#FAILED failed} then,
 * and {@link #live()} does not answer, rather than that a talk which goes on is written down as
 * ended.
 */
@ApplicationScoped
class Exchanges implements Exchange, Playback, Tap {
  private static final Logger LOG = System.getLogger(Exchanges.class.getName());

  private final List<AmiExchange> all;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Exchanges() {
    all = null;
  }

  @Inject
  Exchanges(
      Config config,
      Instance<TalkEvents> events,
      Instance<Recordings> recordings,
      ScheduledExecutorService schedule,
      Clock clock) {
    this(
        connected(
            AmiSettings.all(config),
            Interpreters.of(config),
            new RecordedTalks(
                events.isResolvable() ? events.get() : new Unheard(),
                recordings.isResolvable() ? recordings.get() : talk -> {}),
            schedule,
            clock));
  }

  Exchanges(List<AmiExchange> all) {
    this.all = List.copyOf(all);
  }

  private static List<AmiExchange> connected(
      List<AmiSettings> asterisks,
      Interpreters interpreters,
      TalkEvents events,
      ScheduledExecutorService schedule,
      Clock clock) {
    Reach reach = new Reach(events);
    return asterisks.stream()
        .map(settings ->
            new AmiExchange(
                settings, interpreters, reach.of(settings), schedule, clock, AmiRequests.ANSWER))
        .toList();
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    if (all.stream().filter(AmiExchange::start).count() == 0) {
      LOG.log(Level.INFO, "No talks with agents: durchkommen.ami.secret is not set");
    }
  }

  @PreDestroy
  void stop() {
    all.forEach(AmiExchange::stop);
  }

  /** {@inheritDoc} One of them is enough: who is there can talk. */
  @Override
  public boolean isPossible() {
    return all.stream().anyMatch(AmiExchange::isPossible);
  }

  @Override
  public Outcome held(long talk) {
    return wish(exchange -> exchange.held(talk));
  }

  @Override
  public Outcome resumed(long talk) {
    return wish(exchange -> exchange.resumed(talk));
  }

  @Override
  public Outcome released(long talk) {
    return wish(exchange -> exchange.released(talk));
  }

  @Override
  public Outcome consulted(long talk, String phoneUser) {
    return wish(exchange -> exchange.consulted(talk, phoneUser));
  }

  @Override
  public Outcome joined(long talk, String phoneUser) {
    return wish(exchange -> exchange.joined(talk, phoneUser));
  }

  @Override
  public Outcome handedTo(long talk) {
    return wish(exchange -> exchange.handedTo(talk));
  }

  @Override
  public Outcome interpreted(long talk, PhoneNumber interpreter) {
    return wish(exchange -> exchange.interpreted(talk, interpreter));
  }

  @Override
  public Outcome observed(long talk, String phoneUser, Mode mode) {
    return wish(exchange -> exchange.observed(talk, phoneUser, mode));
  }

  @Override
  public Outcome ended(long talk) {
    return wish(exchange -> exchange.ended(talk));
  }

  /** The first that has the talk; those that have not change nothing. */
  private Outcome wish(Function<AmiExchange, Outcome> what) {
    Outcome result = Outcome.NOT_THERE;
    for (AmiExchange exchange : all) {
      Outcome outcome = what.apply(exchange);
      if (outcome == Outcome.DONE) {
        return outcome;
      }
      result = outcome == Outcome.FAILED ? outcome : result;
    }
    return result;
  }

  @Override
  public boolean opens(long talk, UUID key, String address) {
    return all.stream().anyMatch(exchange -> exchange.opens(talk, key, address));
  }

  @Override
  public Ear ear(long talk) {
    Ear result = Ear.GONE;
    for (AmiExchange exchange : all) {
      Ear ear = exchange.ear(talk);
      if (ear == Ear.OPEN || ear == Ear.PAUSED) {
        return ear;
      }
      result = ear == Ear.UNKNOWN ? ear : result;
    }
    return result;
  }

  @Override
  public List<Live> live() {
    List<Live> rooms = new ArrayList<>();
    all.forEach(exchange -> rooms.addAll(exchange.live()));
    return rooms;
  }

  /**
   * {@inheritDoc} A call's id is of one of them only ({@code systemname}); the others ignore it.
   */
  @Override
  public void stops(String channel) {
    all.forEach(exchange -> exchange.stops(channel));
  }
}
