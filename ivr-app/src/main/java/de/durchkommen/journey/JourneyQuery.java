package de.durchkommen.journey;

import de.durchkommen.database.Sql;
import de.durchkommen.journey.CallHistory.Call;
import de.durchkommen.journey.CallHistory.Funnel;
import de.durchkommen.journey.CallHistory.Line;
import de.durchkommen.journey.CallHistory.Loss;
import de.durchkommen.journey.CallHistory.Part;
import de.durchkommen.journey.CallHistory.Talk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads journeys, by indexes only; within one transaction. */
final class JourneyQuery {
  /** No call ends later than this after its beginning. */
  static final Duration LONGEST_CALL = Duration.ofHours(6);

  /** Nodes write their calls one after the other, and their clocks differ. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private static final String LINE =
      "id, call_id, caller, script, language, begun_at, ended_at, waited_ms, outcome, last_prompt";

  private static final String FOUND = "SELECT " + LINE + " FROM journey WHERE id < ? AND id >= ?";

  private static final String ONE = "SELECT call_id FROM journey WHERE id = ?";

  private static final String PARTS =
      "SELECT " + LINE + ", steps FROM journey WHERE call_id = ? ORDER BY begun_at, id";

  private static final String TALKS =
      "SELECT t.id, t.of_talk, a.shown_name, t.assigned_at, t.begun_at, t.ended_at, t.ending,"
          + " t.wrap_code FROM talk t JOIN account a ON a.id = t.account WHERE t.call_id = ?"
          + " ORDER BY t.assigned_at, t.id";

  private static final String FIRST =
      "SELECT id FROM journey WHERE ended_at >= ? ORDER BY ended_at LIMIT 1";

  private static final String LAST =
      "SELECT id FROM journey WHERE ended_at <= ? ORDER BY ended_at DESC LIMIT 1";

  private static final String LOSSES =
      "SELECT prompt, language, SUM(reached), SUM(lost) FROM journey_loss"
          + " WHERE day BETWEEN ? AND ?";

  private final Sql sql;

  JourneyQuery(Sql sql) {
    this.sql = sql;
  }

  /**
   * What is looked for; all that is empty fits everything.
   *
   * @param from calls that ended then or later
   * @param until calls that began before that
   * @param caller hashes of numbers
   */
  record Wish(
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<String> caller,
      Optional<String> outcome,
      Optional<String> language,
      Optional<String> lastPrompt,
      Optional<String> callId) {}

  /** Those that fit, the newest first. */
  List<Line> found(Wish wish, long below, int most) {
    long from = wish.from().map(this::firstAfter).orElse(0L);
    long until = wish.until().map(this::afterLastBefore).orElse(Long.MAX_VALUE);
    StringBuilder where = new StringBuilder(FOUND);
    List<Object> values = new ArrayList<>(List.of(Math.min(below, until), from));
    and(where, values, " AND ended_at >= ?", wish.from());
    and(where, values, " AND begun_at < ?", wish.until());
    and(where, values, " AND caller = ?", wish.caller().map(HexFormat.of()::parseHex));
    and(where, values, " AND outcome = ?", wish.outcome());
    and(where, values, " AND language = ?", wish.language());
    and(where, values, " AND last_prompt = ?", wish.lastPrompt());
    and(where, values, " AND call_id = ?", wish.callId());
    values.add(most);
    return sql.rows(where + " ORDER BY id DESC LIMIT ?", JourneyQuery::line, values);
  }

  private static void and(
      StringBuilder where, List<Object> values, String condition, Optional<?> value) {
    value.ifPresent(given -> {
      where.append(condition);
      values.add(given);
    });
  }

  private long firstAfter(Instant from) {
    return sql.first(FIRST, row -> row.getLong(1), List.of(from.minus(SLACK)))
        .orElse(Long.MAX_VALUE);
  }

  private long afterLastBefore(Instant until) {
    return sql.first(LAST, row -> row.getLong(1) + 1, List.of(until.plus(LONGEST_CALL))).orElse(0L);
  }

  /** The whole call of which this is a part; empty when there is none (any more). */
  Optional<Call> call(long id) {
    return sql.first(ONE, row -> row.getString(1), List.of(id)).flatMap(this::call);
  }

  private Optional<Call> call(String callId) {
    List<Part> parts = sql.rows(PARTS, JourneyQuery::part, List.of(callId));
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<Talk> talks = sql.rows(TALKS, JourneyQuery::talk, List.of(callId));
    @Nullable String caller =
        parts.stream()
            .map(part -> part.line().caller())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return Optional.of(new Call(callId, caller, parts, talks));
  }

  /** Where callers gave up on these days, both included. */
  Funnel funnel(LocalDate from, LocalDate until, Optional<String> language) {
    StringBuilder query = new StringBuilder(LOSSES);
    List<Object> values = new ArrayList<>(List.of(from, until));
    and(query, values, " AND language = ?", language);
    List<Loss> all =
        sql.rows(
            query + " GROUP BY prompt, language ORDER BY SUM(lost) DESC, SUM(reached) DESC, prompt",
            row -> new Loss(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
            values);
    List<Loss> whole = all.stream().filter(loss -> loss.prompt().isEmpty()).toList();
    return new Funnel(
        from,
        until,
        whole.stream().mapToLong(Loss::reached).sum(),
        whole.stream().mapToLong(Loss::lost).sum(),
        all.stream().filter(loss -> !loss.prompt().isEmpty()).toList());
  }

  private static Line line(ResultSet row) throws SQLException {
    byte @Nullable [] caller = row.getBytes(3);
    return new Line(
        row.getLong(1),
        row.getString(2),
        caller == null ? null : HexFormat.of().formatHex(caller),
        row.getString(4),
        row.getString(5),
        at(row, 6),
        at(row, 7),
        (int) Duration.ofMillis(row.getInt(8)).toSeconds(),
        row.getString(9),
        row.getString(10));
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(line(row), Step.read(at(row, 6), row.getString(11)));
  }

  private static Talk talk(ResultSet row) throws SQLException {
    return new Talk(
        row.getLong(1),
        row.getObject(2, Long.class),
        row.getString(3),
        at(row, 4),
        Sql.instant(row, 5),
        Sql.instant(row, 6),
        row.getString(7),
        row.getString(8));
  }

  private static Instant at(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(Sql.instant(row, column));
  }
}
