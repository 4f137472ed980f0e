package de.durchkommen.people;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.LongWork;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.people.ImportOutcome.Busy;
import de.durchkommen.people.ImportOutcome.Imported;
import de.durchkommen.people.ImportOutcome.Rejected;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleImportTest {
  private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
  private static final ImportActor ACTOR =
      new ImportActor(AuditEvent.Channel.OPERATOR, "supervisor");
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final String ALL =
      "SELECT code, birth_date, postcode, priority_group, language, phone, name FROM person"
          + " ORDER BY code";
  private static final String ONE = InvitedFile.code(1);
  private static final String TWO = InvitedFile.code(2);
  private static final String HEADER = InvitedFile.HEADER;

  private final PeopleImport imports =
      new PeopleImport(new LongWork(ROWS.address(), "root", ""), new TestClock(NOON));

  @BeforeEach
  void empty() {
    ROWS.execute("DELETE FROM person");
    ROWS.execute("DELETE FROM people_import");
    ROWS.execute("TRUNCATE audit_event");
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  private ImportOutcome outcome(PeopleFile file) throws Exception {
    long id = imports.announced(ACTOR, file.size());
    return imports.run(id, ACTOR, file, ImportProgress.UNSEEN);
  }

  /** The errors of a file as line, column, flaw, other line; and nothing of it was taken. */
  private List<String> errors(PeopleFile file) throws Exception {
    List<String> before = ROWS.rows(ALL);
    Rejected rejected = (Rejected) outcome(file);
    assertThat(ROWS.rows(ALL)).isEqualTo(before);
    assertThat(rejected.count()).isEqualTo(rejected.errors().size());
    return rejected.errors().stream()
        .map(error ->
            Stream.of(error.line(), error.column(), error.flaw(), error.otherLine())
                .map(String::valueOf)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow())
        .toList();
  }

  @Test
  void takesEverybody() throws Exception {
    ImportOutcome outcome =
        outcome(
            InvitedFile.of(
                HEADER,
                ONE + ",1930-02-03,34117,2,tr,0561 / 123-45 67,Erika Muster\n",
                TWO + ",24.12.1931,01067,,,,\n"));

    assertThat(outcome).isEqualTo(new Imported(2, 2, 0));
    assertThat(ROWS.rows(ALL))
        .containsExactly(
            ONE + " 1930-02-03 34117 2 tr +495611234567 Erika Muster",
            TWO + " 1931-12-24 01067 1 de null null");
  }

  @Test
  void readsTheOtherDelimiterAByteOrderMarkAndColumnsInAnyOrder() throws Exception {
    ImportOutcome outcome =
        outcome(
            InvitedFile.of(
                "\uFEFF\"Postcode\";phone;language;priority_group;birth_date;code\r\n",
                "34117;;DE;1;3.2.1930;\"" + ONE + "\"\r\n"));

    assertThat(outcome).isEqualTo(new Imported(1, 1, 0));
    assertThat(ROWS.rows(ALL)).containsExactly(ONE + " 1930-02-03 34117 1 de null null");
  }

  @Test
  void bringsThoseWhoAreKnownUpToDate() throws Exception {
    outcome(InvitedFile.of(HEADER, InvitedFile.line(1), InvitedFile.line(2), InvitedFile.line(3)));
    String other = InvitedFile.line(2).replace("Erika Muster", "Erika Müster");

    ImportOutcome outcome =
        outcome(InvitedFile.of(HEADER, InvitedFile.line(1), other, InvitedFile.line(4)));

    assertThat(outcome).isEqualTo(new Imported(3, 1, 1));
    assertThat(ROWS.rows("SELECT name FROM person ORDER BY code"))
        .containsExactly("Erika Muster 1", "Erika Müster 2", "Erika Muster 3", "Erika Muster 4");
  }

  @Test
  void keepsNamesThatTheFileSaysNothingOf() throws Exception {
    outcome(InvitedFile.of(HEADER, ONE + ",1930-02-03,34117,2,tr,,Erika Muster\n"));

    ImportOutcome outcome =
        outcome(
            InvitedFile.of(
                "code,birth_date,postcode,priority_group,language,phone\n",
                ONE + ",1930-02-03,34119,2,tr,\n"));

    assertThat(outcome).isEqualTo(new Imported(1, 0, 1));
    assertThat(ROWS.rows(ALL)).containsExactly(ONE + " 1930-02-03 34119 2 tr null Erika Muster");
  }

  @ParameterizedTest
  @CsvSource({
    "code, '', MISSING",
    "code, 123456789, CODE_FORM",
    "code, 0123456789, CODE_FORM",
    "code, 1234567890, CODE_CHECK_DIGIT",
    "birth_date, '', MISSING",
    "birth_date, 1930-02-30, DATE_FORM",
    "birth_date, 30.02.1930, DATE_FORM",
    "birth_date, 03.02.30, DATE_FORM",
    "birth_date, 2026-12-02, DATE_RANGE",
    "birth_date, 1896-12-01, DATE_RANGE",
    "postcode, '', MISSING",
    "postcode, 3411, POSTCODE_FORM",
    "postcode, 34117a, POSTCODE_FORM",
    "priority_group, 0, GROUP_RANGE",
    "priority_group, 10, GROUP_RANGE",
    "language, fr, LANGUAGE_UNKNOWN",
    "phone, 561123456, PHONE_FORM",
    "phone, +49561abc, PHONE_FORM",
    "phone, +4912345678901234, PHONE_FORM",
    "name, 'a\tb', NAME_FORM",
    "name, a\uFFFDb, NOT_UTF_8",
  })
  void tellsWhatIsWrong(String column, String field, String flaw) throws Exception {
    assertThat(errors(InvitedFile.of(HEADER, InvitedFile.line(2), with(column, field))))
        .containsExactly("3 %s %s null".formatted(column, flaw));
  }

  @ParameterizedTest
  @CsvSource({
    "birth_date, 2026-12-01",
    "birth_date, 1896-12-02",
    "priority_group, 9",
    "phone, +49123456789012",
    "phone, 0049 561 1234567",
    "phone, (0561) 1234567",
    "name, a+b",
  })
  void takesWhatIsJustRight(String column, String field) throws Exception {
    assertThat(outcome(InvitedFile.of(HEADER, with(column, field))))
        .isEqualTo(new Imported(1, 1, 0));
  }

  private static String with(String column, String field) {
    List<String> columns = List.of(HEADER.strip().split(","));
    String[] fields = InvitedFile.line(1).strip().split(",");
    fields[columns.indexOf(column)] = field;
    return String.join(",", fields) + "\n";
  }

  @Test
  void takesNamesOfHundredCharactersAndNoMore() throws Exception {
    assertThat(outcome(InvitedFile.of(HEADER, with("name", "ü".repeat(100)))))
        .isInstanceOf(Imported.class);
    assertThat(errors(InvitedFile.of(HEADER, with("name", "ü".repeat(101)))))
        .containsExactly("2 name NAME_FORM null");
  }

  @Test
  void namesTheLineOfBytesThatAreNotUtf8() throws Exception {
    byte[] head = (HEADER + InvitedFile.line(1)).getBytes(UTF_8);
    byte[] latin = InvitedFile.line(2).replace("Muster", "Müster").getBytes(ISO_8859_1);

    assertThat(errors(InvitedFile.of(InvitedFile.joined(head, latin))))
        .containsExactly("3 name NOT_UTF_8 null");
  }

  @Test
  void tellsWhatIsWrongWithTheHeaderAndRepeatsNoValue() throws Exception {
    assertThat(errors(InvitedFile.of("code,birth_date,Musterstadt,code\n", InvitedFile.line(1))))
        .containsExactlyInAnyOrder(
            "1 #3 COLUMN_UNKNOWN null",
            "1 code COLUMN_TWICE null",
            "1 postcode COLUMN_MISSING null",
            "1 priority_group COLUMN_MISSING null",
            "1 language COLUMN_MISSING null",
            "1 phone COLUMN_MISSING null");
  }

  @Test
  void tellsOfFilesWithoutPeople() throws Exception {
    assertThat(errors(InvitedFile.of(""))).containsExactly("1  EMPTY_FILE null");
    assertThat(errors(InvitedFile.of(HEADER))).containsExactly("1  EMPTY_FILE null");
  }

  @Test
  void tellsOfLinesThatAreNoCsv() throws Exception {
    assertThat(
            errors(
                InvitedFile.of(
                    HEADER, InvitedFile.line(1), "a,b\n", "\"" + TWO + ",1930-02-03,34117\n")))
        .containsExactly("3  FIELD_COUNT null", "4  NOT_CSV null");
  }

  @Test
  void namesBothLinesOfACodeThatIsThereTwice() throws Exception {
    assertThat(
            errors(
                InvitedFile.of(
                    HEADER,
                    InvitedFile.line(2),
                    InvitedFile.line(1),
                    InvitedFile.line(3),
                    with("language", "xx"),
                    InvitedFile.line(1))))
        .containsExactly(
            "5 code CODE_TWICE 3", "5 language LANGUAGE_UNKNOWN null", "6 code CODE_TWICE 3");
  }

  @Test
  void tellsOfCodesOfSomebodyElse() throws Exception {
    outcome(InvitedFile.of(HEADER, ONE + ",1930-02-03,34117,2,tr,,\n"));

    assertThat(
            errors(InvitedFile.of(HEADER, InvitedFile.line(2), ONE + ",1930-03-02,34117,2,tr,,\n")))
        .containsExactly("3 birth_date OTHER_BIRTH_DATE null");
  }

  @Test
  void countsErrorsBeyondTheFirstThousand() throws Exception {
    String wrong = IntStream.range(0, 1_500).mapToObj(i -> "x\n").reduce("", String::concat);
    String twice = InvitedFile.line(1).repeat(1_201);

    Rejected rejected = (Rejected) outcome(InvitedFile.of(HEADER, twice, wrong));

    assertThat(rejected.count()).isEqualTo(2_700);
    assertThat(rejected.errors()).hasSize(ImportOutcome.ERRORS_IN_FULL);
    assertThat(rejected.errors()).allMatch(error -> error.flaw() == Flaw.CODE_TWICE);
    assertThat(rejected.errors().get(999).line()).isEqualTo(1_002);
  }

  @Test
  void keepsErrorsWithoutValues() throws Exception {
    outcome(InvitedFile.of(HEADER, InvitedFile.line(1), InvitedFile.line(1)));

    assertThat(ROWS.rows("SELECT state, people, errors, added FROM people_import"))
        .containsExactly("REJECTED 2 1 0");
    assertThat(
            ROWS.rows("SELECT place, line, column_name, flaw, other_line FROM people_import_error"))
        .containsExactly("1 3 code CODE_TWICE 2");
    assertThat(ROWS.rows("SELECT COUNT(*) FROM audit_event")).containsExactly("0");
  }

  @Test
  void tellsWhoImported() throws Exception {
    outcome(InvitedFile.of(HEADER, InvitedFile.line(1), InvitedFile.line(2)));

    assertThat(ROWS.rows("SELECT channel, actor, action, count FROM audit_event"))
        .containsExactly("OPERATOR supervisor PEOPLE_IMPORTED 2");
    assertThat(ROWS.rows("SELECT state, people, added, updated FROM people_import"))
        .containsExactly("IMPORTED 2 2 0");
  }

  @Test
  void isToldToWaitWhileAnotherOneRuns() throws Exception {
    try (Connection other = connection()) {
      other.createStatement().executeQuery("SELECT GET_LOCK(" + PeopleImport.LOCK + ", 0)");

      assertThat(outcome(InvitedFile.of(HEADER, InvitedFile.line(1)))).isEqualTo(new Busy());
    }
    assertThat(ROWS.rows("SELECT state FROM people_import")).containsExactly("BUSY");
    assertThat(ROWS.rows(ALL)).isEmpty();
  }

  @Test
  void leavesNothingWhenItIsKilled() throws Exception {
    PeopleFile breaking =
        new PeopleFile(
            new SequenceInputStream(InvitedFile.made(5_000), new Killed()), Long.MAX_VALUE);

    assertThatThrownBy(() -> outcome(breaking)).isInstanceOf(SQLException.class);

    assertThat(ROWS.rows(ALL)).isEmpty();
    assertThat(ROWS.rows("SELECT state FROM people_import")).containsExactly("FAILED");
    assertThat(outcome(InvitedFile.of(HEADER, InvitedFile.line(1))))
        .isEqualTo(new Imported(1, 1, 0));
  }

  /** The end of a file during which the server loses the connection of the import. */
  private static final class Killed extends InputStream {
    @Override
    public int read() {
      return -1;
    }

    @Override
    public int read(byte[] some, int from, int length) {
      String holder = ROWS.rows("SELECT IFNULL(IS_USED_LOCK(" + PeopleImport.LOCK + "), 0)").get(0);
      if (!holder.equals("0")) {
        ROWS.execute("KILL CONNECTION " + holder);
      }
      return -1;
    }
  }

  @Test
  void saysOfOneThatWasKilledThatItIsLost() throws Exception {
    ROWS.execute(
        "INSERT INTO people_import (state, channel, actor, created_at, size_bytes)"
            + " VALUES ('RUNNING', 'API', 'x', '2026-12-01', 1)");

    outcome(InvitedFile.of(HEADER, InvitedFile.line(1)));

    assertThat(ROWS.rows("SELECT state FROM people_import ORDER BY id"))
        .containsExactly("LOST", "IMPORTED");
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(ROWS.address(), "root", "");
  }
}
