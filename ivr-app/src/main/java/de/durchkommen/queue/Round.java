package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One round: writes down what happened on this node, and lets in whose turn it is on any node. One
 * transaction; the gate is locked from its beginning to its end.
 */
final class Round {
  private static final String OWN =
      "SELECT visit, entered_at FROM queue_ticket WHERE node_id = ? AND phase = 'DIALOGUE'";

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
   * @param staff who serves those who wait for a person
   * @param node whose round it is
   * @param settings in force
   * @param limit how many dialogues are let in at once
   * @param callable whether anybody can be called now
   */
  record Terms(
      QueueKind queue,
      Staff staff,
      Nodes.Identity node,
      QueueSettings settings,
      int limit,
      boolean callable,
      RandomGenerator random) {}

  Round(Sql sql, Terms terms, Instant now) {
    this.sql = sql;
    this.terms = terms;
    this.now = now;
    this.gate = new Gate(sql, terms.queue(), now);
    this.ends = new Ends(sql, terms.queue(), now);
  }

  Report worked(List<Event> events) {
    Nodes nodes = new Nodes(sql, terms.queue(), now);
    Optional<Long> known = nodes.seen(terms.node());
    long node = known.isPresent() ? known.get() : nodes.added(terms.node());
    Instant opens = new Opening(sql, gate, terms.settings(), terms.random(), now).turned();
    Instant kept = keptUntil(opens);
    buried(nodes, node, kept);
    for (List<Event> some : Segments.of(events)) {
      write(some, node, kept);
    }
    ends.expired(kept);
    Admission admission =
        switch (terms.queue()) {
          case SELF_SERVICE -> new Turns(sql, terms.queue(), node, now, terms.limit());
          case PEOPLE -> new Matching(sql, terms.queue(), node, now, terms.staff());
        };
    int running = admission.running() + taken(admission);
    gate.write();
    return new Report(
        now,
        known.isEmpty(),
        gate.phase(),
        opens,
        terms.settings(),
        gate.phase() == Gate.Phase.OPEN && terms.callable(),
        entries,
        wishes,
        answers,
        dialogues(node),
        ends.seen(),
        Turns.ringing(sql, node),
        running,
        admission.limit());
  }

  private Map<Long, Instant> dialogues(long node) {
    Map<Long, Instant> own = new HashMap<>();
    sql.rows(OWN, row -> new Since(row.getLong(1), Sql.instant(row, 2)), List.of(node))
        .forEach(since -> own.put(since.visit(), Objects.requireNonNull(since.entered())));
    return own;
  }

  private record Since(long visit, @Nullable Instant entered) {}

  private boolean isClosing() {
    return terms.settings().closing() == QueueSettings.ClosingRule.CALL_BACK;
  }

  private int taken(Admission admission) {
    boolean open = gate.phase() == Gate.Phase.OPEN;
    return open || !isClosing() ? admission.taken(open && terms.callable()) : 0;
  }

  /** When nobody is served any more today, places are kept until the next opening and beyond. */
  private Instant keptUntil(Instant opens) {
    boolean over = gate.phase() != Gate.Phase.OPEN && isClosing() && opens.isBefore(Instant.MAX);
    return over ? QueueLimits.NEXT_OPENING : now.plus(terms.settings().kept());
  }

  private void buried(Nodes nodes, long own, Instant kept) {
    List<Long> dead = new ArrayList<>(nodes.before(terms.node(), own));
    if (gate.isSteady()) {
      dead.addAll(nodes.unseen(terms.node(), now.minus(QueueLimits.DEAD)));
    }
    ends.orphaned(dead, kept);
    nodes.end(dead);
  }

  /**
   * Of one stay, these come in this order; between stays the order does not matter in a segment.
   */
  private void write(List<Event> some, long node, Instant kept) {
    entries.putAll(new Entries(sql, gate, node, now).entered(of(Event.Entered.class, some)));
    Wishes wished = new Wishes(sql, gate, node, now);
    answers.putAll(wished.answered(of(Event.Answered.class, some)));
    wished.identified(of(Event.Identified.class, some));
    sql.each(
        "UPDATE queue_ticket SET language = ? WHERE visit = ?",
        of(Event.Spoke.class, some).stream()
            .map(spoke -> List.<Object>of(spoke.language(), spoke.visit()))
            .toList());
    told(of(Event.Told.class, some));
    wishes.putAll(wished.noted(of(Event.Wished.class, some)));
    ends.begun(of(Event.Begun.class, some).stream().map(Event.Begun::callId).toList());
    ends.served(of(Event.Served.class, some).stream().map(Event.Served::visit).toList());
    ends.left(of(Event.Left.class, some).stream().map(Event.Left::visit).toList(), kept, gate);
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
