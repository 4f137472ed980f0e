package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who stands in line for which centre. */
final class WaitingLines {
  /** One look at the head of each line: as many index probes as there are centres. */
  private static final String HEADS =
      """
      SELECT centre.id, (SELECT line.entry_id FROM waiting_line line
        WHERE line.centre_id = centre.id ORDER BY line.entry_id LIMIT 1) AS head
      FROM centre HAVING head IS NOT NULL
      """;

  private static final String FIRST =
      "SELECT entry_id FROM waiting_line WHERE centre_id = ? ORDER BY entry_id LIMIT ?";

  private static final String AHEAD =
      """
      SELECT COUNT(*) FROM (
        SELECT DISTINCT other.entry_id FROM waiting_line mine
        JOIN waiting_line other
          ON other.centre_id = mine.centre_id AND other.entry_id < mine.entry_id
        WHERE mine.entry_id = ? LIMIT ?) ahead
      """;

  private final Sql sql;

  WaitingLines(Sql sql) {
    this.sql = sql;
  }

  /** The centres for which somebody waits. */
  Set<String> centres() {
    return new LinkedHashSet<>(sql.rows(HEADS, row -> row.getString(1), List.of()));
  }

  /** The first entries in line for a centre, in their order. */
  List<Long> first(String centre, int most) {
    return sql.rows(FIRST, row -> row.getLong(1), List.of(centre, most));
  }

  /** How many stand before an entry in one of its lines; counted up to a limit. */
  int ahead(long entry) {
    Optional<Integer> count =
        sql.first(AHEAD, row -> row.getInt(1), List.of(entry, WaitingLimits.LONGEST_COUNT));
    return count.orElse(0);
  }

  void add(long entry, Collection<String> centres) {
    sql.each(
        "INSERT INTO waiting_line (centre_id, entry_id) VALUES (?, ?)",
        centres.stream().map(centre -> List.<Object>of(centre, entry)).toList());
  }

  void remove(List<Long> entries) {
    if (!entries.isEmpty()) {
      sql.update(
          "DELETE FROM waiting_line WHERE entry_id IN " + Sql.tuples(1, entries.size()), entries);
    }
  }
}
