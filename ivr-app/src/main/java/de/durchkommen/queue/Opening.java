package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Opening and closing, within one round: who came before gets a place, by lot or as they came. */
final class Opening {
  /** Bytes of a seed: as many as of the digest that is told beforehand. */
  private static final int SEED = 32;

  private static final String PREPARED =
      "INSERT INTO queue_draw (opens, seed, prepared_at) VALUES (?, ?, ?)";

  private static final String UNDRAWN = "SELECT id, seed, opens FROM queue_draw WHERE prepared = 1";

  private static final String MOVED = "UPDATE queue_draw SET opens = ? WHERE id = ?";

  private static final String BEGUN =
      "UPDATE queue_ticket SET phase = 'LINE' WHERE queue = {queue} AND phase = 'LOBBY'";

  /** Who was in line when the hotline closed has the usual time to come back from now on. */
  private static final String BACK =
      "UPDATE queue_ticket SET kept_until = ?"
          + " WHERE queue = {queue} AND reach = 'ABSENT' AND kept_until = ?";

  /**
   * The lots as {@link Draw} explains them, worked out by the database: all of the opening is one
   * round, and that has to end in time however many take part.
   */
  private static final String LOTS =
      "INSERT INTO queue_lot (draw_id, ticket_id, place) SELECT ?, id, ? + ROW_NUMBER() OVER"
          + " (ORDER BY SHA2(CONCAT(UNHEX(?), UNHEX(LPAD(HEX(id), 16, '0'))), 256)) - 1"
          + " FROM queue_ticket WHERE queue = {queue} AND phase = 'LOBBY'";

  private static final String PLACED =
      "UPDATE queue_ticket t JOIN queue_lot l ON l.draw_id = ? AND l.ticket_id = t.id"
          + " SET t.place = l.place, t.phase = 'LINE'";

  private static final String DRAWN =
      "UPDATE queue_draw SET drawn_at = ?, tickets = ?, first_place = ? WHERE id = ?";

  private final Sql sql;
  private final Gate gate;
  private final QueueSettings settings;
  private final RandomGenerator random;
  private final Instant now;

  private record Seed(long draw, String hexadecimal, Instant opens) {}

  Opening(Sql sql, Gate gate, QueueSettings settings, RandomGenerator random, Instant now) {
    this.sql = sql;
    this.gate = gate;
    this.settings = settings;
    this.random = random;
    this.now = now;
  }

  /**
   * Opens or closes when it is time.
   *
   * @return when the line opens; now or before while it is open
   */
  Instant turned() {
    return switch (settings.hours().at(now)) {
      case OpeningHours.State.Open(Instant until) -> {
        if (gate.phase() != Gate.Phase.OPEN) {
          open();
        }
        yield now;
      }
      case OpeningHours.State.Shut(Instant opens) -> {
        boolean lobby = !opens.minus(settings.lobby()).isAfter(now);
        gate.becomes(lobby ? Gate.Phase.LOBBY : Gate.Phase.SHUT);
        if (isDraw() && opens.isBefore(Instant.MAX)) {
          prepare(opens);
        }
        yield opens;
      }
    };
  }

  private boolean isDraw() {
    return settings.order() == QueueSettings.Order.DRAW;
  }

  /** One seed is prepared, and stays the same whenever the line opens. */
  private Seed prepare(Instant opens) {
    Optional<Seed> prepared = prepared();
    if (prepared.isPresent()) {
      if (!prepared.get().opens().equals(opens)) {
        sql.update(MOVED, List.of(opens, prepared.get().draw()));
      }
      return prepared.get();
    }
    byte[] seed = new byte[SEED];
    random.nextBytes(seed);
    sql.update(PREPARED, List.of(opens, HexFormat.of().formatHex(seed), now));
    return prepared().orElseThrow();
  }

  private Optional<Seed> prepared() {
    return sql.first(
        UNDRAWN,
        row ->
            new Seed(row.getLong(1), row.getString(2), Objects.requireNonNull(Sql.instant(row, 3))),
        List.of());
  }

  private void open() {
    gate.becomes(Gate.Phase.OPEN);
    if (isDraw()) {
      draw();
    }
    sql.update(gate.queue().in(BEGUN), List.of());
    sql.update(gate.queue().in(BACK), List.of(now.plus(settings.kept()), QueueLimits.NEXT_OPENING));
  }

  private void draw() {
    // Normally prepared long before; an opening that nobody foresaw has one made now.
    Seed seed = prepared().orElseGet(() -> prepare(now));
    long first = gate.places(0);
    int tickets =
        sql.update(gate.queue().in(LOTS), List.of(seed.draw(), first, seed.hexadecimal()));
    if (tickets > 0) {
      gate.places(tickets);
      sql.update(PLACED, List.of(seed.draw()));
      sql.update(DRAWN, List.of(now, tickets, first, seed.draw()));
    }
  }
}
