package de.durchkommen.agent;

import de.durchkommen.booking.HoldKey;
import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Handovers in the database. */
@ApplicationScoped
class StoredHandovers implements Handovers {
  private static final System.Logger LOG = System.getLogger(StoredHandovers.class.getName());

  /** A person who was deleted meanwhile is nobody. */
  private static final String WRITTEN =
      "REPLACE INTO handover (call_id, why, person, language, hold, transcript, written_at)"
          + " VALUES (?, ?, (SELECT id FROM person WHERE id = ?), ?, ?, ?, ?)";

  /** What an earlier talk of the same call has found out goes before what came along. */
  private static final String FOUND =
      """
      SELECT h.call_id, h.why, COALESCE((SELECT t.person FROM talk t WHERE t.call_id = h.call_id
          AND t.person IS NOT NULL ORDER BY t.id DESC LIMIT 1), h.person), h.language,
        COALESCE((SELECT t.hold FROM talk t WHERE t.call_id = h.call_id
          AND t.hold IS NOT NULL ORDER BY t.id DESC LIMIT 1), h.hold), h.transcript
      FROM handover h WHERE h.call_id = ?
      """;

  private static final String BREAKS = "[\\r\\n\\u2028\\u2029]+";

  private final Map<String, Handover> unwritten = new ConcurrentHashMap<>();
  private final Database database;
  private final Clock clock;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  StoredHandovers() {
    this.database = null;
    this.clock = null;
  }

  @Inject
  StoredHandovers(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void wrote(Handover handover) {
    unwritten.remove(handover.callId());
    if (!written(handover) && unwritten.size() < AgentLimits.MOST_UNWRITTEN) {
      unwritten.put(handover.callId(), handover);
    }
  }

  /** Tries again what could not be written; what a later one has replaced is left out. */
  void writeWaiting() {
    for (Handover handover : List.copyOf(unwritten.values())) {
      if (!written(handover)) {
        return;
      }
      unwritten.remove(handover.callId(), handover);
    }
  }

  private boolean written(Handover handover) {
    List<?> values =
        Arrays.asList(
            handover.callId(),
            handover.why().name(),
            handover.person().isPresent() ? handover.person().getAsLong() : null,
            handover.language(),
            handover.hold().map(HoldKey::text).orElse(null),
            lines(handover.transcript()),
            AgentLimits.now(clock));
    return database.answer(
        entities -> new Sql(entities).update(WRITTEN, values) > 0,
        why -> {
          LOG.log(Level.WARNING, "A handover waits for the database: {0}", why);
          return false;
        });
  }

  @Override
  public Optional<Handover> of(String callId) {
    Handover waiting = unwritten.get(callId);
    return waiting != null
        ? Optional.of(waiting)
        : database.answer(entities -> of(new Sql(entities), callId), why -> Optional.empty());
  }

  /** What went along with this call, within a transaction. */
  static Optional<Handover> of(Sql sql, String callId) {
    return sql.first(FOUND, StoredHandovers::handover, List.of(callId));
  }

  private static Handover handover(ResultSet row) throws SQLException {
    Long person = row.getObject(3, Long.class);
    String hold = row.getString(5);
    return new Handover(
        row.getString(1),
        Handover.Why.valueOf(row.getString(2)),
        person == null ? OptionalLong.empty() : OptionalLong.of(person),
        row.getString(4),
        hold == null ? Optional.empty() : HoldKey.parse(hold),
        lines(row.getString(6)));
  }

  private static String lines(List<Handover.Line> transcript) {
    StringBuilder lines = new StringBuilder();
    for (Handover.Line line : transcript) {
      lines.append(line.kind().name().charAt(0));
      lines.append(line.text().replaceAll(BREAKS, " ")).append('\n');
    }
    return lines.toString();
  }

  private static List<Handover.Line> lines(String stored) {
    List<Handover.Line> lines = new ArrayList<>();
    stored
        .lines()
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.add(new Handover.Line(kind(line.charAt(0)), line.substring(1))));
    return lines;
  }

  private static Handover.Kind kind(char letter) {
    return switch (letter) {
      case 'A' -> Handover.Kind.ASKED;
      case 'K' -> Handover.Kind.KEYED;
      default -> Handover.Kind.TOLD;
    };
  }
}
