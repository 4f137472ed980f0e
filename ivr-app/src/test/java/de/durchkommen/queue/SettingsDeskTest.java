package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.MariaDb;
import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.queue.OpeningHours.Span;
import de.durchkommen.queue.SettingsChange.Author;
import de.durchkommen.queue.SettingsDesk.Version;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDeskTest {
  private static final QueueSettings USUAL = QueueSettings.USUAL;
  private static final Instant NOW = Instant.parse("2026-12-01T07:00:00.123Z");
  private static final Author AUTHOR = new Author(NOW, "desk-1", "Mehr Personal", "request-7");

  private static TestDatabase database;

  @BeforeAll
  static void setUp() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void tearDown() {
    database.close();
  }

  @BeforeEach
  void clear() {
    forget(database);
  }

  /** Nobody has set anything: the way around the triggers, for tests. */
  static void forget(TestDatabase database) {
    String free = database.address() + "&sessionVariables=foreign_key_checks=0";
    try {
      MariaDb.execute(free, "TRUNCATE TABLE queue_hours");
      MariaDb.execute(free, "TRUNCATE TABLE queue_settings");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T asked(Function<SettingsDesk, T> work) {
    return database
        .patient()
        .answer(
            entities -> work.apply(new SettingsDesk(new Sql(entities))),
            why -> {
              throw new AssertionError(why);
            });
  }

  private SettingsChange changed(long basedOn, QueueSettings settings) {
    return asked(desk -> desk.change(basedOn, settings, AUTHOR, USUAL));
  }

  private Version current() {
    return asked(desk -> desk.current(USUAL));
  }

  private static QueueSettings dialogues(int dialogues) {
    return new QueueSettings(
        dialogues,
        QueueSettings.Order.DRAW,
        Duration.ofMinutes(45),
        Duration.ofMinutes(12),
        Duration.ofSeconds(25),
        Duration.ofSeconds(80),
        false,
        QueueSettings.ClosingRule.CALL_BACK,
        false,
        new OpeningHours(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(new Span(480, 720), new Span(780, 1_200)),
                DayOfWeek.SUNDAY,
                List.of(Span.WHOLE_DAY)),
            Map.of(
                LocalDate.parse("2026-12-24"),
                List.of(new Span(480, 720)),
                LocalDate.parse("2026-12-25"),
                List.of())));
  }

  @Test
  void whatNobodyHasSetIsVersionZero() {
    assertThat(current()).isEqualTo(new Version(0, Instant.EPOCH, "", "", USUAL));
  }

  @Test
  void whatWasSetIsInForceAndKeptAsItWas() {
    QueueSettings set = dialogues(40);
    Version first = new Version(1, NOW, "desk-1", "Mehr Personal", set);
    assertThat(changed(0, set)).isEqualTo(new SettingsChange.Done(first));
    assertThat(current()).isEqualTo(first);
    changed(1, dialogues(50));
    changed(2, dialogues(60));
    List<Version> newest = asked(desk -> desk.newest(2));
    assertThat(newest).extracting(Version::number).containsExactly(3L, 2L);
    List<Version> older = asked(desk -> desk.newest(2, 5));
    assertThat(older).extracting(version -> version.settings().dialogues()).containsExactly(50, 40);
    Optional<Version> known = asked(desk -> desk.version(1));
    assertThat(known).contains(first);
    Optional<Version> unknown = asked(desk -> desk.version(4));
    assertThat(unknown).isEmpty();
    assertThat(
            database.rows(
                "SELECT actor, action, subject, reference FROM audit_event ORDER BY id LIMIT 1"))
        .containsExactly("desk-1 QUEUE_SETTINGS_CHANGED version 1 request-7");
  }

  @Test
  void theMannerIsKeptWithEachVersion() {
    Manner manner =
        new Manner(
            List.of(15, 30, 60),
            Optional.of(new CallingHours(LocalTime.of(8, 30), LocalTime.of(19, 0))),
            Music.TONE,
            List.of(5, 5, 5, 5, 1, 5, 5, 5, 9),
            false);
    changed(0, dialogues(40).with(manner));
    changed(1, dialogues(40));
    assertThat(current().settings().manner()).isEqualTo(Manner.USUAL);
    Optional<Version> first = asked(desk -> desk.version(1));
    assertThat(first.orElseThrow().settings().manner()).isEqualTo(manner);
  }

  @Test
  void whoHasNotSeenTheNewestVersionChangesNothing() {
    changed(0, dialogues(40));
    assertThat(changed(0, dialogues(50)))
        .isInstanceOfSatisfying(
            SettingsChange.Outdated.class, late -> assertThat(late.now()).isEqualTo(current()));
    assertThat(current().settings().dialogues()).isEqualTo(40);
    assertThat(changed(7, dialogues(50))).isInstanceOf(SettingsChange.Outdated.class);
  }

  @Test
  void theSameSaidAgainIsDoneOnce() {
    SettingsChange first = changed(0, dialogues(40));
    assertThat(changed(0, dialogues(40))).isEqualTo(first);
    assertThat(current().number()).isEqualTo(1);
  }

  @Test
  void ofTwoWhoChangeTheSameVersionOneIsFaster() throws Exception {
    for (int round = 0; round < 10; round++) {
      long seen = current().number();
      int base = 100 + 2 * round;
      List<SettingsChange> both = Together.run(2, other -> changed(seen, dialogues(base + other)));
      assertThat(both).filteredOn(SettingsChange.Done.class::isInstance).hasSize(1);
      assertThat(current().number()).isEqualTo(seen + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE queue_settings SET dialogues = 1",
        "DELETE FROM queue_settings",
        "UPDATE queue_hours SET from_minute = 0",
        "DELETE FROM queue_hours",
        "INSERT INTO queue_hours (settings, weekday, day) VALUES (1, 1, NULL)",
        "INSERT INTO queue_hours (settings, weekday, day) VALUES (1, 1, '2026-12-24')",
        "INSERT INTO queue_hours (settings, weekday, from_minute, until_minute)"
            + " VALUES (1, 1, 600, 600)",
        "INSERT INTO queue_hours (settings, weekday, from_minute, until_minute)"
            + " VALUES (1, 8, 600, 700)",
        "INSERT INTO queue_hours (settings, weekday, from_minute, until_minute)"
            + " VALUES (2, 1, 600, 700)"
      })
  void theDatabaseRefusesWhatCannotBe(String statement) {
    changed(0, dialogues(40));
    assertThatThrownBy(() -> database.execute(statement)).isInstanceOf(IllegalStateException.class);
  }
}
