package de.durchkommen.booking;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.LocalTransactions;
import de.durchkommen.database.MariaDb;
import de.durchkommen.database.TestDatabase;
import java.time.LocalDateTime;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of the first version, with appointments and holds in it, is brought up to date. */
class UpgradeTest {
  private static final String FIRST_VERSION = "4";

  @Test
  void appointmentsOfTheFirstVersionStand() throws Exception {
    String address = MariaDb.freshSchema();
    Flyway.configure()
        .dataSource(address, "root", "")
        .locations("classpath:db/migration")
        .target(FIRST_VERSION)
        .load()
        .migrate();
    for (String sql : FILLED.split(";", -1)) {
      if (!sql.isBlank()) {
        MariaDb.execute(address, sql);
      }
    }

    LocalTransactions.migrate(address, "root", "");

    try (Stage stage = new Stage(TestDatabase.at(address + "?socketTimeout=60000"))) {
      assertThat(new Ledger(stage.rows).wrong(Stage.NOW)).isEmpty();
      SeatDesk desk = stage.desk();
      assertThat(desk.appointments(1))
          .isEqualTo(
              new LookUp.Found(
                  new AppointmentPair(
                      "123456",
                      Stage.KASSEL,
                      Stage.COMIRNATY,
                      LocalDateTime.parse("2026-12-10T09:30"),
                      LocalDateTime.parse("2026-12-31T09:30"))));
      assertThat(desk.cancel(1, Stage.TESTER)).isInstanceOf(CancelOutcome.Cancelled.class);
      Stage.booked(desk, 2, Stage.offered(desk, Stage.anywhere()));
      assertThat(new Ledger(stage.rows).wrong(Stage.NOW)).isEmpty();
    }
  }

  private static final String FILLED =
      """
      INSERT INTO centre (id, name, postcode, lat, lon)
        VALUES ('kassel', 'Kassel', '34117', 51.3127, 9.4797);
      INSERT INTO person (id, code, birth_date, name, postcode)
        VALUES (1, '1000000001', '1930-01-01', 'x', '34117'),
          (2, '1000000002', '1930-01-01', 'x', '34117');
      INSERT INTO seat (id, centre_id, starts_at, dose, lane, booked, held_by, held_until)
        VALUES (1, 'kassel', '2026-12-10 09:30', 1, 1, 1, NULL, NULL),
          (2, 'kassel', '2026-12-31 09:30', 2, 1, 1, NULL, NULL),
          (3, 'kassel', '2026-12-10 09:45', 1, 1, 0, 77, '2026-12-01 10:00'),
          (4, 'kassel', '2026-12-31 09:45', 2, 1, 0, 77, '2026-12-01 10:00');
      INSERT INTO appointment_pair (person_id, confirmation, centre_id, first_seat_id, first_at,
          second_seat_id, second_at, booked_at)
        VALUES (1, '123456', 'kassel', 1, '2026-12-10 09:30', 2, '2026-12-31 09:30', NOW());
      INSERT INTO appointment_event (at, kind, person_id, confirmation, centre_id, first_seat_id,
          first_at, second_seat_id, second_at)
        VALUES (NOW(), 'BOOKED', 1, '123456', 'kassel', 1, '2026-12-10 09:30', 2,
          '2026-12-31 09:30')
      """;
}
