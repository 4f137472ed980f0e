package de.durchkommen.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How known booking systems do it: look for a free seat, then save the appointment, with nothing in
 * the database against two who do so at the same time. The seats and their number are the same.
 */
final class Naive {
  private static final String TABLE =
      """
      CREATE OR REPLACE TABLE naive_appointment (
        id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        person_id BIGINT NOT NULL,
        seat_id BIGINT NOT NULL,
        KEY naive_seat (seat_id)
      ) ENGINE = InnoDB
      """;

  private static final String CHECK =
      """
      SELECT seat.id FROM seat
      WHERE seat.vaccine_id = 'comirnaty' AND seat.centre_id = ? AND seat.dose = 1
        AND seat.booked = 0 AND seat.closed = 0
        AND NOT EXISTS (SELECT 1 FROM naive_appointment taken WHERE taken.seat_id = seat.id)
      ORDER BY seat.starts_at, seat.id LIMIT 1
      """;

  private static final String SAVE =
      "INSERT INTO naive_appointment (person_id, seat_id) VALUES (?, ?)";

  private static final String DOUBLE =
      """
      SELECT COALESCE(SUM(times - 1), 0)
      FROM (SELECT COUNT(*) AS times FROM naive_appointment GROUP BY seat_id) counted
      """;

  private static final String[] CENTRES = {
    "kassel", "giessen", "fulda", "frankfurt", "wiesbaden", "darmstadt"
  };

  /** What came of it. */
  record Result(double perSecond, int appointments, long doubleBookings) {}

  private final Server server;
  private final Stage stage;

  Naive(Server server, Stage stage) {
    this.server = server;
    this.stage = stage;
  }

  /** Has so many clients book one dose each, a number of times. */
  Result booked(int clients, int each) throws Exception {
    server.run(stage.schema(), TABLE);
    long nanoseconds =
        Rush.nanoseconds(
            clients,
            client -> {
              Connection connection = server.connected(stage.schema());
              return () -> {
                try (connection) {
                  for (int i = 0; i < each; i++) {
                    book(connection, client * each + i, CENTRES[client % CENTRES.length]);
                  }
                }
              };
            });
    int all = clients * each;
    return new Result(all * 1e9 / nanoseconds, all, server.number(stage.schema(), DOUBLE));
  }

  private static void book(Connection connection, long person, String centre) throws SQLException {
    try (PreparedStatement check = connection.prepareStatement(CHECK);
        PreparedStatement save = connection.prepareStatement(SAVE)) {
      check.setString(1, centre);
      try (ResultSet row = check.executeQuery()) {
        if (row.next()) {
          save.setLong(1, person);
          save.setLong(2, row.getLong(1));
          save.executeUpdate();
        }
      }
    }
  }
}
