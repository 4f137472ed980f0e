package de.durchkommen.agent;

import de.durchkommen.agent.Seats.Move;
import de.durchkommen.database.Sql;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.queue.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database with three agents (accounts 1 to 3: anna, bert, cora) and their telephones (a, b, c),
 * an exchange that a test plays, and a clock. Empty of talks before each test.
 */
public final class AgentStage implements BeforeEachCallback, AfterAllCallback {
  static final Instant MORNING = Instant.parse("2026-12-01T08:00:00Z");
  static final String NODE = "node-1";

  public final TestDatabase rows = TestDatabase.fresh();
  public final TestClock clock = new TestClock(MORNING);
  final FakeExchange exchange = new FakeExchange();
  final List<String> served = new CopyOnWriteArrayList<>();
  final Set<Long> changed = new ConcurrentSkipListSet<>();
  final Neighbours neighbours = new Neighbours(exchange, new Room(), changed::add);
  final AgentStaff staff = new AgentStaff();
  final StoredHandovers handovers = new StoredHandovers(rows.patient(), clock);
  RunningTalks talks = talks();

  private final class Room implements Queue {
    @Override
    public void begun(String callId) {
      served.add(callId);
    }

    @Override
    public void gone(String callId) {
      served.add("gone " + callId);
    }
  }

  /** The caller at hand, as the desk gets it. */
  public CallerAtHand callers() {
    return new CallerAtHand(new DeskSql(rows.patient(), clock, neighbours));
  }

  /** The caller leaves. */
  public void callerLeft(long talk) {
    talks.callerLeft(talk);
    news();
  }

  /** What goes along with a caller. */
  public Handovers handovers() {
    return handovers;
  }

  /** As after a restart of the application. */
  RunningTalks talks() {
    return new RunningTalks(
        rows.patient(), clock, neighbours, NODE, AgentLimits.NEWS_PAUSE.multipliedBy(2));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    for (String table : List.of("agent_seat", "talk", "handover", "agent", "agent_phone")) {
      rows.execute("DELETE FROM " + table);
    }
    rows.execute("DELETE FROM appointment_pair");
    rows.execute("DELETE FROM person");
    rows.execute("TRUNCATE audit_event");
    rows.execute("DELETE FROM account");
    for (String name : List.of("1:anna", "2:bert", "3:cora")) {
      String[] parts = name.split(":", -1);
      rows.execute(
          "INSERT INTO account (id, name, shown_name, role, hash, must_change, created_at) VALUES"
              + " (%s, '%s', 'Frau %s', 'AGENT', '-', 0, '2026-01-01')"
                  .formatted(parts[0], parts[1], parts[1]));
      rows.execute(
          "INSERT INTO agent_phone (name, created_at) VALUES ('%s', '2026-01-01')"
              .formatted(parts[1].substring(0, 1)));
    }
    clock.set(MORNING);
    exchange.reset();
    served.clear();
    changed.clear();
    talks = talks();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    rows.close();
  }

  <T> T inOne(Function<Sql, T> work) {
    return rows.patient()
        .answer(
            entities -> work.apply(new Sql(entities)),
            why -> {
              throw new IllegalStateException(why);
            });
  }

  <T> T book(Function<TalkBook, T> work) {
    return inOne(sql -> work.apply(new TalkBook(sql, AgentLimits.now(clock))));
  }

  /** Signs in and is ready; a second later than whoever was before. */
  public void ready(long... accounts) {
    for (long account : accounts) {
      clock.pass(Duration.ofSeconds(1));
      String phone = "-abc".substring((int) account, (int) account + 1);
      book(book -> book.seats().add(account, phone));
      happens(account, new SeatEvent.Ready());
    }
  }

  Move happens(long account, SeatEvent event) {
    return book(book -> book.seats().move(account, event));
  }

  /** A round gives this call to that agent; returns the talk's number. */
  public long given(long account, String callId) {
    Staff.Assignment given =
        new Staff.Assignment(account, 100 + account, callId, "de", clock.instant());
    inOne(sql -> {
      staff.roster(sql, clock.instant());
      staff.assigned(sql, given);
      return true;
    });
    return talks.assigned(callId).orElseThrow().id();
  }

  /** The same, and they talk. */
  public long talking(long account, String callId) {
    long talk = given(account, callId);
    talks.rings(talk);
    talks.begins(talk, clock.instant());
    news();
    return talk;
  }

  /** The telephone rings for this talk, and the agent answers. */
  public void talking(long account, String callId, long talk) {
    talks.rings(talk);
    talks.begins(talk, clock.instant());
    news();
  }

  /** Has written all down, and is ready for the next one. */
  public void again(long account) {
    happens(account, new SeatEvent.Wrapped());
  }

  /** What the exchange told is written. */
  public void news() {
    talks.news().writeAll();
  }

  /** State, reason and whether a pause comes next. */
  String seat(long account) {
    List<String> found =
        rows.rows(
            "SELECT state, COALESCE(reason, '-'), next FROM agent_seat WHERE account = " + account);
    return found.isEmpty() ? "gone" : found.getFirst();
  }

  /** How it ended, and whether. */
  String talk(long talk) {
    return rows.rows(
            "SELECT COALESCE(ending, '-'), IF(ended_at IS NULL, 'live', 'ended') FROM talk"
                + " WHERE id = "
                + talk)
        .getFirst();
  }

  List<String> names(List<Staff.Server> servers) {
    List<String> names = new ArrayList<>();
    for (Staff.Server server : servers) {
      names.add(
          server.id() + " " + new TreeSet<>(server.languages()) + new TreeSet<>(server.skills()));
    }
    return names;
  }
}
