package de.durchkommen.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.Problem;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.people.SupervisorContext;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointmentsResourceTest {
  private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-12-10");
  private static final TestDatabase ROWS = TestDatabase.fresh();

  private final AppointmentsResource resource =
      new AppointmentsResource(ROWS.patient(), new TestClock(NOON));

  @BeforeEach
  void fill() {
    for (String table : List.of("appointment_pair", "seat", "person", "centre")) {
      ROWS.execute("DELETE FROM " + table);
    }
    ROWS.execute("TRUNCATE audit_event");
    ROWS.execute(
        """
        INSERT INTO centre (id, name, postcode, lat, lon) VALUES
          ('kassel', 'Kassel', '34117', 51.3127, 9.4797),
          ('fulda', 'Fulda', '36037', 50.5528, 9.6777)
        """);
    booked(1, "kassel", "2026-12-10 23:45", "Müller; Heinz, \"Hein\"");
    booked(2, "kassel", "2026-12-10 00:00", null);
    booked(3, "fulda", "2026-12-10 09:30", "In Fulda");
    booked(4, "kassel", "2026-12-11 00:00", "Tags darauf");
    booked(5, "kassel", "2026-11-19 09:30", "Zum zweiten Mal");
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  /** Somebody whose second dose is three weeks after the first. */
  private static void booked(int id, String centre, String first, @Nullable String name) {
    ROWS.execute(
        """
        INSERT INTO person (id, code, birth_date, name, postcode, priority_group, language)
        VALUES (%d, '%d', '1930-02-03', %s, '34117', 2, 'tr')
        """
            .formatted(id, 1_000_000_000L + id, name == null ? "NULL" : "'" + name + "'"));
    String seat =
        "INSERT INTO seat (id, centre_id, vaccine_id, starts_at, dose, lane, booked)"
            + " VALUES (%d, '%s', 'comirnaty', TIMESTAMP '%s:00' + INTERVAL %d DAY, %d, %d, 1)";
    ROWS.execute(seat.formatted(2 * id, centre, first, 0, 1, id));
    ROWS.execute(seat.formatted(2 * id + 1, centre, first, 21, 2, id));
    ROWS.execute(
        """
        INSERT INTO appointment_pair (person_id, confirmation, centre_id, vaccine_id, fewest_days,
          most_days, first_seat_id, first_at, second_seat_id, second_at, booked_at, hold)
        VALUES (%d, '%d', '%s', 'comirnaty', 21, 42, %d, '%s', %d,
          TIMESTAMP '%s:00' + INTERVAL 21 DAY, '2026-01-01', 0)
        """
            .formatted(id, 100_000 + id, centre, 2 * id, first, 2 * id + 1, first));
  }

  private String written(DayList.Format format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    list("kassel").write(format, out, NOON);
    return out.toString(UTF_8);
  }

  private DayList list(String centre) {
    return resource.list(centre, DAY, "impfzentrale", NOON).orElseThrow();
  }

  @Test
  void listsTheDayOfOneCentreAsATable() throws Exception {
    assertThat(written(DayList.Format.CSV))
        .isEqualTo(
            """
            time,dose,vaccine,confirmation,name,birth_date,priority_group,language\r
            00:00,1,Comirnaty,100002,,1930-02-03,2,tr\r
            09:30,2,Comirnaty,100005,Zum zweiten Mal,1930-02-03,2,tr\r
            23:45,1,Comirnaty,100001,"Müller; Heinz, ""Hein""\",1930-02-03,2,tr\r
            """);
  }

  @Test
  void guardsAgainstFormulas() throws Exception {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(1)", "\t=1")) {
      ROWS.execute("UPDATE person SET name = '%s' WHERE id = 1".formatted(formula));
      assertThat(written(DayList.Format.CSV)).contains(",'" + formula + ",");
    }
    ROWS.execute("UPDATE person SET name = 'a=1' WHERE id = 1");
    assertThat(written(DayList.Format.CSV)).contains(",a=1,");
  }

  @Test
  void listsTheDayAsACalendarThatOthersCanRead() throws Exception {
    String text = written(DayList.Format.ICS);
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    List<VEvent> events = calendar.getComponents("VEVENT");

    assertThat(calendar.validate().getEntries()).isEmpty();
    assertThat(events).hasSize(3);
    VEvent last = events.get(2);
    assertThat(last.getRequiredProperty("SUMMARY").getValue())
        .isEqualTo("1. Impfung Comirnaty: Müller; Heinz, \"Hein\"");
    assertThat(last.getRequiredProperty("DESCRIPTION").getValue())
        .contains("Bestätigung: 100001", "Geburtsdatum: 03.02.1930", "Sprache: tr");
    assertThat(text)
        .contains("DTSTART:20261210T224500Z\r\n", "DTSTAMP:20261201T110000Z\r\n")
        .contains("SUMMARY:1. Impfung Comirnaty: Müller\\; Heinz\\, \"Hein\"\r\n")
        .contains("LOCATION:Kassel\r\n");
    assertThat(text.lines().allMatch(line -> line.getBytes(UTF_8).length <= 75)).isTrue();
  }

  @Test
  void writesAnEmptyDay() throws Exception {
    for (DayList.Format format : DayList.Format.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      resource.list("fulda", DAY.plusDays(1), "x", NOON).orElseThrow().write(format, out, NOON);
      assertThat(out.toString(UTF_8)).isNotEmpty();
    }
  }

  @Test
  void notesWhoWasGivenAList() {
    list("kassel");

    assertThat(ROWS.rows("SELECT channel, actor, action, subject, count FROM audit_event"))
        .containsExactly("API impfzentrale APPOINTMENTS_EXPORTED kassel 2026-12-10 3");
  }

  @Test
  void givesTheSameListByPlainJdbc() throws Exception {
    try (Connection connection = DriverManager.getConnection(ROWS.address(), "root", "")) {
      assertThat(DayList.of(connection, "kassel", DAY)).contains(list("kassel"));
      assertThat(DayList.of(connection, "nowhere", DAY)).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoDayAndNoCentre() {
    assertThatThrownBy(() -> resource.table("kassel", "19.1.2021", new SupervisorContext()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    assertThatThrownBy(() -> resource.table("nowhere", "2026-12-10", new SupervisorContext()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    assertThat(ROWS.rows("SELECT id FROM audit_event")).isEmpty();
  }
}
