package de.durchkommen.bench;

import static de.durchkommen.bench.Sizes.BOOKED_DAYS;
import static de.durchkommen.bench.Sizes.FREE_DAYS;
import static de.durchkommen.bench.Sizes.SLOTS;
import static de.durchkommen.bench.Sizes.SLOT_MINUTES;

import de.durchkommen.database.LocalTransactions;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A schema as the application has it, on the morning before the rush: six centres, the seats of
 * three weeks, the first eleven days of them booked by others.
 */
final class Stage {
  private static final int DAYS = BOOKED_DAYS + FREE_DAYS;

  private final Server server;
  private final Sizes sizes;
  private final String schema;
  private final LocalDate firstDay;

  Stage(Server server, Sizes sizes, String schema, LocalDate firstDay) {
    this.server = server;
    this.sizes = sizes;
    this.schema = schema;
    this.firstDay = firstDay;
  }

  String schema() {
    return schema;
  }

  /** Makes it anew. */
  void made() throws SQLException {
    server.run("", "DROP DATABASE IF EXISTS " + schema, "CREATE DATABASE " + schema);
    LocalTransactions.migrate(server.url() + schema, server.user(), server.password());
    server.run(
        schema, CENTRES, people(), seats(1, 0), seats(2, DAYS), BOOKED, "ANALYZE TABLE seat");
  }

  private static final String CENTRES =
      """
      INSERT INTO centre (id, name, postcode, lat, lon) VALUES
        ('kassel', 'Kassel', '34117', 51.3127, 9.4797),
        ('giessen', 'Gießen', '35390', 50.5841, 8.6784),
        ('fulda', 'Fulda', '36037', 50.5528, 9.6777),
        ('frankfurt', 'Frankfurt', '60311', 50.1109, 8.6821),
        ('wiesbaden', 'Wiesbaden', '65183', 50.0782, 8.2398),
        ('darmstadt', 'Darmstadt', '64283', 49.8728, 8.6512)
      """;

  private String people() {
    return """
    INSERT INTO person (id, code, birth_date, name, postcode)
    SELECT seq, 1000000000 + seq, '1938-05-03', 'x', '34117' FROM seq_1_to_%d
    """
        .formatted(sizes.bookedPairs() + sizes.people());
  }

  private String seats(int dose, int daysLater) {
    return """
    INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane, booked)
    SELECT centre.id, 'comirnaty',
      '%s 08:00' + INTERVAL (day.seq + %d) DAY + INTERVAL (slot.seq * %d) MINUTE,
      %d, lane.seq, day.seq < %d
    FROM centre JOIN seq_0_to_%d day JOIN seq_0_to_%d slot JOIN seq_1_to_%d lane
    ORDER BY centre.id, day.seq, slot.seq, lane.seq
    """
        .formatted(
            firstDay,
            daysLater,
            SLOT_MINUTES,
            dose,
            BOOKED_DAYS,
            DAYS - 1,
            SLOTS - 1,
            sizes.lanes());
  }

  private static final String BOOKED =
      """
      INSERT INTO appointment_pair (person_id, confirmation, centre_id, vaccine_id, fewest_days,
        most_days, first_seat_id, first_at, second_seat_id, second_at, booked_at, hold)
      SELECT ROW_NUMBER() OVER (ORDER BY one.id), 99999 + ROW_NUMBER() OVER (ORDER BY one.id),
        one.centre_id, 'comirnaty', 21, 42, one.id, one.starts_at, two.id, two.starts_at,
        UTC_TIMESTAMP(3), 1
      FROM seat one
      JOIN seat two ON two.centre_id = one.centre_id AND two.lane = one.lane AND two.dose = 2
        AND two.starts_at = one.starts_at + INTERVAL 21 DAY
      WHERE one.dose = 1 AND one.booked = 1
      """;

  /** Frees one of so many of the pairs that were booked in the rush, as if they had never been. */
  int freed(int oneOf) throws SQLException {
    String chosen =
        "person_id > %d AND first_seat_id %% %d = 0".formatted(sizes.bookedPairs(), oneOf);
    long freed = server.number(schema, "SELECT COUNT(*) FROM appointment_pair WHERE " + chosen);
    server.run(
        schema,
        "CREATE TEMPORARY TABLE freed AS SELECT first_seat_id, second_seat_id"
            + " FROM appointment_pair WHERE "
            + chosen,
        "DELETE FROM appointment_pair WHERE " + chosen,
        "UPDATE seat JOIN freed ON seat.id IN (freed.first_seat_id, freed.second_seat_id)"
            + " SET booked = 0");
    return Math.toIntExact(freed);
  }

  /** Seats that more than one appointment has. */
  long doubleBookings() throws SQLException {
    return server.number(
        schema,
        """
        SELECT COALESCE(SUM(times - 1), 0) FROM (
          SELECT COUNT(*) AS times FROM (
            SELECT first_seat_id AS seat FROM appointment_pair
            UNION ALL SELECT second_seat_id FROM appointment_pair) taken
          GROUP BY seat) counted
        """);
  }

  /** Booked seats without a pair, and pairs whose seats are not booked. */
  long orphans() throws SQLException {
    return server.number(
        schema,
        """
        SELECT (SELECT COUNT(*) FROM seat WHERE booked = 1)
          - 2 * (SELECT COUNT(*) FROM appointment_pair)
        """);
  }

  long pairs() throws SQLException {
    return server.number(schema, "SELECT COUNT(*) FROM appointment_pair");
  }
}
