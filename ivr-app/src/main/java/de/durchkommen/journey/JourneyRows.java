package de.durchkommen.journey;

import de.durchkommen.database.Sql;
import de.durchkommen.journey.Journey.Past;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes journeys and their counts, and forgets them; within one transaction. */
final class JourneyRows {
  private static final String ADDED =
      "INSERT INTO journey (call_id, caller, script, language, begun_at, ended_at, waited_ms, outcome,"
          + " last_prompt, steps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String THERE =
      "SELECT call_id, begun_at FROM journey WHERE (call_id, begun_at) IN (";

  private static final String COUNTED =
      "INSERT INTO journey_loss (day, language, prompt, reached, lost) VALUES (?, ?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE reached = reached + VALUES(reached), lost = lost + VALUES(lost)";

  private static final String OLD = "DELETE FROM journey WHERE ended_at < ? LIMIT ?";

  private static final String OLD_COUNTS = "DELETE FROM journey_loss WHERE day < ? LIMIT ?";

  private final Sql sql;

  JourneyRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * A journey that is to be written.
   *
   * @param caller the hash of the number, in hexadecimal digits; empty when it is not known
   */
  record Row(Past past, Optional<String> caller) {}

  private record Key(String call, Instant begun) {}

  private record Count(int reached, int lost) {
    Count plus(Count more) {
      return new Count(reached + more.reached, lost + more.lost);
    }
  }

  /**
   * Writes these.
   *
   * @param again whether some of them may be there already, as nobody knows what became of the last
   *     try
   */
  void add(List<Row> rows, boolean again) {
    Set<Key> known = again ? there(rows) : new HashSet<>();
    List<Row> missing = rows.stream().filter(row -> known.add(key(row.past()))).toList();
    List<List<@Nullable Object>> values = new ArrayList<>();
    // Sorted: two nodes that count the same prompts do not wait for each other crosswise.
    Map<String, List<@Nullable Object>> keys = new TreeMap<>();
    Map<String, Count> counts = new TreeMap<>();
    for (Row row : missing) {
      values.add(values(row));
      count(row.past(), keys, counts);
    }
    sql.each(ADDED, values);
    List<List<@Nullable Object>> sums = new ArrayList<>();
    counts.forEach((name, count) -> {
      List<@Nullable Object> line = new ArrayList<>(keys.getOrDefault(name, List.of()));
      line.add(count.reached());
      line.add(count.lost());
      sums.add(line);
    });
    sql.each(COUNTED, sums);
  }

  private Set<Key> there(List<Row> rows) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.addAll(List.of(row.past().callId(), row.past().begun())));
    return new HashSet<>(
        sql.rows(
            THERE + Sql.tuples(rows.size(), 2) + ")",
            row -> new Key(row.getString(1), Objects.requireNonNull(Sql.instant(row, 2))),
            values));
  }

  private static Key key(Past past) {
    return new Key(past.callId(), past.begun());
  }

  private static List<@Nullable Object> values(Row row) {
    Past past = row.past();
    return Arrays.<@Nullable Object>asList(
        past.callId(),
        row.caller().map(HexFormat.of()::parseHex).orElse(null),
        past.script(),
        past.language(),
        past.begun(),
        past.ended(),
        past.waited().toMillis(),
        past.outcome(),
        past.last().orElse(null),
        Step.written(past.begun(), past.steps()));
  }

  private static void count(
      Past past, Map<String, List<@Nullable Object>> keys, Map<String, Count> counts) {
    LocalDate day = past.ended().atZone(JourneyLimits.HESSEN).toLocalDate();
    for (String prompt : past.reached()) {
      boolean lost = past.isLost() && past.last().filter(prompt::equals).isPresent();
      count(day, past.language(), prompt, lost, keys, counts);
    }
    count(day, past.language(), "", past.isLost(), keys, counts);
  }

  private static void count(
      LocalDate day,
      String language,
      String prompt,
      boolean lost,
      Map<String, List<@Nullable Object>> keys,
      Map<String, Count> counts) {
    String name = day + " " + language + " " + prompt;
    keys.put(name, List.of(day, language, prompt));
    counts.merge(name, new Count(1, lost ? 1 : 0), Count::plus);
  }

  /**
   * Forgets what is older.
   *
   * @return how many rows
   */
  int forget(Instant before, LocalDate countsBefore) {
    return sql.update(OLD, List.of(before, JourneyLimits.DELETED_AT_ONCE))
        + sql.update(OLD_COUNTS, List.of(countsBefore, JourneyLimits.DELETED_AT_ONCE));
  }
}
