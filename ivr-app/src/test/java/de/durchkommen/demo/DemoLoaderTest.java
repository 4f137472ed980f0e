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
    assertThat(loader.load()).isEqualTo("1000 people, 25920 seats added");
    assertThat(loader.load()).isEqualTo("0 seats added");
    assertThat(database.rows("SELECT COUNT(*) FROM person")).containsExactly("1000");
    assertThat(database.rows(SEATS)).containsExactly("25920");
  }

  @Test
  void hasSeatsFromTomorrowForFourWeeksFromEightToEighteen() {
    loader.load();
    assertThat(
            database.rows(
                """
                SELECT dose, MIN(starts_at), MAX(starts_at), COUNT(DISTINCT DATE(starts_at)),
                  COUNT(DISTINCT centre_id), MIN(TIME(starts_at)), MAX(TIME(starts_at))
                FROM seat GROUP BY dose ORDER BY dose
                """))
        .containsExactly(
            "1 2026-12-01 08:00:00 2026-12-27 17:45:00 27 6 08:00:00 17:45:00",
            "2 2026-12-22 08:00:00 2027-01-17 17:45:00 27 6 08:00:00 17:45:00");
    assertThat(
            database.rows(
                """
                SELECT DISTINCT COUNT(*) FROM seat GROUP BY centre_id, dose, DATE(starts_at)
                """))
        .containsExactly("80");
  }

  @Test
  void addsTheWeeksThatHaveComeSince() {
    loader.load();
    clock.pass(Duration.ofDays(10));
    assertThat(loader.load()).isEqualTo("6720 seats added");
    assertThat(database.rows("SELECT dose, MAX(DATE(starts_at)) FROM seat GROUP BY dose"))
        .containsExactly("1 2027-01-03", "2 2027-01-24");
  }

  @Test
  void completesWhatWasFilledBeforeCentresHadAnAddress() {
    database.execute("INSERT INTO demo_load (id, loaded_at) VALUES (1, '2026-11-01')");
    database.execute(
        "INSERT INTO centre (id, name, postcode, lat, lon)"
            + " VALUES ('kassel', 'Kassel', '34117', 51.3127, 9.4797)");
    assertThat(loader.load()).isEqualTo("25920 seats added");
    assertThat(database.rows("SELECT lanes, town FROM centre WHERE id = 'kassel'"))
        .containsExactly("4 Kassel");
  }

  @Test
  void everyPostcodeIsKnown() {
    loader.load();
    assertThat(
            database.rows(
                """
                SELECT DISTINCT person.postcode FROM person
                LEFT JOIN postcode_place place ON place.postcode = person.postcode
                WHERE place.postcode IS NULL
                """))
        .as("Warburg lies beyond the border, and has the place of its region")
        .containsExactly("34414");
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
