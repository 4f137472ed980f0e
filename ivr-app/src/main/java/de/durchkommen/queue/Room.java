package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.QueueJournal.Happening;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The waiting room of this node. Whatever happens is an event in a list; {@link #round} writes some
 * of the list in one transaction and tells the stays what came of it. What could not be written
 * stays at the head of the list.
 *
 * <p>{@link #round} is for one thread; everything else for any.
 */
final class Room implements PeopleRoom {
  private static final System.Logger LOG = System.getLogger(Room.class.getName());

  private final Database database;
  private final Surroundings around;
  private final Nodes.Identity node;
  private final Backlog backlog = new Backlog();
  private final WaitEstimate estimate = new WaitEstimate();
  private final Stays stays;
  private final Set<Long> rung = new HashSet<>();
  private final Inlet inlet;
  private volatile QueueSettings settings = QueueSettings.USUAL;
  private volatile @Nullable Report report;
  private volatile @Nullable Lineup lineup;
  private Instant settingsRead = Instant.MIN;
  private Instant compared = Instant.MIN;
  private Instant cleaned = Instant.MIN;

  /**
   * What a room is given.
   *
   * @param staff who serves those who wait for a person
   * @param name of the node, the same after a restart
   * @param settings reads those in force
   * @param hours when people are called
   */
  record Surroundings(
      QueueKind queue,
      Staff staff,
      String name,
      Clock clock,
      RandomGenerator random,
      Function<Sql, QueueSettings> settings,
      CallingHours hours,
      OutgoingCalls calls,
      QueueJournal journal) {
    /** Those of the dialogue with the machine. */
    Surroundings(
        String name,
        Clock clock,
        RandomGenerator random,
        Function<Sql, QueueSettings> settings,
        CallingHours hours,
        OutgoingCalls calls,
        QueueJournal journal) {
      this(
          QueueKind.SELF_SERVICE,
          Staff.NOBODY,
          name,
          clock,
          random,
          settings,
          hours,
          calls,
          journal);
    }
  }

  Room(Database database, Surroundings around) {
    this(database, around, new Inlet());
  }

  Room(Database database, Surroundings around, Inlet inlet) {
    this.database = database;
    this.inlet = inlet;
    this.around = around;
    this.stays = new Stays(this, around.journal(), estimate);
    this.node = new Nodes.Identity(around.name(), around.random().nextLong(1, Long.MAX_VALUE));
  }

  @Override
  public Stay enters(Arrival arrival) {
    // Nobody waits for the telephone any more that rang for this call.
    stays.handedOver(arrival.callId()).ifPresent(stays::drop);
    Visit visit = opened(arrival);
    happened(new Event.Entered(visit.id(), arrival));
    return visit;
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    Visit visit = opened(arrival);
    visit.asks();
    happened(new Event.Answered(visit.id(), arrival, ticket));
    boolean known = visit.answer(QueueLimits.ANSWER).orElse(false);
    if (!known) {
      visit.close();
      return Optional.empty();
    }
    stays.told(Happening.CALLBACK_REACHED, visit);
    return Optional.of(visit);
  }

  @Override
  public boolean isStaffed() {
    Report last = report;
    return around.queue() == QueueKind.PEOPLE && last != null && last.limit() > 0;
  }

  @Override
  public boolean isDeserted() {
    Report last = report;
    return last != null && last.limit() == 0;
  }

  @Override
  public boolean keeps(PhoneNumber number) {
    Lineup last = lineup;
    return last != null && last.keeps(number);
  }

  @Override
  public void begun(String callId) {
    stays
        .handedOver(callId)
        .ifPresentOrElse(Visit::served, () -> happened(new Event.Begun(callId)));
  }

  @Override
  public void gone(String callId) {
    stays.handedOver(callId).ifPresent(Visit::lost);
  }

  private Visit opened(Arrival arrival) {
    long id = around.random().nextLong(1, Long.MAX_VALUE);
    Visit visit = new Visit(this, id, arrival, now());
    stays.add(visit);
    return visit;
  }

  /** To be written down in the next round. */
  void happened(Event event) {
    backlog.add(event);
  }

  /** Nobody waits for this wish any more: it is not to be written down if it is not yet. */
  void withdrawn(Event.Wished wish) {
    backlog.withdraw(wish);
  }

  void served(Visit visit) {
    stays.over(visit, Happening.SERVED);
    happened(new Event.Served(visit.id()));
  }

  void left(Visit visit) {
    stays.over(visit, Happening.CUT_OFF);
    happened(new Event.Left(visit.id(), Optional.of(visit.arrival())));
  }

  void kept(Visit visit) {
    stays.over(visit, Happening.CALLBACK_ASKED);
  }

  Instant now() {
    return QueueLimits.now(around.clock());
  }

  Pacing.Pace pace() {
    return new Pacing.Pace(settings.soonest(), settings.latest());
  }

  @Nullable Lineup lineup() {
    return lineup;
  }

  Instant opens() {
    Report last = report;
    return last == null ? now() : last.opens();
  }

  boolean isDraw() {
    return settings.order() == QueueSettings.Order.DRAW;
  }

  boolean isLimited() {
    Report last = report;
    return around.queue() == QueueKind.SELF_SERVICE
        && last != null
        && last.limit() < settings.dialogues();
  }

  boolean isCallbackPossible() {
    return settings.callback() && around.calls().isPossible();
  }

  boolean isStockTold() {
    return settings.stock();
  }

  @Override
  public int priority(int group) {
    return settings.manner().priority(group);
  }

  @Override
  public boolean asksForRecording() {
    return settings.manner().recording();
  }

  @Override
  public Music music() {
    return settings.manner().music();
  }

  /** When people are called. */
  private CallingHours hours(QueueSettings set) {
    return set.manner().calling().orElse(around.hours());
  }

  /** When people are called. */
  CallingHours callingHours() {
    return hours(settings);
  }

  /** When somebody can be called first, whatever their place. */
  Instant earliestCall() {
    Instant open = opens();
    Instant now = now();
    return hours(settings).next(open.isAfter(now) && open.isBefore(Instant.MAX) ? open : now);
  }

  /** Waits for something to happen, no longer than until the next round is due. */
  void awaited() throws InterruptedException {
    backlog.awaited();
  }

  /**
   * Works one round.
   *
   * @return whether it was written down
   */
  boolean round() {
    List<Event> some = backlog.next();
    Optional<Report> worked;
    try {
      worked = worked(some);
    } catch (IllegalStateException bug) {
      LOG.log(Level.ERROR, "A round failed: {0}", cause(bug));
      return oneByOne(some);
    }
    worked.ifPresent(result -> {
      done(some, result);
      lookUp(result);
    });
    return worked.isPresent();
  }

  private void done(List<Event> some, Report result) {
    backlog.done(some);
    published(result);
    ring(result.rings());
  }

  /** One event that cannot be written must not keep the others from it. */
  private boolean oneByOne(List<Event> some) {
    try {
      if (!isWorked(List.of())) {
        return false;
      }
    } catch (IllegalStateException general) {
      // No event is to blame for it.
      return false;
    }
    for (Event event : some) {
      try {
        if (!isWorked(List.of(event))) {
          return false;
        }
      } catch (IllegalStateException own) {
        backlog.done(List.of(event));
        LOG.log(Level.ERROR, "{0} is lost: {1}", event.getClass().getSimpleName(), cause(own));
      }
    }
    return true;
  }

  private boolean isWorked(List<Event> some) {
    Optional<Report> worked = worked(some);
    worked.ifPresent(result -> done(some, result));
    return worked.isPresent();
  }

  /** Without its message, which may quote a number. */
  private static String cause(Throwable bug) {
    Throwable cause = bug.getCause() == null ? bug : bug.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private Optional<Report> worked(List<Event> some) {
    Instant now = now();
    int running = running();
    boolean read = isSettingsOld(now);
    long begun = System.nanoTime();
    Optional<Report> result =
        database.insisted(
            entities -> {
              Sql sql = new Sql(entities);
              QueueSettings current = read ? around.settings().apply(sql) : settings;
              return Optional.of(new Round(sql, terms(current, now), now).worked(some));
            },
            why -> unknown(why));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (result.isPresent()) {
      inlet.answered(longer(took, database.slowest()), running, now);
    } else {
      inlet.silent(running, now);
    }
    return result;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Optional<Report> unknown(String why) {
    LOG.log(Level.WARNING, "The waiting room is written down later: {0}", why);
    return Optional.empty();
  }

  private int running() {
    Report last = report;
    return last == null ? 0 : last.running();
  }

  private Round.Terms terms(QueueSettings current, Instant now) {
    boolean callable =
        current.callback() && hours(current).isOpen(now) && around.calls().isPossible();
    int limit = inlet.limit(current.dialogues(), now);
    return new Round.Terms(
        around.queue(), around.staff(), node, current, limit, callable, around.random());
  }

  private boolean isSettingsOld(Instant now) {
    return settingsRead.equals(Instant.MIN)
        || !settingsRead.plus(QueueLimits.SETTINGS_AGE).isAfter(now);
  }

  private void published(Report result) {
    settings = result.settings();
    estimate.tellsIn(settings.manner().ranges());
    if (isSettingsOld(result.at())) {
      settingsRead = result.at();
    }
    report = result;
    stays.told(result);
  }

  /** Rings those that do not ring yet; also those of a round of which nobody knew the end. */
  private void ring(List<Turns.Ring> rings) {
    rung.retainAll(rings.stream().map(Turns.Ring::ticket).toList());
    rings.stream().filter(ring -> rung.add(ring.ticket())).forEach(this::ring);
  }

  /** Not at night, even if that was decided a moment before and comes about only now. */
  private void ring(Turns.Ring ring) {
    if (!hours(settings).isOpen(now())) {
      happened(new Event.Rang(ring.ticket(), OutgoingCalls.RingResult.FAILED));
      return;
    }
    OutgoingCall call =
        new OutgoingCall(
            ring.number(),
            around.queue().callback(),
            ring.ticket(),
            ring.language(),
            QueueLimits.RING);
    try {
      around.calls().place(call, result -> happened(new Event.Rang(ring.ticket(), result)));
    } catch (IllegalStateException failed) {
      LOG.log(Level.WARNING, "Ticket {0} was not called", String.valueOf(ring.ticket()));
      happened(new Event.Rang(ring.ticket(), OutgoingCalls.RingResult.FAILED));
    }
  }

  /** Looks how all stand, when it was long ago or somebody waits to hear it. */
  private void lookUp(Report last) {
    Lineup old = lineup;
    Instant now = now();
    if (old != null && isRecent(old.at(), QueueLimits.LINEUP_AGE) && !stays.isAnyUnplaced()) {
      return;
    }
    Optional<Lineup> read =
        database.answer(
            entities -> Optional.of(Lineup.read(new Sql(entities), around.queue(), last, now)),
            why -> Optional.empty());
    read.ifPresent(fresh -> {
      fresh.learnedFrom(estimate);
      lineup = fresh;
      stays.told(fresh);
      around.journal().stands(fresh.figures(last));
    });
    compare(now);
    clean(now);
  }

  private boolean isRecent(Instant at, Duration age) {
    return !at.equals(Instant.MIN) && at.plus(age).isAfter(now());
  }

  private void compare(Instant now) {
    if (isRecent(compared, QueueLimits.COMPARING)) {
      return;
    }
    compared = now;
    Optional<Set<Long>> stored =
        database.answer(
            entities -> Optional.of(new Nodes(new Sql(entities), around.queue(), now).stays(node)),
            why -> Optional.empty());
    stored.ifPresent(stays::compared);
  }

  private void clean(Instant now) {
    if (isRecent(cleaned, QueueLimits.CLEANING)) {
      return;
    }
    cleaned = now;
    database.answer(
        entities -> {
          new History(new Sql(entities)).forget(now.minus(QueueLimits.HISTORY));
          return true;
        },
        why -> false);
  }

  /** How many stays are on the lines of this node. */
  int stays() {
    return stays.count();
  }
}
