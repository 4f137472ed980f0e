package de.durchkommen.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.Problem;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.LongWork;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.people.ImportReport.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleResourceTest {
  private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TestDatabase ROWS = TestDatabase.fresh();

  private final TestClock clock = new TestClock(NOON);
  private final ImportDesk desk = new ImportDesk(new LongWork(ROWS.address(), "root", ""), clock);
  private final PeopleResource resource = new PeopleResource(desk, ROWS.patient(), clock);

  @BeforeEach
  void empty() {
    ROWS.execute("DELETE FROM person");
    ROWS.execute("DELETE FROM people_import");
    ROWS.execute("TRUNCATE audit_event");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  /** What came of these lines in the end; made of the report, as JAX-RS is not here. */
  private ImportReport sent(String... lines) throws Exception {
    byte[] bytes = String.join("", lines).getBytes(UTF_8);
    SentFile file = SentFile.of(new ByteArrayInputStream(bytes), SentFile.LARGEST).orElseThrow();
    ImportActor actor = new ImportActor(AuditEvent.Channel.API, "impfzentrale");
    long id = desk.taken(file, actor).orElseThrow();
    return ended(id);
  }

  private ImportReport ended(long id) throws InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    ImportReport report = resource.report(id);
    while (report.endedAt() == null && System.nanoTime() < limit) {
      Thread.sleep(20);
      report = resource.report(id);
    }
    return report;
  }

  @Test
  void tellsWhatCameOfAFile() throws Exception {
    ImportReport report = sent(InvitedFile.HEADER, InvitedFile.line(1), InvitedFile.line(2));

    assertThat(report.state()).isEqualTo(State.IMPORTED);
    assertThat(report.people()).isEqualTo(2);
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.percent()).isEqualTo(100);
    assertThat(report.endedAt()).isEqualTo(NOON);
    assertThat(ROWS.rows("SELECT channel, actor, action, count FROM audit_event"))
        .containsExactly("API impfzentrale PEOPLE_IMPORTED 2");
  }

  @Test
  void tellsWhatIsWrongWithAFile() throws Exception {
    ImportReport report = sent(InvitedFile.HEADER, InvitedFile.line(1), InvitedFile.line(1), "x\n");

    assertThat(report.state()).isEqualTo(State.REJECTED);
    assertThat(report.errorCount()).isEqualTo(2);
    assertThat(report.errors())
        .containsExactly(
            new ImportReport.Line(3, "code", Flaw.CODE_TWICE, Flaw.CODE_TWICE.english(), 2L),
            new ImportReport.Line(4, "", Flaw.FIELD_COUNT, Flaw.FIELD_COUNT.english(), null));
    assertThat(ROWS.rows("SELECT id FROM person")).isEmpty();
  }

  @Test
  void knowsNoOtherImports() {
    assertThatThrownBy(() -> resource.report(7))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
  }

  @Test
  void saysThatOneIsLostOnlyWhenNobodyRunsIt() throws Exception {
    ROWS.execute(
        "INSERT INTO people_import (id, state, channel, actor, created_at, size_bytes, read_bytes)"
            + " VALUES (7, 'RUNNING', 'API', 'x', '2026-12-01 11:00', 200, 50)");
    try (Connection runs = DriverManager.getConnection(ROWS.address(), "root", "")) {
      runs.createStatement().executeQuery("SELECT GET_LOCK(" + PeopleImport.LOCK + ", 0)");
      assertThat(resource.report(7).state()).isEqualTo(State.RUNNING);
      assertThat(resource.report(7).percent()).isEqualTo(25);
      runs.createStatement().executeQuery("SELECT RELEASE_LOCK(" + PeopleImport.LOCK + ")");
      assertThat(resource.report(7).state()).isEqualTo(State.LOST);
    }
  }

  @Test
  void saysThatOneIsLostWhenItWaitedLongerThanAnyCould() {
    ROWS.execute(
        "INSERT INTO people_import (id, state, channel, actor, created_at, size_bytes)"
            + " VALUES (8, 'WAITING', 'API', 'x', '2026-12-01 11:00', 200)");

    clock.pass(ImportReports.LONGEST_WAIT);
    assertThat(resource.report(8).state()).isEqualTo(State.WAITING);
    clock.pass(Duration.ofMillis(1));
    assertThat(resource.report(8).state()).isEqualTo(State.LOST);
  }

  @Test
  void takesNoMoreThanAllowed() throws IOException {
    byte[] bytes = new byte[100_000];

    assertThat(SentFile.of(new ByteArrayInputStream(bytes), bytes.length - 1)).isEmpty();
    try (SentFile file = SentFile.of(new ByteArrayInputStream(bytes), bytes.length).orElseThrow()) {
      assertThat(file.size()).isEqualTo(bytes.length);
      assertThat(file.file().readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void takesNoMoreFilesThanCanWait() throws Exception {
    ImportActor actor = new ImportActor(AuditEvent.Channel.API, "x");
    try (Connection blocking = DriverManager.getConnection(ROWS.address(), "root", "")) {
      blocking.setAutoCommit(false);
      for (int i = 0; i <= ImportDesk.WAITING; i++) {
        assertThat(desk.open()).isTrue();
        // The first one is taken up at once and is kept waiting for its row.
        SentFile file = file(InvitedFile.HEADER + InvitedFile.line(i));
        if (i == 0) {
          blocking.createStatement().executeQuery("SELECT id FROM person LOCK IN SHARE MODE");
          blocking
              .createStatement()
              .executeUpdate(
                  "INSERT INTO person (code, birth_date, postcode) VALUES ('%s', '1930-01-01', '34117')"
                      .formatted(InvitedFile.code(0)));
        }
        assertThat(desk.taken(file, actor)).isPresent();
        Thread.sleep(i == 0 ? 500 : 0);
      }
      assertThat(desk.open()).isFalse();
      assertThat(desk.taken(file(""), actor)).isEmpty();
      blocking.rollback();
    }
    List<String> ids = ROWS.rows("SELECT id FROM people_import ORDER BY id");
    assertThat(ids).hasSize(ImportDesk.WAITING + 1);
    assertThat(ended(Long.parseLong(ids.get(ImportDesk.WAITING))).state())
        .isEqualTo(State.IMPORTED);
  }

  private static SentFile file(String text) throws IOException {
    return SentFile.of(new ByteArrayInputStream(text.getBytes(UTF_8)), SentFile.LARGEST)
        .orElseThrow();
  }
}
