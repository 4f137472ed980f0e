package de.durchkommen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The limit: the same rows written with bare JDBC and hand-written SQL, each pair in a transaction
 * of its own, each commit flushed. Everybody has a connection, knows beforehand which two seats are
 * theirs, and neither searches nor holds: nothing is done but what must be.
 */
final class RawLimit {
  private static final String FREE =
      """
      SELECT one.id, one.centre_id, one.starts_at, two.id, two.starts_at
      FROM seat one
      JOIN seat two ON two.centre_id = one.centre_id AND two.lane = one.lane AND two.dose = 2
        AND two.starts_at = one.starts_at + INTERVAL 21 DAY
      WHERE one.dose = 1 AND one.booked = 0
      """;

  private static final String SEATS =
      "UPDATE seat SET booked = 1 WHERE id IN (?, ?) AND booked = 0";

  private static final String PAIR =
      "INSERT INTO appointment_pair (person_id, confirmation, centre_id, vaccine_id, fewest_days,"
          + " most_days, first_seat_id, first_at, second_seat_id, second_at, booked_at, hold)"
          + " VALUES (?, ?, ?, 'comirnaty', 21, 42, ?, ?, ?, ?, ?, ?)";

  private static final String EVENT =
      "INSERT INTO appointment_event (at, kind, person_id, confirmation, centre_id, first_seat_id,"
          + " first_at, second_seat_id, second_at, channel, actor, reference)"
          + " VALUES (?, 'BOOKED', ?, ?, ?, ?, ?, ?, ?, 'API', 'bench', 'request')";

  private record Seats(
      long first, String centre, LocalDateTime firstAt, long second, LocalDateTime secondAt) {}

  private final Server server;
  private final Sizes sizes;
  private final Stage stage;

  RawLimit(Server server, Sizes sizes, Stage stage) {
    this.server = server;
    this.sizes = sizes;
    this.stage = stage;
  }

  /** Claims all free pairs by so many connections; returns pairs a second. */
  double pairsPerSecond(int connections) throws Exception {
    List<Seats> all = free();
    AtomicInteger next = new AtomicInteger();
    List<Connection> open = new ArrayList<>();
    long nanoseconds =
        Rush.nanoseconds(
            connections,
            client -> {
              Connection connection = server.connected(stage.schema());
              open.add(connection);
              connection.setAutoCommit(false);
              return () -> {
                for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                  claim(connection, all.get(i), i);
                }
              };
            });
    for (Connection connection : open) {
      connection.close();
    }
    return all.size() * 1e9 / nanoseconds;
  }

  private List<Seats> free() throws SQLException {
    List<Seats> all = new ArrayList<>();
    try (Connection connection = server.connected(stage.schema());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(FREE)) {
      while (row.next()) {
        all.add(
            new Seats(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, LocalDateTime.class),
                row.getLong(4),
                row.getObject(5, LocalDateTime.class)));
      }
    }
    return all;
  }

  private void claim(Connection connection, Seats seats, int number) throws SQLException {
    long person = sizes.bookedPairs() + 1L + number;
    String confirmation = Integer.toString(100_000 + sizes.bookedPairs() + number);
    Timestamp now = Timestamp.from(Instant.now());
    try (PreparedStatement claim = connection.prepareStatement(SEATS);
        PreparedStatement pair = connection.prepareStatement(PAIR);
        PreparedStatement event = connection.prepareStatement(EVENT)) {
      fill(claim, seats.first(), seats.second());
      if (claim.executeUpdate() != 2) {
        throw new IllegalStateException("A seat that was dealt out is taken");
      }
      fill(
          pair,
          person,
          confirmation,
          seats.centre(),
          seats.first(),
          seats.firstAt(),
          seats.second(),
          seats.secondAt(),
          now,
          2L);
      pair.executeUpdate();
      fill(
          event,
          now,
          person,
          confirmation,
          seats.centre(),
          seats.first(),
          seats.firstAt(),
          seats.second(),
          seats.secondAt());
      event.executeUpdate();
      connection.commit();
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
