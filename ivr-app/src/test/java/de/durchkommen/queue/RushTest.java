package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Very many at once. A round that does not end within {@link Database#LIMIT} would be repeated for
 * ever, so the opening must not take longer, however many wait for it.
 */
@Tag("alone")
class RushTest {
  private static final int LOBBY = 20_000;
  private static final int ARRIVALS = 10_000;
  @RegisterExtension private static final QueueStage stage = new QueueStage();

  private static void lobby(int count) {
    stage
        .database()
        .execute(
            "INSERT INTO queue_ticket (phase, reach, priority, place, call_id, phone, promised,"
                + " language, entered_at, next_try_at)"
                + " SELECT 'LOBBY', 'CALLBACK', 5, seq, CONCAT('night-', seq),"
                + " CONCAT('+49561', 100000 + seq), 1, 'de', '2021-01-12', '2021-01-12'"
                + " FROM seq_1_to_"
                + count);
    stage.database().execute("UPDATE queue_gate SET next_place = 1000000, phase = 'LOBBY'");
  }

  @Test
  void theLineOpensInTimeHoweverManyTakePartInTheDraw() {
    Instant before = stage.clock.instant();
    stage.settings =
        QueueStage.with(
            2,
            QueueSettings.Order.DRAW,
            QueueSettings.ClosingRule.SERVE,
            new OpeningHours(Map.of(), Map.of()));
    Room node = stage.node("one");
    node.round();
    stage.clock.set(before.minus(Duration.ofMinutes(10)));
    lobby(LOBBY);
    stage.settings =
        QueueStage.with(
            2, QueueSettings.Order.DRAW, QueueSettings.ClosingRule.SERVE, OpeningHours.ALWAYS);
    stage.clock.set(before.plusSeconds(2));
    worked(node);
    List<Long> tickets = numbers("SELECT ticket_id FROM queue_lot ORDER BY ticket_id");
    byte[] seed = HexFormat.of().parseHex(stage.rows("SELECT seed FROM queue_draw").getFirst());
    assertThat(tickets).hasSize(LOBBY);
    assertThat(numbers("SELECT id FROM queue_ticket ORDER BY place"))
        .isEqualTo(Draw.order(seed, tickets));
  }

  private static List<Long> numbers(String sql) {
    return stage.rows(sql).stream().map(Long::valueOf).toList();
  }

  @Test
  void thousandsWhoComeWithinASecondHaveTheirPlaces() {
    Room node = stage.node("one");
    node.round();
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < ARRIVALS; i++) {
      stays.add(node.enters(stage.nobody()));
    }
    for (int i = 0; i < ARRIVALS / QueueLimits.EVENTS; i++) {
      worked(node);
    }
    stage.rounds(node);
    assertThat(stays.subList(2, ARRIVALS)).extracting(RoomTest::position).isSorted();
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket"))
        .containsExactly(String.valueOf(ARRIVALS));
    stays.forEach(Stay::close);
    for (int i = 0; i < ARRIVALS / QueueLimits.EVENTS; i++) {
      worked(node);
    }
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE reach = 'ABSENT'"))
        .containsExactly(String.valueOf(ARRIVALS));
  }

  private static void worked(Room node) {
    long begun = System.nanoTime();
    assertThat(node.round()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Database.LIMIT);
  }
}
