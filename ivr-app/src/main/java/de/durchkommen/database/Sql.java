package de.durchkommen.database;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Hand-written SQL within a transaction, for sets of rows: what entities do one by one.
 *
 * <p>Values go to the places marked {@code ?}, in their order; never into the text. An {@link
 * Instant} is stored as the UTC time that the columns hold.
 */
public final class Sql {
  private final EntityManager entities;

  /** SQL in the transaction of this entity manager. */
  public Sql(EntityManager entities) {
    this.entities = entities;
  }

  /** Makes something of the row that a result stands on. */
  @FunctionalInterface
  public interface Row<T> {
    /** What the row says; columns are counted from 1. */
    T of(ResultSet row) throws SQLException;
  }

  private interface Statement<T> {
    T done(PreparedStatement statement) throws SQLException;
  }

  /** What each row of a query says, in the order of the query. */
  public <T> List<T> rows(String sql, Row<T> row, List<?> values) {
    return prepared(
        sql,
        statement -> {
          fill(statement, values);
          try (ResultSet result = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (result.next()) {
              found.add(row.of(result));
            }
            return found;
          }
        });
  }

  /** The only row of a query, or the first; empty when there is none. */
  public <T> Optional<T> first(String sql, Row<T> row, List<?> values) {
    return rows(sql, row, values).stream().findFirst();
  }

  /** Changes rows; returns how many fitted. */
  public int update(String sql, List<?> values) {
    return prepared(
        sql,
        statement -> {
          fill(statement, values);
          return statement.executeUpdate();
        });
  }

  /** Does the same once for each list of values, all in one go; does nothing for none. */
  public void each(String sql, List<? extends List<?>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    prepared(
        sql,
        statement -> {
          for (List<?> values : rows) {
            fill(statement, values);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /** As many question marks as that, for {@code IN (…)}. */
  public static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  /** As many tuples of question marks as that, for {@code VALUES …}. */
  public static String tuples(int count, int width) {
    return String.join(", ", Collections.nCopies(count, "(" + marks(width) + ")"));
  }

  /** The instant in a column of UTC time; null when the column is. */
  public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    @Nullable LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  /** The local time in a column that has one in each row. */
  public static LocalDateTime local(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class);
  }

  private <T> T prepared(String sql, Statement<T> work) {
    return entities
        .unwrap(Session.class)
        .doReturningWork((Connection connection) -> {
          try (PreparedStatement statement = connection.prepareStatement(CallComment.on(sql))) {
            return work.done(statement);
          }
        });
  }

  private static void fill(PreparedStatement statement, List<?> values) throws SQLException {
    int place = 1;
    for (Object value : values) {
      statement.setObject(place++, value instanceof Instant instant ? utc(instant) : value);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
