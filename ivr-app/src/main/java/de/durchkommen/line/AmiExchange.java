package de.durchkommen.line;

import de.durchkommen.agent.Exchange;
import de.durchkommen.agent.Interpreters;
import de.durchkommen.agent.TalkEvents;
import de.durchkommen.line.TalkActions.Call;
import de.durchkommen.line.TalkMember.Account;
import de.durchkommen.line.TalkMember.Place;
import de.durchkommen.line.TalkMember.Role;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.recording.Tap;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Talks on one Asterisk: its dialplan holds them (contexts {@code talk} and {@code talk-agent}),
 * and goes on without us; this sends those who talk from one place in it to another.
 *
 * <p>A caller who is held is sent out of the room, to music; the agent stays in it, alone or with
 * whoever is asked for help. So nobody but the caller has to be moved, and an agent who hangs up
 * meanwhile is noticed by the dialplan.
 */
final class AmiExchange implements Exchange, Playback, Tap {
  /** So long a colleague, an interpreter or a supervisor is rung. */
  static final Duration RING = Duration.ofSeconds(25);

  /** Interpreters that are called in any minute. */
  static final int INTERPRETERS_A_MINUTE = 10;

  private static final Logger LOG = System.getLogger(AmiExchange.class.getName());

  private final AmiSettings settings;
  private final Interpreters interpreters;
  private final RingLimit limit;
  private final TalkFeed feed;
  private final TalkActions actions;

  AmiExchange(
      AmiSettings settings,
      Interpreters interpreters,
      TalkEvents events,
      ScheduledExecutorService schedule,
      Clock clock,
      Duration answer) {
    this.settings = settings;
    this.interpreters = interpreters;
    this.limit = new RingLimit(clock, INTERPRETERS_A_MINUTE, INTERPRETERS_A_MINUTE);
    this.feed = new TalkFeed(settings, events, schedule, clock, answer);
    this.actions = feed.actions();
  }

  /**
   * Connects, and stays connected until {@link #stop}.
   *
   * @return false without a secret: there are no talks then
   */
  boolean start() {
    settings.secret().ifPresent(feed::start);
    return settings.secret().isPresent();
  }

  void stop() {
    feed.stop();
  }

  @Override
  public boolean isPossible() {
    return feed.isKnown();
  }

  @Override
  public Outcome held(long talk) {
    if (!isInRoom(talk, Role.AGENT)) {
      return absent();
    }
    return withCaller(
        talk,
        caller ->
            caller.where() == Place.HELD ? Outcome.DONE : actions.sends(caller, TalkActions.HELD));
  }

  /** {@inheritDoc} Whoever was asked meanwhile is not any more. */
  @Override
  public Outcome resumed(long talk) {
    member(talk, Role.SECOND).ifPresent(actions::hangsUp);
    return comesIn(talk);
  }

  private Outcome comesIn(long talk) {
    return withCaller(
        talk,
        caller ->
            caller.where() == Place.ROOM ? Outcome.DONE : actions.sends(caller, TalkActions.ROOM));
  }

  @Override
  public Outcome released(long talk) {
    return member(talk, Role.CALLER).map(this::goes).orElseGet(this::absent);
  }

  /** Whoever has not talked yet is not told that they have; nobody rings for them any more. */
  private Outcome goes(TalkMember caller) {
    boolean rings = caller.where() == Place.RINGING;
    Outcome gone = actions.sends(caller, rings ? TalkActions.OVER : TalkActions.BACK);
    if (gone == Outcome.DONE) {
      feed.rooms().members(caller.talk()).stream()
          .filter(other -> other.role() != Role.CALLER && other.where() == Place.RINGING)
          .forEach(actions::hangsUp);
    }
    return gone;
  }

  @Override
  public Outcome consulted(long talk, String phoneUser) {
    if (!isFree(phoneUser)) {
      return absent();
    }
    Outcome held = held(talk);
    return held == Outcome.DONE
        ? rings(new Account(talk, Role.SECOND), phoneUser, "Rückfrage", "agent", "")
        : held;
  }

  @Override
  public Outcome joined(long talk, String phoneUser) {
    boolean came =
        member(talk, Role.SECOND)
            .filter(second -> second.where() == Place.ROOM && second.isOf(phoneUser))
            .isPresent();
    return came ? comesIn(talk) : absent();
  }

  @Override
  public Outcome handedTo(long talk) {
    Optional<TalkMember> second =
        member(talk, Role.SECOND).filter(member -> member.where() == Place.ROOM);
    if (second.isEmpty()) {
      return absent();
    }
    Optional<TalkMember> first = member(talk, Role.AGENT);
    Outcome outcome = actions.becomes(second.get(), Role.AGENT);
    if (outcome == Outcome.DONE && first.isPresent()) {
      outcome = actions.becomes(first.get(), Role.FORMER);
    }
    if (outcome == Outcome.DONE) {
      outcome = comesIn(talk);
    }
    if (outcome == Outcome.DONE && first.isPresent()) {
      actions.leaves(talk, first.get().channel());
    }
    return outcome;
  }

  @Override
  public Outcome interpreted(long talk, PhoneNumber interpreter) {
    if (!isInRoom(talk, Role.AGENT)) {
      return absent();
    }
    if (!interpreters.has(interpreter) || !limit.begins()) {
      LOG.log(Level.WARNING, "Talk {0}: no interpreter is called", String.valueOf(talk));
      return Outcome.FAILED;
    }
    // Counted by the minute only: who is called so often already rings.
    limit.ended();
    String dial = settings.dial().replace(AmiSettings.NUMBER, interpreter.e164());
    Account who = new Account(talk, Role.INTERPRETER);
    return actions.rings(
        new Call(who, dial, "", settings.callerId(), "guest", ""), RING.toMillis());
  }

  @Override
  public Outcome observed(long talk, String phoneUser, Mode mode) {
    Optional<TalkMember> agent =
        member(talk, Role.AGENT).filter(member -> member.where() == Place.ROOM);
    if (agent.isEmpty() || !isFree(phoneUser)) {
      return absent();
    }
    String extension =
        switch (mode) {
          case LISTEN -> "listen";
          case WHISPER -> "whisper";
          case JOIN -> "guest";
        };
    Account who = new Account(talk, Role.OBSERVER);
    return rings(who, phoneUser, "Mithören", extension, agent.get().channel());
  }

  @Override
  public Outcome ended(long talk) {
    Outcome released = released(talk);
    return released == Outcome.NOT_THERE && isInRoom(talk, Role.AGENT)
        ? actions.leaves(talk, "all")
        : released;
  }

  @Override
  public boolean opens(long talk, UUID key, String address) {
    return member(talk, Role.CALLER)
        .filter(caller -> caller.where() == Place.ROOM || caller.where() == Place.HELD)
        .map(caller -> actions.records(caller, key, address, RING.toMillis()) == Outcome.DONE)
        .orElse(false);
  }

  @Override
  public Ear ear(long talk) {
    if (!feed.isKnown()) {
      return Ear.UNKNOWN;
    }
    return member(talk, Role.CALLER)
        .map(caller ->
            switch (caller.where()) {
              case ROOM -> Ear.OPEN;
              case HELD -> Ear.PAUSED;
              case RINGING, OUT -> Ear.GONE;
            })
        .orElse(Ear.GONE);
  }

  @Override
  public List<Live> live() {
    try {
      return TalkRooms.live(
          feed.channels().stream().flatMap(row -> TalkMember.shown(row).stream()).toList());
    } catch (IOException silent) {
      throw new IllegalStateException("Nobody knows who is on the line", silent);
    }
  }

  @Override
  public void stops(String channel) {
    try {
      feed.sends(Map.of("Action", "ControlPlayback", "Channel", channel, "Control", "stop"));
    } catch (IOException broken) {
      LOG.log(Level.DEBUG, "An announcement goes on: {0}", broken.getMessage());
    }
  }

  private Outcome rings(Account who, String phone, String shown, String extension, String hears) {
    String dial = "PJSIP/" + phone;
    return actions.rings(
        new Call(who, dial, shown, settings.callerId(), extension, hears), RING.toMillis());
  }

  private Outcome withCaller(long talk, Function<TalkMember, Outcome> wish) {
    return member(talk, Role.CALLER)
        .filter(caller -> caller.where() == Place.ROOM || caller.where() == Place.HELD)
        .map(wish)
        .orElseGet(this::absent);
  }

  private boolean isInRoom(long talk, Role role) {
    return member(talk, role).filter(member -> member.where() == Place.ROOM).isPresent();
  }

  private boolean isFree(String phoneUser) {
    return Phones.USER.matcher(phoneUser).matches() && feed.phones().isFree(phoneUser);
  }

  private Optional<TalkMember> member(long talk, Role role) {
    return feed.rooms().member(talk, role);
  }

  /** Nobody is there; or nobody knows whether. */
  private Outcome absent() {
    return feed.isKnown() ? Outcome.NOT_THERE : Outcome.FAILED;
  }
}
