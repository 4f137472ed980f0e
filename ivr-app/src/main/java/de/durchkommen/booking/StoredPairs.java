package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Live pairs by the people who have them. */
final class StoredPairs {
  private static final String PAIRS =
      """
      SELECT pair.person_id, pair.confirmation, pair.centre_id, pair.vaccine_id, vaccine.name,
        pair.fewest_days, pair.most_days, pair.first_seat_id, pair.first_at, pair.second_seat_id,
        pair.second_at, pair.hold
      FROM appointment_pair pair JOIN vaccine ON vaccine.id = pair.vaccine_id
      WHERE pair.person_id IN
      """;

  private final Sql sql;

  StoredPairs(Sql sql) {
    this.sql = sql;
  }

  /** The pairs of these people; one or more. */
  Map<Long, StoredPair> of(List<Long> people) {
    return sql.rows(PAIRS + Sql.tuples(1, people.size()), StoredPairs::pair, people).stream()
        .collect(Collectors.toMap(StoredPair::person, Function.identity()));
  }

  /** The pair of this person, with its row locked until the transaction ends. */
  Optional<StoredPair> locked(long person) {
    boolean there =
        sql.first(
                "SELECT id FROM appointment_pair WHERE person_id = ? FOR UPDATE",
                row -> row.getLong(1),
                List.of(person))
            .isPresent();
    return there ? Optional.ofNullable(of(List.of(person)).get(person)) : Optional.empty();
  }

  private static StoredPair pair(ResultSet row) throws SQLException {
    return new StoredPair(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        new Vaccine(row.getString(4), row.getString(5), row.getInt(6), row.getInt(7)),
        row.getLong(8),
        Sql.local(row, 9),
        row.getLong(10),
        Sql.local(row, 11),
        row.getLong(12));
  }
}
