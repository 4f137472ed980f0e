package de.durchkommen.queue;

import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.OutgoingCalls.RingResult;
import de.durchkommen.queue.SimulatedCaller.Doing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Callers who call, wait, give up, call again, ask for a call, and what they meet. */
final class SimulatedTown {
  private static final double MEAN_SECONDS = 240;
  private static final int SHARED_NUMBERS = 40;
  private static final List<String> LANGUAGES = List.of("de", "de", "de", "tr", "ru");

  final Random random;
  final TestClock clock;
  final TicketLedger ledger;
  final List<SimulatedNode> nodes = new ArrayList<>();
  private final TestDatabase rows;
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final List<SimulatedCaller> present = new ArrayList<>();
  private final Map<PhoneNumber, List<SimulatedCaller>> people = new HashMap<>();
  volatile QueueSettings settings;
  final int[] ranges = new int[2];
  int entered;
  private long sequence;

  private record Due(Instant at, long number, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int time = at.compareTo(other.at);
      return time == 0 ? Long.compare(number, other.number) : time;
    }
  }

  SimulatedTown(long seed, TestDatabase rows, TestClock clock, QueueSettings settings) {
    this.random = new Random(seed);
    this.rows = rows;
    this.clock = clock;
    this.settings = settings;
    this.ledger = new TicketLedger(rows.patient());
  }

  void node(String name) {
    SimulatedNode node = new SimulatedNode(name, new FaultyTransactions(rows.transactions()));
    nodes.add(node);
    starts(node);
  }

  void starts(SimulatedNode node) {
    QueueJournal journal =
        new QueueJournal() {
          @Override
          public void happened(Happening what, String language, Duration waited) {}

          @Override
          public void stands(Figures figures) {}

          @Override
          public void proved(boolean kept) {
            ranges[kept ? 0 : 1]++;
          }
        };
    OutgoingCalls telephone =
        new OutgoingCalls() {
          @Override
          public boolean isPossible() {
            return true;
          }

          @Override
          public void place(OutgoingCall call, Consumer<RingResult> result) {
            rings(node, call, result);
          }
        };
    Room.Surroundings around =
        new Room.Surroundings(
            node.name,
            clock,
            new Random(random.nextLong()),
            sql -> settings,
            CallingHours.USUAL,
            telephone,
            journal);
    node.starts(
        new Room(
            TestDatabase.patient(node.transactions), around, new Inlet(Duration.ofMinutes(1))));
  }

  Instant now() {
    return clock.instant();
  }

  void in(double seconds, Runnable what) {
    due.add(new Due(now().plusMillis((long) (seconds * 1e3)), sequence++, what));
  }

  /** Everything whose time has come. */
  void acts() {
    while (!due.isEmpty() && !due.peek().at.isAfter(now())) {
      due.remove().what.run();
    }
  }

  boolean isIdle() {
    return due.isEmpty() && present.isEmpty();
  }

  /** Somebody new calls. */
  void arrives() {
    int id = entered++;
    double kind = random.nextDouble();
    boolean withheld = kind < 0.08;
    boolean shared = !withheld && kind < 0.18;
    long number = shared ? 7_000_000 + random.nextInt(SHARED_NUMBERS) : 10_000_000 + id;
    Instant wish = chance(0.25) ? now().plusSeconds(20 + random.nextInt(240)) : null;
    SimulatedCaller caller =
        new SimulatedCaller(
            withheld ? Optional.empty() : Optional.of(new PhoneNumber("+4969" + number)),
            !shared,
            LANGUAGES.get(random.nextInt(LANGUAGES.size())),
            chance(0.02) ? Arrival.OFFERED : Arrival.ORDINARY,
            now().plusSeconds((long) logNormal(600)),
            wish);
    caller.number.ifPresent(known -> people(known).add(caller));
    calls(caller, false);
  }

  private List<SimulatedCaller> people(PhoneNumber number) {
    return people.computeIfAbsent(number, any -> new ArrayList<>());
  }

  private void calls(SimulatedCaller caller, boolean again) {
    String id = "call-" + sequence++;
    Arrival call = new Arrival(id, caller.number, caller.language, caller.priority);
    comes(caller, call, again && caller.alone && caller.number.isPresent());
  }

  /** The call reaches a node that lives; the dialplan tries again as long as none does. */
  private void comes(SimulatedCaller caller, Arrival call, boolean known) {
    List<SimulatedNode> alive = nodes.stream().filter(SimulatedNode::isAlive).toList();
    if (alive.isEmpty()) {
      caller.later(plan -> in(2, () -> caller.does(plan, () -> comes(caller, call, known))));
      return;
    }
    caller.calls(alive.get(random.nextInt(alive.size())), call, known, now());
    present.add(caller);
  }

  /** All on the line look how they stand. */
  void look() {
    for (SimulatedCaller caller : List.copyOf(present)) {
      Visit stay = caller.visit;
      if (stay != null) {
        caller.looks(ledger, now());
        stands(caller, stay);
      }
    }
    present.removeIf(caller -> caller.visit == null);
  }

  private void stands(SimulatedCaller caller, Visit stay) {
    switch (stay.standing()) {
      case Standing.Admitted() -> {
        if (caller.doing != Doing.TALKING) {
          caller.doing = Doing.TALKING;
          in(logNormal(MEAN_SECONDS), () -> ends(caller, stay));
        }
      }
      case Standing.Waiting waiting -> {
        caller.hears(ledger);
        waits(caller, stay);
      }
      case Standing.Lobby lobby -> waits(caller, stay);
      case Standing.Closed closed -> turnedAway(caller, stay);
      case Standing.Closing closing -> turnedAway(caller, stay);
      case Standing.Pending() -> {}
    }
  }

  private void waits(SimulatedCaller caller, Visit stay) {
    Instant wish = caller.wish;
    if (wish != null && now().isAfter(wish) && caller.number.isPresent()) {
      caller.wish = null;
      wishes(caller, stay);
    } else if (now().isAfter(caller.patience) || chance(0.000_5)) {
      caller.hangsUp(Doing.IDLE);
      again(caller, 0.5);
    }
  }

  private void turnedAway(SimulatedCaller caller, Visit stay) {
    if (caller.number.isPresent() && chance(0.5)) {
      wishes(caller, stay);
    } else if (chance(0.3)) {
      caller.hangsUp(Doing.IDLE);
      again(caller, 0.3);
    }
  }

  private void wishes(SimulatedCaller caller, Visit stay) {
    SimulatedNode node = caller.node;
    if (node == null || caller.number.isEmpty() || caller.asking) {
      return;
    }
    caller.asking = true;
    PhoneNumber number = caller.number.get();
    node.ask(
        () ->
            caller.visit == stay
                ? stay.callBack(number)
                : new CallbackOutcome.Unknown("hung up meanwhile"),
        outcome -> {
          caller.asking = false;
          if (outcome instanceof CallbackOutcome.Kept) {
            caller.isOff(Doing.HOPING);
          }
        });
    if (chance(0.05)) {
      double seconds = 60 + random.nextInt(300);
      caller.later(plan -> in(seconds, () -> caller.does(plan, () -> callsMeanwhile(caller))));
    }
  }

  /** Does not wait for the call. */
  private void callsMeanwhile(SimulatedCaller caller) {
    if (caller.doing == Doing.HOPING) {
      calls(caller, true);
    }
  }

  private void again(SimulatedCaller caller, double likely) {
    if (chance(likely)) {
      double seconds = 5 + random.nextInt(275);
      caller.later(plan -> in(seconds, () -> caller.does(plan, () -> calls(caller, true))));
    }
  }

  private void ends(SimulatedCaller caller, Visit stay) {
    if (caller.visit != stay) {
      return;
    }
    if (chance(0.06)) {
      caller.hangsUp(Doing.IDLE);
      again(caller, 0.7);
    } else {
      stay.served();
      caller.isOff(Doing.IDLE);
    }
  }

  /** A telephone rings, if it may. */
  private void rings(SimulatedNode node, OutgoingCall call, Consumer<RingResult> result) {
    // A round whose answer was lost may have decided it before the hotline closed.
    Instant decided = now().minus(QueueLimits.RING_LIMIT);
    boolean open =
        settings.hours().at(now()) instanceof OpeningHours.State.Open
            || settings.hours().at(decided) instanceof OpeningHours.State.Open;
    if (!open || !CallingHours.USUAL.isOpen(now())) {
      ledger.violated(now() + ": called at a time when nobody is called");
    }
    double luck = random.nextDouble();
    RingResult end =
        luck < 0.7
            ? RingResult.ANSWERED
            : luck < 0.9 ? RingResult.NO_ANSWER : luck < 0.95 ? RingResult.BUSY : RingResult.FAILED;
    in(3 + random.nextInt(35), () -> rang(node, call, end, result));
  }

  private void rang(
      SimulatedNode node, OutgoingCall call, RingResult end, Consumer<RingResult> result) {
    SimulatedCaller caller = free(people(call.number()));
    List<SimulatedNode> alive = nodes.stream().filter(SimulatedNode::isAlive).toList();
    if (caller == null || alive.isEmpty()) {
      result.accept(RingResult.BUSY);
      return;
    }
    result.accept(end);
    if (end == RingResult.ANSWERED) {
      pickedUp(node.isAlive() ? node : alive.getFirst(), call, caller);
    }
  }

  /** Whoever of them waits for a call, or is at home; null when they are all on the line. */
  private static @Nullable SimulatedCaller free(List<SimulatedCaller> people) {
    return people.stream()
        .filter(caller -> caller.visit == null)
        .min(Comparator.comparing(caller -> caller.doing != Doing.HOPING))
        .orElse(null);
  }

  private void pickedUp(SimulatedNode node, OutgoingCall call, SimulatedCaller caller) {
    Arrival arrival =
        new Arrival("back-" + sequence++, Optional.of(call.number()), caller.language, 5);
    boolean machine = chance(0.1);
    node.ask(
        () -> node.room().answers(arrival, call.reference()),
        answer ->
            answer.ifPresent(stay -> {
              if (machine || caller.visit != null) {
                stay.close();
              } else {
                caller.answers(node, arrival, (Visit) stay);
                present.add(caller);
              }
            }));
  }

  /** The process is gone: the dialplan brings its calls to a node again. */
  void dies(SimulatedNode node, double seconds) {
    node.dies(now().plusMillis((long) (seconds * 1e3)));
    for (SimulatedCaller caller : List.copyOf(present)) {
      Arrival call = caller.arrival;
      if (caller.node == node && call != null) {
        caller.isOff(Doing.IDLE);
        if (chance(0.8)) {
          double pause = 2 + random.nextInt(22);
          // Of several at one number, a new one may have the place before this one is back.
          caller.later(
              plan -> in(pause, () -> caller.does(plan, () -> comes(caller, call, caller.alone))));
        } else {
          again(caller, 0.5);
        }
      }
    }
    present.removeIf(caller -> caller.visit == null);
  }

  /** Asterisk is gone, and all its calls with it. */
  void cutsAll(SimulatedNode node) {
    for (SimulatedCaller caller : List.copyOf(present)) {
      if (caller.node == node) {
        caller.hangsUp(Doing.IDLE);
        again(caller, 0.7);
      }
    }
    present.removeIf(caller -> caller.visit == null);
  }

  boolean chance(double likely) {
    return random.nextDouble() < likely;
  }

  private double logNormal(double mean) {
    return mean * Math.exp(0.8 * random.nextGaussian() - 0.32);
  }
}
