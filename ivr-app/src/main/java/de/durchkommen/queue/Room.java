package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.queue.QueueJournal.Happening;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
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
final class Room implements WaitingRoom {
  private static final System.Logger LOG = System.getLogger(Room.class.getName());

  private final Database database;
  private final Surroundings around;
  private final Nodes.Identity node;
  private final LinkedBlockingDeque<Event> events =
      new LinkedBlockingDeque<>(QueueLimits.MOST_EVENTS);
  private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
  private final WaitEstimate estimate = new WaitEstimate();
  private final Inlet inlet;
  private volatile QueueSettings settings = QueueSettings.USUAL;
  private volatile @Nullable Report report;
  private volatile @Nullable Lineup lineup;
  private volatile boolean wanted;
  private Instant settingsRead = Instant.MIN;
  private Instant cleaned = Instant.MIN;

  /**
   * What a room is given.
   *
   * @param name of the node, the same after a restart
   * @param settings reads those in force
   * @param hours when people are called
   */
  record Surroundings(
      String name,
      Clock clock,
      RandomGenerator random,
      Function<Sql, QueueSettings> settings,
      CallingHours hours,
      OutgoingCalls calls,
      QueueJournal journal) {}

  Room(Database database, Surroundings around) {
    this(database, around, new Inlet());
  }

  Room(Database database, Surroundings around, Inlet inlet) {
    this.database = database;
    this.inlet = inlet;
    this.around = around;
    this.node = new Nodes.Identity(around.name(), around.random().nextLong(1, Long.MAX_VALUE));
  }

  @Override
  public Stay enters(Arrival arrival) {
    Visit visit = opened(arrival);
    happened(new Event.Entered(visit.id(), arrival));
    return visit;
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    Visit visit = opened(arrival);
    happened(new Event.Answered(visit.id(), arrival, ticket));
    boolean known = visit.answer(QueueLimits.ANSWER).orElse(false);
    if (!known) {
      visit.close();
      return Optional.empty();
    }
    told(Happening.CALLBACK_REACHED, visit);
    return Optional.of(visit);
  }

  private Visit opened(Arrival arrival) {
    long id = around.random().nextLong(1, Long.MAX_VALUE);
    Visit visit = new Visit(this, id, arrival, now());
    visits.put(id, visit);
    return visit;
  }

  /** To be written down in the next round. */
  void happened(Event event) {
    if (!events.offerLast(event)) {
      LOG.log(Level.ERROR, "Too much waits to be written down; one event is lost");
    }
  }

  /** Nobody waits for this wish any more: it is not to be written down if it is not yet. */
  void withdrawn(Event.Wished wish) {
    events.removeLastOccurrence(wish);
  }

  void served(Visit visit) {
    visits.remove(visit.id());
    happened(new Event.Served(visit.id()));
    told(Happening.SERVED, visit);
  }

  void left(Visit visit) {
    visits.remove(visit.id());
    happened(new Event.Left(visit.id(), visit.arrival()));
    told(Happening.CUT_OFF, visit);
  }

  void kept(Visit visit) {
    visits.remove(visit.id());
    told(Happening.CALLBACK_ASKED, visit);
  }

  private void told(Happening what, Visit visit) {
    Duration waited = Duration.between(visit.entered(), now());
    around.journal().happened(what, visit.arrival().language(), waited);
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
    return last != null && last.limit() < settings.dialogues();
  }

  boolean isCallbackPossible() {
    return settings.callback() && around.calls().isPossible();
  }

  boolean isStockTold() {
    return settings.stock();
  }

  /** When somebody can be called first, whatever their place. */
  Instant earliestCall() {
    Instant open = opens();
    Instant now = now();
    return around.hours().next(open.isAfter(now) && open.isBefore(Instant.MAX) ? open : now);
  }

  /** Waits for something to happen, no longer than until the next round is due. */
  void awaited() throws InterruptedException {
    Event next = events.pollFirst(QueueLimits.ROUND.toMillis(), TimeUnit.MILLISECONDS);
    if (next != null && !events.offerFirst(next)) {
      LOG.log(Level.ERROR, "Too much waits to be written down; one event is lost");
    }
  }

  /**
   * Works one round.
   *
   * @return whether the database answered
   */
  boolean round() {
    List<Event> some = next();
    Optional<Report> worked;
    try {
      worked = worked(some);
    } catch (IllegalStateException bug) {
      return oneByOne(some, bug);
    }
    worked.ifPresent(result -> done(some, result));
    if (worked.isPresent()) {
      lookUp();
    }
    return worked.isPresent();
  }

  private List<Event> next() {
    List<Event> some = new ArrayList<>();
    Iterator<Event> all = events.iterator();
    while (all.hasNext() && some.size() < QueueLimits.EVENTS) {
      some.add(all.next());
    }
    return some;
  }

  private void done(List<Event> some, Report result) {
    some.forEach(events::removeFirstOccurrence);
    published(result);
    result.rings().forEach(this::ring);
  }

  /** One event that cannot be written must not keep the others from it. */
  private boolean oneByOne(List<Event> some, IllegalStateException bug) {
    LOG.log(Level.ERROR, "A round failed: {0}", cause(bug));
    for (Event event : some) {
      try {
        Optional<Report> worked = worked(List.of(event));
        if (worked.isEmpty()) {
          return false;
        }
        done(List.of(event), worked.get());
      } catch (IllegalStateException own) {
        events.removeFirstOccurrence(event);
        LOG.log(Level.ERROR, "{0} is lost: {1}", event.getClass().getSimpleName(), cause(own));
      }
    }
    return true;
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
    long begun = System.nanoTime();
    Optional<Report> result =
        database.answer(
            entities -> {
              Sql sql = new Sql(entities);
              return Optional.of(new Round(sql, terms(sql, now), now).worked(some));
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

  private Round.Terms terms(Sql sql, Instant now) {
    QueueSettings current = settings;
    if (isSettingsOld(now)) {
      current = around.settings().apply(sql);
    }
    boolean callable =
        current.callback() && around.hours().isOpen(now) && around.calls().isPossible();
    int limit = inlet.limit(current.dialogues(), now);
    return new Round.Terms(node, current, limit, callable, around.random());
  }

  private boolean isSettingsOld(Instant now) {
    return settingsRead.equals(Instant.MIN)
        || !settingsRead.plus(QueueLimits.SETTINGS_AGE).isAfter(now);
  }

  private void published(Report result) {
    settings = result.settings();
    if (isSettingsOld(result.at())) {
      settingsRead = result.at();
    }
    report = result;
    if (result.reborn()) {
      visits.values().stream()
          .filter(visit -> visit.state() != Visit.State.PENDING)
          .forEach(visit -> happened(new Event.Entered(visit.id(), visit.arrival())));
    }
    result.entries().forEach((id, entry) -> entered(id, entry, result));
    result.answers().forEach((id, known) -> answered(id, known));
    result.wishes().forEach((id, noted) -> answered(id, noted));
    visits.values().forEach(visit -> turned(visit, result));
  }

  private void entered(long id, Entries.Entry entry, Report result) {
    Visit visit = visits.get(id);
    if (visit == null) {
      return;
    }
    wanted = true;
    switch (entry) {
      case SHUT -> visit.becomes(Visit.State.SHUT);
      case NEW, RETURNED -> {
        if (entry == Entries.Entry.RETURNED && visit.state() == Visit.State.PENDING) {
          visit.isReturning();
          told(Happening.RETURNED, visit);
        } else if (visit.state() == Visit.State.PENDING) {
          told(Happening.ENTERED, visit);
        }
        boolean lobby = result.phase() == Gate.Phase.LOBBY && entry == Entries.Entry.NEW;
        visit.becomes(lobby ? Visit.State.LOBBY : Visit.State.LINE);
      }
    }
  }

  private void answered(long id, boolean yes) {
    Visit visit = visits.get(id);
    if (visit != null) {
      visit.answered(yes);
    }
  }

  private void turned(Visit visit, Report result) {
    Visit.State state = visit.state();
    if (result.dialogues().contains(visit.id())) {
      if (state != Visit.State.DIALOGUE && state != Visit.State.OVER) {
        visit.becomes(Visit.State.DIALOGUE);
        admitted(visit, result.at());
      }
    } else if (state == Visit.State.LOBBY && result.phase() == Gate.Phase.OPEN) {
      wanted = true;
      visit.becomes(Visit.State.LINE);
    } else if (state == Visit.State.SHUT && result.phase() != Gate.Phase.SHUT) {
      happened(new Event.Entered(visit.id(), visit.arrival()));
    } else if (state == Visit.State.LINE) {
      visit.closes(result.isClosing());
    }
  }

  private void admitted(Visit visit, Instant at) {
    told(Happening.ADMITTED, visit);
    visit
        .promise()
        .ifPresent(promise -> {
          Duration wait = Duration.between(promise.at(), at);
          estimate.proved(promise.range(), wait);
          around.journal().proved(promise.range().holds(wait));
        });
  }

  private void ring(Turns.Ring ring) {
    OutgoingCall call =
        new OutgoingCall(
            ring.number(), OutgoingCall.Purpose.CALLBACK, ring.ticket(), QueueLimits.RING);
    try {
      around.calls().place(call, result -> happened(new Event.Rang(ring.ticket(), result)));
    } catch (IllegalStateException failed) {
      LOG.log(Level.WARNING, "Ticket {0} was not called", String.valueOf(ring.ticket()));
      happened(new Event.Rang(ring.ticket(), OutgoingCalls.RingResult.FAILED));
    }
  }

  /** Looks how all stand, when it was long ago or somebody waits to hear it. */
  private void lookUp() {
    Report last = report;
    Lineup old = lineup;
    Instant now = now();
    boolean due = old == null || wanted || !old.at().plus(QueueLimits.LINEUP_AGE).isAfter(now);
    if (last == null || !due) {
      return;
    }
    Optional<Lineup> read =
        database.answer(
            entities -> Optional.of(Lineup.read(new Sql(entities), last, estimate, now)),
            why -> Optional.empty());
    read.ifPresent(fresh -> {
      wanted = false;
      lineup = fresh;
      placed(fresh);
      around.journal().stands(fresh.figures(last));
    });
    clean(now);
  }

  private void placed(Lineup fresh) {
    int position = 0;
    for (Lineup.Row row : fresh.rows()) {
      position++;
      Long id = row.visit();
      Visit visit = id == null ? null : visits.get(id);
      if (visit != null) {
        visit.stands(position, fresh.at());
      }
    }
  }

  private void clean(Instant now) {
    if (!cleaned.equals(Instant.MIN) && cleaned.plus(QueueLimits.CLEANING).isAfter(now)) {
      return;
    }
    cleaned = now;
    List<Object> values = List.of(now.minus(QueueLimits.HISTORY), QueueLimits.CLEANED);
    database.answer(
        entities ->
            new Sql(entities).update("DELETE FROM queue_ticket WHERE ended_at < ? LIMIT ?", values),
        why -> 0);
  }

  /** How many stays are on the lines of this node. */
  int stays() {
    return visits.size();
  }
}
