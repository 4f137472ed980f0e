package de.durchkommen.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleDeletionTest {
  private static final int KEEP_DAYS = 30;
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final ScheduledExecutorService SCHEDULE = Executors.newScheduledThreadPool(1);

  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T11:00:00Z"));

  @BeforeEach
  void empty() {
    for (String table :
        List.of(
            "appointment_pair",
            "seat",
            "code_attempt",
            "person",
            "centre",
            "seat_day_count",
            "people_import")) {
      ROWS.execute("DELETE FROM " + table);
    }
    ROWS.execute("TRUNCATE audit_event");
    ROWS.execute("TRUNCATE appointment_event");
    ROWS.execute(
        "INSERT INTO centre (id, name, postcode, lat, lon)"
            + " VALUES ('kassel', 'Kassel', '34117', 51.3127, 9.4797)");
  }

  @AfterAll
  static void close() {
    SCHEDULE.shutdownNow();
    ROWS.close();
  }

  private PeopleDeletion deletion() {
    return deletion(KEEP_DAYS);
  }

  private PeopleDeletion deletion(int days) {
    return new PeopleDeletion(ROWS.patient(), clock, SCHEDULE, days);
  }

  /** Somebody with a code that was mistyped once. */
  private static void person(int id) {
    ROWS.execute(
        "INSERT INTO person (id, code, birth_date, postcode)"
            + " VALUES (%d, '%d', '1930-01-01', '34117')".formatted(id, 1_000_000_000L + id));
    ROWS.execute(
        "INSERT INTO code_attempt (code, wrong_tries, last_try)"
            + " VALUES ('%d', 1, '2026-12-01')".formatted(1_000_000_000L + id));
  }

  /** The same with appointments, the second one on this day at half past nine. */
  private static void booked(int id, String secondDay) {
    person(id);
    LocalDate second = LocalDate.parse(secondDay);
    String seat =
        "INSERT INTO seat (id, centre_id, vaccine_id, starts_at, dose, lane, booked)"
            + " VALUES (%d, 'kassel', 'comirnaty', '%s 09:30', %d, %d, 1)";
    ROWS.execute(seat.formatted(2 * id, second.minusDays(21), 1, id % 100 + 1));
    ROWS.execute(seat.formatted(2 * id + 1, second, 2, id % 100 + 1));
    ROWS.execute(
        """
        INSERT INTO appointment_pair (person_id, confirmation, centre_id, vaccine_id, fewest_days,
          most_days, first_seat_id, first_at, second_seat_id, second_at, booked_at, hold)
        VALUES (%d, '%d', 'kassel', 'comirnaty', 21, 42, %d, '%s 09:30', %d, '%s 09:30',
          '2026-01-01', 0)
        """
            .formatted(id, 100_000 + id, 2 * id, second.minusDays(21), 2 * id + 1, second));
  }

  private static List<String> rows(String sql) {
    return ROWS.rows(sql);
  }

  @ParameterizedTest
  @CsvSource({
    // The whole day counts, by the calendar in Hessen, whatever the time of the appointment.
    "2026-12-01T11:00:00Z, 2026-11-01, true",
    "2026-12-01T11:00:00Z, 2026-11-02, false",
    "2026-11-30T22:59:59Z, 2026-11-01, false",
    "2026-11-30T23:00:00Z, 2026-11-01, true",
    // In summer a day in Hessen begins an hour earlier.
    "2026-07-31T21:59:59Z, 2026-07-02, false",
    "2026-07-31T22:00:00Z, 2026-07-02, true",
  })
  void deletesThirtyDaysAfterTheLastAppointment(Instant now, String second, boolean deleted) {
    clock.set(now);
    booked(1, second);

    assertThat(deletion().delete()).isEqualTo(deleted ? 1 : 0);

    assertThat(rows("SELECT id FROM person")).hasSize(deleted ? 0 : 1);
  }

  @Test
  void deletesAllThatIsKnownOfThem() {
    booked(1, "2026-10-01");
    booked(2, "2026-12-24");

    deletion().delete();

    assertThat(rows("SELECT id FROM person")).containsExactly("2");
    assertThat(rows("SELECT person_id FROM appointment_pair")).containsExactly("2");
    assertThat(rows("SELECT code FROM code_attempt")).containsExactly("1000000002");
    assertThat(rows("SELECT id FROM seat ORDER BY id")).containsExactly("4", "5");
  }

  @Test
  void leavesEachBookedSeatItsPair() {
    booked(1, "2026-10-01");
    booked(2, "2026-10-01");
    booked(3, "2026-12-24");
    ROWS.execute(
        "INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane)"
            + " VALUES ('kassel', 'comirnaty', '2026-10-01 09:30', 2, 77)");

    deletion().delete();

    assertThat(
            rows(
                "SELECT seat.id FROM seat LEFT JOIN appointment_pair pair"
                    + " ON seat.id IN (pair.first_seat_id, pair.second_seat_id)"
                    + " WHERE seat.booked = 1 AND pair.id IS NULL"))
        .isEmpty();
    assertThat(
            rows(
                "SELECT COUNT(*), SUM(booked), SUM(booked = 0 AND held_by IS NULL),"
                    + " SUM(held_by IS NOT NULL) FROM seat"))
        .containsExactly("3 2 1 0");
  }

  @Test
  void keepsNumbersWithoutPeople() {
    booked(1, "2026-10-01");
    deletion().delete();
    booked(2, "2026-10-01");
    booked(3, "2026-10-02");
    deletion().delete();

    assertThat(rows("SELECT day, centre_id, dose, taken FROM seat_day_count ORDER BY day, dose"))
        .containsExactly(
            "2026-09-10 kassel 1 2",
            "2026-09-11 kassel 1 1",
            "2026-10-01 kassel 2 2",
            "2026-10-02 kassel 2 1");
    assertThat(rows("SELECT channel, action, subject, count FROM audit_event ORDER BY id"))
        .containsExactly(
            "SYSTEM PEOPLE_DELETED before 2026-11-02 1",
            "SYSTEM PEOPLE_DELETED before 2026-11-02 2");
  }

  @Test
  void keepsThoseWithoutAppointmentsAndTheHistory() {
    person(1);
    booked(2, "2026-10-01");
    ROWS.execute(
        "INSERT INTO appointment_event (at, kind, person_id, confirmation, centre_id,"
            + " first_seat_id, first_at, second_seat_id, second_at)"
            + " VALUES ('2026-01-01', 'BOOKED', 2, '100002', 'kassel', 4, '2026-09-10', 5,"
            + " '2026-10-01')");

    deletion().delete();

    assertThat(rows("SELECT id FROM person")).containsExactly("1");
    assertThat(rows("SELECT person_id FROM appointment_event")).containsExactly("2");
  }

  @Test
  void deletesMoreThanFitInOneTransaction() {
    int people = PeopleDeletion.PEOPLE_AT_ONCE + 1;
    many(people);

    assertThat(deletion().delete()).isEqualTo(people);
    assertThat(rows("SELECT COUNT(*) FROM person")).containsExactly("0");
    assertThat(rows("SELECT SUM(taken) FROM seat_day_count")).containsExactly("" + 2 * people);
    assertThat(rows("SELECT count FROM audit_event ORDER BY id"))
        .containsExactly("" + PeopleDeletion.PEOPLE_AT_ONCE, "1");
  }

  /** So many people whose appointments are long over, one every minute. */
  private static void many(int people) {
    String each = " FROM seq_1_to_" + people;
    String first = "TIMESTAMP '2026-09-01 08:00:00' + INTERVAL seq MINUTE";
    String second = first + " + INTERVAL 21 DAY";
    ROWS.execute(
        "INSERT INTO person (id, code, birth_date, postcode)"
            + " SELECT seq, 1000000000 + seq, '1930-01-01', '34117'"
            + each);
    String seat =
        "INSERT INTO seat (id, centre_id, vaccine_id, starts_at, dose, lane, booked)"
            + " SELECT 2 * seq + %d, 'kassel', 'comirnaty', %s, %d, 1, 1";
    ROWS.execute(seat.formatted(0, first, 1) + each);
    ROWS.execute(seat.formatted(1, second, 2) + each);
    ROWS.execute(
        "INSERT INTO appointment_pair (person_id, confirmation, centre_id, vaccine_id, fewest_days,"
            + " most_days, first_seat_id, first_at, second_seat_id, second_at, booked_at, hold)"
            + " SELECT seq, 100000 + seq, 'kassel', 'comirnaty', 21, 42, 2 * seq, "
            + first
            + ", 2 * seq + 1, "
            + second
            + ", '2026-01-01', 0"
            + each);
  }

  @Test
  void deletesOldReportsOfImports() {
    String report =
        "INSERT INTO people_import (state, channel, actor, created_at, size_bytes)"
            + " VALUES ('IMPORTED', 'API', 'x', '%s', 1)";
    // The day in Hessen begins at 23 h UTC.
    ROWS.execute(report.formatted("2026-10-31 22:59:59"));
    ROWS.execute(report.formatted("2026-10-31 23:00:00"));

    deletion().delete();

    assertThat(rows("SELECT created_at FROM people_import"))
        .singleElement()
        .asString()
        .startsWith("2026-10-31 23:00:00");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3_651})
  void refusesDaysThatCannotBeMeant(int days) {
    assertThatThrownBy(() -> deletion(days)).hasMessageContaining("keep-days");
  }
}
