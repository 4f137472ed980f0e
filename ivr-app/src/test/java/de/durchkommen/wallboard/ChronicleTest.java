package de.durchkommen.wallboard;

import static de.durchkommen.wallboard.PastRows.Gone.abandoned;
import static de.durchkommen.wallboard.PastRows.Gone.served;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.QueueResource;
import de.durchkommen.queue.RoomGlance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written of a day, and what becomes of it. */
class ChronicleTest {
  private static final PastRows PAST = new PastRows();

  /** A Tuesday, 9 h in Hessen. */
  private static final Instant NINE = Instant.parse("2026-12-01T08:00:00Z");

  private static final Duration LIMIT = PastRows.IN_TIME;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Samples samples = new Samples();

  @BeforeEach
  void clear() {
    PAST.clear();
  }

  @AfterAll
  static void close() {
    PAST.close();
  }

  private boolean written(Instant now) {
    return PAST.inOne(sql -> new Chronicle(sql, LIMIT, now).written(samples));
  }

  private static void tidied(Instant now) {
    PAST.inOne(sql -> {
      new Chronicle(sql, LIMIT, now).tidied();
      return true;
    });
  }

  private static Map<Integer, Counts> since(Instant from, Instant now) {
    return PAST.inOne(sql -> new Chronicle(sql, LIMIT, now).since(from));
  }

  private static List<String> rows(String what) {
    return PAST.rows.rows("SELECT " + what + " FROM wallboard_span ORDER BY at, queue");
  }

  /** Both sides of the limit, and those who are not counted for it. */
  private static void aBusyMinute(Instant at) {
    PAST.was(served(1, at, LIMIT));
    PAST.was(served(1, at.plusMillis(1), LIMIT.plusMillis(1)));
    PAST.was(served(1, at, Duration.ofSeconds(1)).calledBack());
    PAST.was(served(1, at, Duration.ofSeconds(1)).returned());
    PAST.was(abandoned(1, at, Duration.ofSeconds(40)));
    PAST.was(abandoned(1, at, Duration.ofSeconds(41)).calledBack());
    long ticket = PAST.was(served(2, at, Duration.ofSeconds(2)));
    PAST.talked(ticket, at.plus(LIMIT));
    PAST.talked(ticket, at.plus(LIMIT).plusSeconds(9));
    PAST.booked("PHONE", at.plusSeconds(30));
    PAST.booked("PHONE", at.plusSeconds(31));
    PAST.booked("AGENT", at.plusSeconds(32));
    PAST.booked("API", at.plusSeconds(33));
  }

  private static final String COUNTS =
      "queue, entered, put_through, in_time, measured, abandoned, booked";

  @Test
  void countsWhatHasBeenInAMinute() {
    written(NINE.plusSeconds(10));
    aBusyMinute(NINE);
    assertThat(written(NINE.plusSeconds(69))).as("too early").isFalse();
    assertThat(rows("at")).isEmpty();
    samples.seen(QueueKind.SELF_SERVICE, room(NINE.plusSeconds(5), 7, 12));
    samples.seen(QueueKind.SELF_SERVICE, room(NINE.plusSeconds(55), 4, 30));
    assertThat(written(NINE.plusSeconds(70))).isFalse();
    assertThat(rows(COUNTS)).containsExactly("0 0 0 0 0 0 1", "1 6 3 1 3 2 2", "2 1 1 1 1 0 1");
    assertThat(rows("waiting, longest_s")).containsExactly("null null", "7 30", "null null");
  }

  private static RoomGlance room(Instant at, int waiting, long longest) {
    return new RoomGlance(
        at,
        "OPEN",
        null,
        Map.of("de", waiting),
        at.minusSeconds(longest),
        3,
        4,
        5,
        0,
        0,
        0,
        new QueueResource.Range(0, 5L));
  }

  @Test
  void minutesThatNobodyWroteAreWrittenAfterwards() {
    written(NINE.plusSeconds(10));
    aBusyMinute(NINE.plus(MINUTE.multipliedBy(25)));
    Instant later = NINE.plus(MINUTE.multipliedBy(30)).plusSeconds(10);
    assertThat(written(later)).as("more to write").isTrue();
    assertThat(rows("at")).hasSize(3 * WallboardLimits.MINUTES_AT_ONCE);
    assertThat(written(later)).isFalse();
    assertThat(rows("at")).hasSize(90);
    assertThat(rows("SUM(entered), SUM(booked), COUNT(DISTINCT at)")).containsExactly("7 4 30");
  }

  @Test
  void whatIsNotWrittenYetIsCountedToo() {
    written(NINE.plusSeconds(10));
    aBusyMinute(NINE);
    written(NINE.plusSeconds(70));
    aBusyMinute(NINE.plusSeconds(62));
    Counts all = since(NINE, NINE.plusSeconds(119)).getOrDefault(1, Counts.NONE);
    assertThat(all).isEqualTo(new Counts(12, 6, 2, 6, 4, 4));
    assertThat(since(NINE.plusSeconds(60), NINE.plusSeconds(119)).get(1))
        .isEqualTo(new Counts(6, 3, 1, 3, 2, 2));
  }

  @Test
  void afterTwoDaysMinutesBecomeQuartersOfTheSameSum() {
    written(NINE.plusSeconds(10));
    aBusyMinute(NINE.plus(MINUTE.multipliedBy(3)));
    aBusyMinute(NINE.plus(MINUTE.multipliedBy(16)));
    Instant later = NINE.plus(MINUTE.multipliedBy(31)).plusSeconds(10);
    while (written(later)) {
      assertThat(rows("at")).isNotEmpty();
    }
    tidied(NINE.plus(WallboardLimits.MINUTES_KEPT).plus(MINUTE.multipliedBy(15)));
    assertThat(rows("at")).as("not old enough").hasSize(93);
    tidied(NINE.plus(WallboardLimits.MINUTES_KEPT).plus(MINUTE.multipliedBy(45)));
    assertThat(rows("minutes, " + COUNTS))
        .startsWith(
            "15 0 0 0 0 0 0 1",
            "15 1 6 3 1 3 2 2",
            "15 2 1 1 1 1 0 1",
            "15 0 0 0 0 0 0 1",
            "15 1 6 3 1 3 2 2",
            "15 2 1 1 1 1 0 1")
        .hasSize(9);
    tidied(NINE.plus(WallboardLimits.KEPT).plus(MINUTE.multipliedBy(15)));
    assertThat(rows("at")).hasSize(6);
  }

  @Test
  void ofTwoNodesOneWrites() {
    written(NINE.plusSeconds(10));
    aBusyMinute(NINE);
    boolean other =
        PAST.inOne(sql -> {
          sql.rows("SELECT id FROM wallboard_clock FOR UPDATE", row -> row.getInt(1), List.of());
          return written(NINE.plusSeconds(130));
        });
    assertThat(other).isFalse();
    assertThat(rows("at")).isEmpty();
    written(NINE.plusSeconds(130));
    assertThat(rows("at")).hasSize(6);
  }
}
