package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One round: writes down what happened on this node, and lets in whose turn it is on any node. One
 * transaction; the gate is locked from its beginning to its end.
 */
final class Round {
  private static final String OWN =
      "SELECT visit FROM queue_ticket WHERE node_id = ? AND phase = 'DIALOGUE'";

  private static final String TOLD =
      "UPDATE queue_ticket SET first_position = ?, told_at = ?, told_from_s = ?, told_until_s = ?"
          + " WHERE visit = ? AND told_at IS NULL";

  private final Sql sql;
  private final Terms terms;
  private final Instant now;
  private final Gate gate;
  private final Ends ends;
  private final Map<Long, Entries.Entry> entries = new HashMap<>();
  private final Map<Long, Boolean> wishes = new HashMap<>();
  private final Map<Long, Boolean> answers = new HashMap<>();

  /**
   * What a round goes by.
   *
   * @param node whose round it is
   * @param settings in force
   * @param limit how many dialogues are let in at once
   * @param callable whether anybody can be called now
   */
  record Terms(
      Nodes.Identity node,
      QueueSettings settings,
      int limit,
      boolean callable,
      RandomGenerator random) {}

  Round(Sql sql, Terms terms, Instant now) {
    this.sql = sql;
    this.terms = terms;
    this.now = now;
    this.gate = new Gate(sql, now);
    this.ends = new Ends(sql, now);
  }

  Report worked(List<Event> events) {
    Nodes nodes = new Nodes(sql, now);
    Optional<Long> known = nodes.seen(terms.node());
    long node = known.isPresent() ? known.get() : nodes.added(terms.node());
    buried(nodes);
    Instant opens = new Opening(sql, gate, terms.settings(), terms.random(), now).turned();
    for (List<Event> some : Segments.of(events)) {
      write(some, node, opens);
    }
    ends.expired();
    Turns turns = new Turns(sql, node, now);
    int running = turns.running();
    boolean served = gate.phase() == Gate.Phase.OPEN || !isClosing();
    List<Turns.Ring> rings =
        served
            ? turns.taken(
                terms.limit() - running, terms.callable() && gate.phase() == Gate.Phase.OPEN)
            : List.of();
    gate.write();
    Set<Long> own = new HashSet<>(sql.rows(OWN, row -> row.getLong(1), List.of(node)));
    return new Report(
        now,
        known.isEmpty(),
        gate.phase(),
        opens,
        terms.settings(),
        entries,
        wishes,
        answers,
        own,
        rings,
        running,
        terms.limit());
  }

  private boolean isClosing() {
    return terms.settings().closing() == QueueSettings.ClosingRule.CALL_BACK;
  }

  private void buried(Nodes nodes) {
    List<Long> dead = new ArrayList<>(nodes.before(terms.node()));
    if (gate.isSteady()) {
      dead.addAll(nodes.unseen(terms.node(), now.minus(QueueLimits.DEAD)));
    }
    ends.orphaned(dead, terms.settings().kept(), gate);
    nodes.end(dead);
  }

  /**
   * Of one stay, these come in this order; between stays the order does not matter in a segment.
   */
  private void write(List<Event> some, long node, Instant opens) {
    entries.putAll(new Entries(sql, gate, node, now).entered(of(Event.Entered.class, some)));
    Wishes wished = new Wishes(sql, gate, node, now);
    answers.putAll(wished.answered(of(Event.Answered.class, some)));
    wished.identified(of(Event.Identified.class, some));
    told(of(Event.Told.class, some));
    wishes.putAll(wished.noted(of(Event.Wished.class, some)));
    ends.served(of(Event.Served.class, some).stream().map(Event.Served::visit).toList());
    boolean shut = gate.phase() != Gate.Phase.OPEN && isClosing();
    Instant from = shut && opens.isBefore(Instant.MAX) ? opens : now;
    ends.left(
        of(Event.Left.class, some).stream().map(Event.Left::visit).toList(),
        from.plus(terms.settings().kept()),
        gate);
    ends.rang(of(Event.Rang.class, some), node);
  }

  private void told(List<Event.Told> told) {
    List<List<Object>> rows = new ArrayList<>();
    for (Event.Told one : told) {
      WaitRange range = one.range().orElse(null);
      if (range != null) {
        long until = range.until().orElse(Event.LONGEST).toSeconds();
        rows.add(List.of(one.position(), one.at(), range.from().toSeconds(), until, one.visit()));
      }
    }
    sql.each(TOLD, rows);
  }

  private static <E extends Event> List<E> of(Class<E> kind, List<Event> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
