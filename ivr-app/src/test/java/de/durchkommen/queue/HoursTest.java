package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static de.durchkommen.queue.RoomTest.assertAdmitted;
import static de.durchkommen.queue.RoomTest.position;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.phone.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The draw at the opening, and the closing. */
class HoursTest {
  /** 8 h in Hessen. */
  private static final Instant OPENS = Instant.parse("2021-01-12T07:00:00Z");

  private static final Instant CLOSES = Instant.parse("2021-01-12T19:00:00Z");
  private static final int MANY = 30;
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private Room node;

  @BeforeEach
  void clear() {
    stage.clock.set(OPENS.minus(Duration.ofMinutes(20)));
    node = stage.node("one");
  }

  private static OpeningHours until(int hour) {
    Map<DayOfWeek, List<OpeningHours.Span>> week = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(OpeningHours.Span.of(LocalTime.of(8, 0), LocalTime.of(hour, 0))));
    }
    return new OpeningHours(week, Map.of());
  }

  private static void rule(QueueSettings.Order order, QueueSettings.ClosingRule closing) {
    stage.settings = QueueStage.with(1, order, closing, until(20));
  }

  private List<Stay> enter(int count) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stays.add(node.enters(stage.nobody()));
    }
    stage.rounds(node);
    return stays;
  }

  private void open(Room... nodes) {
    stage.clock.set(OPENS);
    stage.rounds(nodes);
  }

  /** Which of them are before each; the one let in is before all. */
  private static List<Integer> places(List<Stay> stays) {
    return stays.stream()
        .map(stay -> stay.standing() instanceof Standing.Admitted ? 0 : position(stay))
        .toList();
  }

  private CallbackOutcome wish(Stay stay, PhoneNumber number) {
    CompletableFuture<CallbackOutcome> done =
        CompletableFuture.supplyAsync(() -> stay.callBack(number));
    while (!done.isDone()) {
      node.round();
    }
    return done.join();
  }

  @Test
  void beforeTheOpeningNobodyHasAPositionAndDiallingFirstWinsNothing() {
    rule(QueueSettings.Order.DRAW, QueueSettings.ClosingRule.SERVE);
    List<Stay> stays = enter(MANY);
    assertThat(stays.getFirst().standing()).isEqualTo(new Standing.Lobby(OPENS, true));
    open(node);
    List<Integer> places = places(stays);
    assertThat(places).doesNotHaveDuplicates().hasSize(MANY);
    assertThat(places).isNotEqualTo(places.stream().sorted().toList());
    Stay late = node.enters(stage.nobody());
    stage.rounds(node);
    assertThat(position(late)).isEqualTo(MANY);
  }

  @Test
  void theSeedIsCommittedBeforeAndTheOrderFollowsFromIt() {
    rule(QueueSettings.Order.DRAW, QueueSettings.ClosingRule.SERVE);
    enter(MANY);
    String before = stage.rows("SELECT seed FROM queue_draw WHERE drawn_at IS NULL").getFirst();
    open(node);
    assertThat(stage.rows("SELECT seed, tickets FROM queue_draw"))
        .containsExactly(before + " " + MANY);
    List<Long> tickets =
        stage.rows("SELECT ticket_id FROM queue_lot ORDER BY ticket_id").stream()
            .map(Long::valueOf)
            .toList();
    List<Long> drawn =
        stage.rows("SELECT ticket_id FROM queue_lot ORDER BY place").stream()
            .map(Long::valueOf)
            .toList();
    assertThat(drawn).isEqualTo(Draw.order(HexFormat.of().parseHex(before), tickets));
  }

  @Test
  void twoNodesDrawOnce() {
    rule(QueueSettings.Order.DRAW, QueueSettings.ClosingRule.SERVE);
    Room other = stage.node("two");
    List<Stay> stays = new ArrayList<>(enter(5));
    for (int i = 0; i < 5; i++) {
      stays.add(other.enters(stage.nobody()));
    }
    stage.rounds(node, other);
    open(node, other);
    assertThat(places(stays)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    List<String> lots = stage.rows("SELECT * FROM queue_lot ORDER BY ticket_id");
    stage.pass(Duration.ofMinutes(1), node, other);
    assertThat(stage.rows("SELECT * FROM queue_lot ORDER BY ticket_id")).isEqualTo(lots);
  }

  @Test
  void inTheOrderOfArrivalTheFirstStaysFirst() {
    rule(QueueSettings.Order.ARRIVAL, QueueSettings.ClosingRule.SERVE);
    List<Stay> stays = enter(5);
    assertThat(stays.getFirst().standing()).isEqualTo(new Standing.Lobby(OPENS, false));
    open(node);
    assertThat(places(stays)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void atNightNobodyIsHeldButACallbackTakesPartInTheDraw() {
    rule(QueueSettings.Order.DRAW, QueueSettings.ClosingRule.SERVE);
    stage.clock.set(OPENS.minus(Duration.ofHours(3)));
    Stay night = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(night.standing()).isEqualTo(new Standing.Closed(OPENS, true));
    assertThat(stage.tickets()).isEmpty();
    CallbackOutcome.Kept kept = (CallbackOutcome.Kept) wish(night, PHONE);
    assertThat(kept.earliest()).isEqualTo(OPENS);
    night.close();
    stage.clock.set(OPENS.minus(Duration.ofMinutes(10)));
    enter(3);
    open(node);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_lot")).containsExactly("4");
  }

  @Test
  void whoWasCutOffBeforeTheOpeningTakesPartToo() {
    rule(QueueSettings.Order.DRAW, QueueSettings.ClosingRule.SERVE);
    stage.clock.set(OPENS.minus(Duration.ofMinutes(5)));
    node.enters(stage.from(PHONE)).close();
    enter(3);
    open(node);
    Stay again = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(again.isReturned()).isTrue();
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_lot")).containsExactly("4");
  }

  @Test
  void whoIsInLineAtClosingTimeIsStillServed() {
    rule(QueueSettings.Order.ARRIVAL, QueueSettings.ClosingRule.SERVE);
    stage.clock.set(CLOSES.minusSeconds(10));
    List<Stay> stays = enter(2);
    stage.clock.set(CLOSES);
    Stay late = node.enters(stage.nobody());
    stage.rounds(node);
    assertThat(late.standing()).isInstanceOf(Standing.Closed.class);
    assertThat(position(stays.get(1))).isEqualTo(1);
    stays.get(0).served();
    stage.rounds(node);
    assertAdmitted(stays.get(1));
  }

  @Test
  void orIsCalledBackTheNextMorningBeforeAnybodyElse() {
    rule(QueueSettings.Order.DRAW, QueueSettings.ClosingRule.CALL_BACK);
    stage.clock.set(CLOSES.minusSeconds(10));
    List<Stay> stays = enter(1);
    Stay calling = node.enters(stage.from(PHONE));
    Stay silent = node.enters(stage.from(OTHER));
    stage.rounds(node);
    stage.clock.set(CLOSES);
    stage.rounds(node);
    Instant tomorrow = OPENS.plus(Duration.ofDays(1));
    assertThat(calling.standing()).isEqualTo(new Standing.Closing(tomorrow));
    assertThat(((CallbackOutcome.Kept) wish(calling, PHONE)).earliest()).isEqualTo(tomorrow);
    calling.close();
    silent.close();
    stays.get(0).served();
    stage.pass(Duration.ofMinutes(30), node);
    assertThat(stage.telephone.ringing).isEmpty();

    stage.clock.set(tomorrow.minus(Duration.ofMinutes(10)));
    stage.rounds(node);
    Stay early = node.enters(stage.nobody());
    stage.rounds(node);
    stage.clock.set(tomorrow);
    stage.rounds(node);
    assertThat(stage.telephone.only().call().number()).isEqualTo(PHONE);
    assertThat(position(early)).isEqualTo(3);
    Stay back = node.enters(stage.from(OTHER));
    stage.rounds(node);
    assertThat(position(back)).isEqualTo(2);
  }

  @Test
  void theLineStaysOpenWhenTheHoursAreExtended() {
    rule(QueueSettings.Order.ARRIVAL, QueueSettings.ClosingRule.CALL_BACK);
    stage.clock.set(CLOSES);
    Stay stay = node.enters(stage.nobody());
    stage.rounds(node);
    assertThat(stay.standing()).isInstanceOf(Standing.Closed.class);
    stage.settings =
        QueueStage.with(
            1, QueueSettings.Order.ARRIVAL, QueueSettings.ClosingRule.CALL_BACK, until(22));
    stage.rounds(node);
    assertAdmitted(stay);
  }
}
