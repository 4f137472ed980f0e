package de.durchkommen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Migrated;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.identity.InvitationCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {
  private static final String SEATS = "SELECT COUNT(*) FROM seat";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-30T12:00:00Z"));
  private final TestDatabase database = TestDatabase.fresh();
  private final DemoLoader loader =
      new DemoLoader(DemoLoader.PROFILE, database.transactions(), clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void fillsAnEmptyDatabaseOnce() {
    assertThat(loader.load()).isEqualTo("1000 people, 20160 seats");
    assertThat(loader.load()).isEqualTo("0 seats added");
    assertThat(database.rows("SELECT COUNT(*) FROM person")).containsExactly("1000");
    assertThat(database.rows(SEATS)).containsExactly("20160");
  }

  @Test
  void hasSeatsFromTomorrowForSixWeeksFromEightToEighteen() {
    loader.load();
    assertThat(
            database.rows(
                """
                SELECT dose, MIN(starts_at), MAX(starts_at), COUNT(DISTINCT DATE(starts_at)),
                  COUNT(DISTINCT centre_id), MIN(TIME(starts_at)), MAX(TIME(starts_at))
                FROM seat GROUP BY dose ORDER BY dose
                """))
        .containsExactly(
            "1 2026-12-01 08:00:00 2026-12-21 17:45:00 21 6 08:00:00 17:45:00",
            "2 2026-12-22 08:00:00 2027-01-11 17:45:00 21 6 08:00:00 17:45:00");
  }

  @Test
  void addsTheDaysThatHaveComeSince() {
    loader.load();
    clock.pass(Duration.ofDays(10));
    assertThat(loader.load()).isEqualTo("9600 seats added");
    assertThat(database.rows("SELECT dose, MAX(DATE(starts_at)) FROM seat GROUP BY dose"))
        .containsExactly("1 2026-12-31", "2 2027-01-21");
  }

  @Test
  void leavesForeignDatabasesAlone() {
    database.execute(
        "INSERT INTO person (code, birth_date, name, postcode)"
            + " VALUES ('1234567890', '1930-01-01', 'x', '34117')");
    assertThat(loader.load()).isEqualTo("not loaded, this database holds something else");
    assertThat(database.rows("SELECT COUNT(*) FROM person")).containsExactly("1");
    assertThat(database.rows("SELECT COUNT(*) FROM centre")).containsExactly("0");
    assertThat(database.rows("SELECT COUNT(*) FROM demo_load")).containsExactly("0");
  }

  @Test
  void loadsNothingInAnotherProfile() {
    new DemoLoader("production", database.transactions(), clock).load(new Migrated());
    assertThat(database.rows(SEATS)).containsExactly("0");
  }

  @Test
  void peopleAreTheSameEverywhere() {
    List<DemoPerson> people = DemoPeople.all();
    assertThat(people).hasSize(1000).isEqualTo(DemoPeople.all());
    assertThat(people).extracting(person -> person.code().digits()).doesNotHaveDuplicates();
    assertThat(people)
        .allSatisfy(person -> {
          assertThat(person.birthDate().getYear()).isBetween(1921, 1940);
          assertThat(person.postcode()).matches("[36][0-9]{4}");
        });
    // As in the README; whoever changes the draw changes the letters of every demo database.
    assertThat(people.getFirst())
        .isEqualTo(
            new DemoPerson(
                new InvitationCode("4056335248"),
                LocalDate.of(1922, 7, 22),
                "Helmut Schmidt",
                "36304"));
  }
}
