package de.durchkommen.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.Page;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.export.AuditResource.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who did what, out of the real table. */
class AuditResourceTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();

  private final AuditResource audit = new AuditResource(ROWS.patient());

  @BeforeAll
  static void past() {
    did("2026-11-30 22:59:59.999", "@max", "PROMPT_PUBLISHED");
    did("2026-11-30 23:00:00", "@max", "SUPPLY_PLANNED");
    did("2026-12-01 10:00:00", "@ines", "PROMPT_PUBLISHED");
    did("2026-12-01 22:59:59", "@max", "PROMPT_PUBLISHED");
    did("2026-12-01 23:00:00", "' OR '1'='1", "PROMPT_PUBLISHED");
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  private static void did(String at, String actor, String action) {
    ROWS.execute(
        "INSERT INTO audit_event (at, channel, actor, action, subject, count, reference)"
            + " VALUES ('%s', 'API', '%s', '%s', 'x', 1, 'r')"
                .formatted(at, actor.replace("'", "''"), action));
  }

  private Page<Line> lines(@Nullable String from, @Nullable String until, int size) {
    return audit.lines(from, until, null, null, null, size);
  }

  /** Midnight in Hessen is 23 h UTC in winter. */
  @Test
  void daysAreThoseOfHessen() {
    assertThat(lines("2026-12-01", "2026-12-01", 50).items())
        .extracting(line -> line.actor() + " " + line.action())
        .containsExactly("@max PROMPT_PUBLISHED", "@ines PROMPT_PUBLISHED", "@max SUPPLY_PLANNED");
    assertThat(lines("2026-12-02", null, 50).items()).hasSize(1);
    assertThat(lines(null, "2026-11-30", 50).items()).hasSize(1);
  }

  @Test
  void thePagesHaveAllOnceTheNewestFirst() {
    Page<Line> first = lines(null, null, 2);
    Page<Line> second = audit.lines(null, null, null, null, Long.valueOf(first.next()), 2);
    Page<Line> third = audit.lines(null, null, null, null, Long.valueOf(second.next()), 2);
    assertThat(third.next()).isNull();
    assertThat(first.items().getFirst().id()).isGreaterThan(second.items().getFirst().id());
    assertThat(first.items().size() + second.items().size() + third.items().size()).isEqualTo(5);
  }

  @Test
  void aFilterIsTakenAsItStands() {
    assertThat(audit.lines(null, null, "@max", "PROMPT_PUBLISHED", null, 50).items()).hasSize(2);
    assertThat(audit.lines(null, null, "' OR '1'='1", null, null, 50).items()).hasSize(1);
    assertThat(audit.lines(null, null, "%", null, null, 50).items()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> lines("gestern", null, 50)).hasMessageContaining("from has");
    assertThatThrownBy(() -> lines(null, "2026-13-01", 50)).hasMessageContaining("until has");
    assertThatThrownBy(() -> lines(null, null, 0)).hasMessageContaining("size has");
    assertThatThrownBy(() -> audit.lines(null, null, "x".repeat(61), null, null, 50))
        .hasMessageContaining("actor has");
  }
}
