package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.TESTER;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.notBefore;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger sees what is wrong: what the database refuses is forced on it without its checks. */
class LedgerTest {
  private static final Stage STAGE = new Stage(TestDatabase.fresh());
  private static final String UNCHECKED =
      "SET STATEMENT foreign_key_checks = 0, check_constraint_checks = 0 FOR ";

  private final SeatDesk desk = STAGE.desk();

  @AfterAll
  static void close() {
    STAGE.close();
  }

  /** Person 1 has moved a pair, 2 has cancelled one, 3 has booked one, and one pair is held. */
  @BeforeEach
  void stories() {
    STAGE.clear();
    STAGE.people(3);
    STAGE.pairs(8);
    for (int person = 1; person <= 3; person++) {
      booked(desk, person, offered(desk, anywhere()));
    }
    assertThat(desk.move(1, offered(desk, notBefore("2026-12-10")).hold(), TESTER))
        .isInstanceOf(MoveOutcome.Moved.class);
    desk.cancel(2, TESTER);
    offered(desk, anywhere());
  }

  @Test
  void allIsWell() {
    Ledger ledger = new Ledger(STAGE.rows);
    assertThat(ledger.wrong(NOW)).isEmpty();
    assertThat(ledger.counts(NOW)).isEqualTo("free 10, held 2, booked 4");
    assertThat(ledger.counts(NOW.plus(Limits.HOLD))).isEqualTo("free 12, held 0, booked 4");
  }

  @Test
  void theRemainderOfAHoldThatRanOutIsNoHalfHold() {
    STAGE.rows.execute("UPDATE seat SET held_by = 5 WHERE held_by IS NOT NULL AND dose = 2");
    Ledger ledger = new Ledger(STAGE.rows);
    assertThat(ledger.wrong(NOW)).hasSize(2).allMatch(what -> what.startsWith("a hold is whole"));
    assertThat(ledger.wrong(NOW.plus(Limits.HOLD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seats =            | INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane)"
            + " VALUES ('fulda', 'comirnaty', '2026-12-10', 1, 1)",
        "seats =            | DELETE FROM seat WHERE booked = 0 LIMIT 1",
        "a seat has one     | UPDATE appointment_pair a JOIN appointment_pair b"
            + " SET a.first_seat_id = b.first_seat_id WHERE a.person_id = 1 AND b.person_id = 3",
        "a booked seat has  | UPDATE seat SET booked = 1, held_by = NULL, held_until = NULL"
            + " WHERE booked = 0 LIMIT 1",
        "a booked seat has  | DELETE FROM appointment_pair WHERE person_id = 1",
        "a pair has a first | UPDATE seat SET booked = 0 WHERE booked = 1 LIMIT 1",
        "a pair has a first | UPDATE appointment_pair SET centre_id = 'fulda' LIMIT 1",
        "a pair has a first | UPDATE seat SET starts_at = '2026-12-09' WHERE booked = 1 LIMIT 1",
        "a pair is of some  | DELETE FROM person WHERE id = 3",
        "the doses are      | UPDATE appointment_pair SET fewest_days = 22 LIMIT 1",
        "the doses are      | UPDATE appointment_pair SET second_at = '2027-05-01' LIMIT 1",
        "a seat is free     | UPDATE seat SET held_by = 9 WHERE booked = 1 LIMIT 1",
        "a seat is free     | UPDATE seat SET held_until = NULL WHERE held_by > 0 LIMIT 1",
        "a hold is whole    | UPDATE seat SET held_by = NULL, held_until = NULL"
            + " WHERE held_by > 0 LIMIT 1",
        "a hold is whole    | UPDATE seat SET held_until = '2027-01-01' WHERE held_by > 0 LIMIT 1",
        "a hold's doses     | UPDATE seat SET starts_at = '2027-05-01' WHERE held_by > 0"
            + " ORDER BY id DESC LIMIT 1",
        "who has nothing    | INSERT INTO appointment_event SELECT NULL, at, 'BOOKED', person_id,"
            + " confirmation, centre_id, first_seat_id, first_at, second_seat_id, second_at,"
            + " channel, actor, reference FROM appointment_event WHERE person_id = 3",
        "a pair is what its | UPDATE appointment_pair SET confirmation = '100000' LIMIT 1",
        "who has no pair    | DELETE FROM appointment_pair WHERE person_id = 3"
      })
  void seesWhatIsWrong(String rule, String sql) {
    Ledger ledger = new Ledger(STAGE.rows);
    STAGE.rows.execute(UNCHECKED + sql);
    assertThat(ledger.wrong(NOW)).anyMatch(what -> what.startsWith(rule));
  }

  @Test
  void seesAPersonTwice() {
    TestDatabase bent = TestDatabase.fresh();
    try (Stage stage = new Stage(bent)) {
      stage.clear();
      stage.people(2);
      stage.pairs(2);
      SeatDesk other = stage.desk();
      booked(other, 1, offered(other, anywhere()));
      booked(other, 2, offered(other, anywhere()));
      bent.execute(
          "SET STATEMENT foreign_key_checks = 0 FOR"
              + " ALTER TABLE appointment_pair DROP INDEX pair_person, ADD INDEX (person_id)");
      bent.execute("UPDATE appointment_pair SET person_id = 1");
      assertThat(new Ledger(bent).wrong(NOW)).contains("a person has one pair: 1");
    }
  }
}
