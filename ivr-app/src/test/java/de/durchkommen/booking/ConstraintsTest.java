package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.KASSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.TestDatabase;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database refuses what must not be, whoever writes it. */
class ConstraintsTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());
  private static final String FIRST = "11, '2026-12-10 09:30'";
  private static final String SECOND = "21, '2026-12-31 09:30'";
  private static final String CONSTANTS = "1, 2, 1";

  @BeforeAll
  static void people() {
    STAGE.clear();
    STAGE.people(3);
  }

  @AfterAll
  static void close() {
    STAGE.close();
  }

  /** Seats 11 and 12 for first, 21 and 22 for second doses in Kassel, all booked; 1 is paired. */
  @BeforeEach
  void seats() {
    STAGE.rows.execute("DELETE FROM appointment_pair");
    STAGE.rows.execute("DELETE FROM seat");
    booked(11, KASSEL, 1, "2026-12-10T09:30");
    booked(12, KASSEL, 1, "2026-12-10T09:45");
    booked(21, KASSEL, 2, "2026-12-31T09:30");
    booked(22, KASSEL, 2, "2026-12-31T09:45");
    insert("100, 1, '123456', 'kassel', " + FIRST + ", " + SECOND, CONSTANTS);
  }

  private static void booked(int id, Centre centre, int dose, String startsAt) {
    STAGE.seat(centre, dose, LocalDateTime.parse(startsAt), 1);
    STAGE.rows.execute(
        "UPDATE seat SET id = %d, booked = 1 ORDER BY id DESC LIMIT 1".formatted(id));
  }

  private static void insert(String values, String constants) {
    STAGE.rows.execute(
        "INSERT INTO appointment_pair (id, person_id, confirmation, centre_id, first_seat_id,"
            + " first_at, second_seat_id, second_at, booked_at, vaccine_id, fewest_days, most_days,"
            + " hold, first_dose, second_dose, taken)"
            + " VALUES (%s, NOW(), 'comirnaty', 21, 42, 1, %s)".formatted(values, constants));
  }

  private static void refused(String by, String sql) {
    assertThatThrownBy(() -> STAGE.rows.execute(sql)).hasMessageContaining(by);
  }

  @Test
  void takesAPairThatIsRight() {
    insert("101, 2, '123457', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'", CONSTANTS);
    assertThat(STAGE.rows.rows("SELECT COUNT(*) FROM appointment_pair")).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // a seat twice, a person twice, a confirmation twice
        "pair_first_seat  | 2, '123457', 'kassel', 11, '2026-12-10 09:30', 22, '2026-12-31 09:45'",
        "pair_second_seat | 2, '123457', 'kassel', 12, '2026-12-10 09:45', 21, '2026-12-31 09:30'",
        "pair_person      | 1, '123457', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
        "pair_confirmation| 2, '123456', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
        // half a pair
        "cannot be null   | 2, '123457', 'kassel', 12, '2026-12-10 09:45', NULL, '2026-12-31 09:45'",
        "cannot be null   | 2, '123457', 'kassel', NULL, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
        // a seat of the other dose, of another time, that does not exist
        "pair_first       | 2, '123457', 'kassel', 22, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
        "pair_second      | 2, '123457', 'kassel', 12, '2026-12-10 09:45', 12, '2026-12-31 09:45'",
        "pair_first       | 2, '123457', 'kassel', 12, '2026-12-09 09:45', 22, '2026-12-31 09:45'",
        "pair_second      | 2, '123457', 'kassel', 12, '2026-12-10 09:45', 22, '2027-01-01 09:45'",
        "pair_second      | 2, '123457', 'kassel', 12, '2026-12-10 09:45', 99, '2026-12-31 09:45'",
        // a stranger, a centre that the seats are not in, a wrong confirmation
        "pair_of_person   | 9, '123457', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
        "pair_first       | 2, '123457', 'fulda', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
        "pair_confirmation_form | 2, '012345', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'"
      })
  void refusesAPairThatIsWrong(String by, String values) {
    assertThatThrownBy(() -> insert("101, " + values, CONSTANTS)).hasMessageContaining(by);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"pair_first_dose|2, 2, 1", "pair_second_dose|1, 1, 1", "pair_taken|1, 2, 0"})
  void refusesToBendTheConstants(String by, String constants) {
    assertThatThrownBy(() ->
            insert(
                "101, 2, '123457', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
                constants))
        .hasMessageContaining(by);
  }

  @Test
  void refusesTwoCentresInAPair() {
    booked(23, FULDA, 2, "2026-12-31T09:45");
    assertThatThrownBy(() ->
            insert(
                "101, 2, '123457', 'kassel', 12, '2026-12-10 09:45', 23, '2026-12-31 09:45'",
                CONSTANTS))
        .hasMessageContaining("pair_second");
  }

  @ParameterizedTest
  @CsvSource({"2026-12-30, false", "2026-12-31, true", "2027-01-21, true", "2027-01-22, false"})
  void keepsDosesApart(String day, boolean fits) {
    booked(30, KASSEL, 2, day + "T10:00");
    String values =
        "101, 2, '123457', 'kassel', 12, '2026-12-10 09:45', 30, '%s 10:00'".formatted(day);
    if (fits) {
      insert(values, CONSTANTS);
    } else {
      assertThatThrownBy(() -> insert(values, CONSTANTS)).hasMessageContaining("pair_days_apart");
    }
  }

  @Test
  void refusesSeatsThatAreNotFlaggedAsBooked() {
    STAGE.rows.execute("UPDATE seat SET booked = 0 WHERE id = 12");
    assertThatThrownBy(() ->
            insert(
                "101, 2, '123457', 'kassel', 12, '2026-12-10 09:45', 22, '2026-12-31 09:45'",
                CONSTANTS))
        .hasMessageContaining("pair_first");
  }

  @Test
  void aSeatOfALivePairCanNeitherBeFreedNorShiftedNorDeleted() {
    refused("pair_first", "UPDATE seat SET booked = 0 WHERE id = 11");
    refused("pair_second", "UPDATE seat SET booked = 0 WHERE id = 21");
    refused("pair_first", "UPDATE seat SET starts_at = '2026-12-10 10:00' WHERE id = 11");
    refused("pair_first", "UPDATE seat SET centre_id = 'fulda' WHERE id = 11");
    refused("pair_second", "UPDATE seat SET dose = 1 WHERE id = 21");
    refused("pair_first", "DELETE FROM seat WHERE id = 11");
  }

  @Test
  void aSeatIsOnePlaceAndItsHoldIsWhole() {
    String seat = "INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane) VALUES ";
    refused("seat_place", seat + "('kassel', 'comirnaty', '2026-12-10 09:30', 1, 1)");
    refused("seat_dose", seat + "('kassel', 'comirnaty', '2026-12-10 09:30', 3, 1)");
    refused("seat_centre", seat + "('nowhere', 'comirnaty', '2026-12-10 09:30', 1, 1)");
    refused("seat_vaccine", seat + "('kassel', 'water', '2026-12-10 09:30', 1, 2)");
    refused("seat_hold_whole", "UPDATE seat SET booked = 0, held_by = 1 WHERE id = 12");
    refused(
        "seat_booked_not_held", "UPDATE seat SET held_by = 1, held_until = NOW() WHERE id = 12");
  }

  @Test
  void aPairHasOneVaccineAndAnIntervalOfIt() {
    STAGE.rows.execute("INSERT INTO vaccine_interval VALUES ('other', 21, 42)");
    STAGE.rows.execute("INSERT INTO vaccine VALUES ('other', 'Other', 21, 42)");
    try {
      refused("pair_first", "UPDATE appointment_pair SET vaccine_id = 'other'");
      refused("pair_first", "UPDATE seat SET vaccine_id = 'other' WHERE id = 11");
      refused("pair_interval", "UPDATE appointment_pair SET fewest_days = 1");
      refused("vaccine_in_force", "UPDATE vaccine SET fewest_days = 20 WHERE id = 'comirnaty'");
      refused("interval_order", "INSERT INTO vaccine_interval VALUES ('other', 30, 29)");
    } finally {
      STAGE.rows.execute("DELETE FROM vaccine WHERE id = 'other'");
      STAGE.rows.execute("DELETE FROM vaccine_interval WHERE vaccine_id = 'other'");
    }
  }

  @Test
  void historyIsOnlyEverAddedTo() {
    STAGE.rows.execute(
        "INSERT INTO appointment_event (at, kind, person_id, confirmation, centre_id,"
            + " first_seat_id, first_at, second_seat_id, second_at)"
            + " VALUES (NOW(), 'BOOKED', 1, '123456', 'kassel', "
            + FIRST
            + ", "
            + SECOND
            + ")");
    refused("only ever added to", "UPDATE appointment_event SET kind = 'CANCELLED'");
    refused("only ever added to", "DELETE FROM appointment_event");
  }
}
