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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Places that stay what they were, through calls in between, crashes and changed hours. */
class KeptPlaceTest {
  /** 8 h in Hessen. */
  private static final Instant OPENS = Instant.parse("2021-01-12T07:00:00Z");

  private static final Instant CLOSES = Instant.parse("2021-01-12T19:00:00Z");
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private Room node;

  @BeforeEach
  void clear() {
    node = stage.node("one");
  }

  private Stay enter(Arrival arrival) {
    Stay stay = node.enters(arrival);
    stage.rounds(node);
    return stay;
  }

  private void busy() {
    enter(stage.nobody());
    enter(stage.nobody());
  }

  private <T> T during(Supplier<T> action) {
    CompletableFuture<T> done = CompletableFuture.supplyAsync(action);
    while (!done.isDone()) {
      node.round();
    }
    return done.join();
  }

  private void wishes(Stay stay, PhoneNumber number) {
    assertThat(during(() -> stay.callBack(number))).isInstanceOf(CallbackOutcome.Kept.class);
  }

  private static void hours(QueueSettings.ClosingRule closing, int from, int until) {
    Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(OpeningHours.Span.of(LocalTime.of(from, 0), LocalTime.of(until, 0))));
    }
    stage.settings =
        QueueStage.with(2, QueueSettings.Order.DRAW, closing, new OpeningHours(week, Map.of()));
  }

  @Test
  void whoWasPromisedACallAndOnlyAsksAboutItIsCalledAllTheSame() {
    busy();
    wishes(enter(stage.from(PHONE)), PHONE);
    Stay behind = enter(stage.nobody());
    Stay asking = enter(stage.from(PHONE));
    assertThat(asking.isReturned()).isTrue();
    asking.close();
    stage.pass(stage.settings.kept().multipliedBy(2), node);
    assertThat(position(behind)).isEqualTo(2);
    stage.settings = QueueStage.dialogues(3);
    stage.rounds(node);
    assertThat(stage.telephone.only().call().number()).isEqualTo(PHONE);
  }

  @Test
  void alsoWhoAsksAtNight() {
    hours(QueueSettings.ClosingRule.SERVE, 8, 20);
    stage.clock.set(OPENS.minus(Duration.ofHours(4)));
    wishes(enter(stage.from(PHONE)), PHONE);
    Stay asking = enter(stage.from(PHONE));
    assertThat(asking.standing()).isEqualTo(new Standing.Closed(OPENS, true));
    asking.close();
    stage.clock.set(OPENS);
    stage.rounds(node);
    assertThat(stage.telephone.only().call().number()).isEqualTo(PHONE);
    assertThat(stage.tickets()).hasSize(1);
  }

  @Test
  void whoCallsAgainBeforeTheOpeningHearsWhenItOpens() {
    hours(QueueSettings.ClosingRule.SERVE, 8, 20);
    stage.clock.set(OPENS.minus(Duration.ofMinutes(9)));
    enter(stage.from(PHONE)).close();
    Stay again = enter(stage.from(PHONE));
    assertThat(again.isReturned()).isTrue();
    assertThat(again.standing()).isEqualTo(new Standing.Lobby(OPENS, true));
    stage.clock.set(OPENS);
    stage.rounds(node);
    assertAdmitted(again);
  }

  @Test
  void crashesOfOursCostNobodyThePlace() {
    Arrival talking = stage.nobody();
    node.enters(talking);
    busy();
    enter(stage.nobody());
    Stay again = enter(stage.nobody());
    for (int times = 0; times <= QueueLimits.RETURNS + 1; times++) {
      node = stage.node("one");
      stage.rounds(node);
      again = enter(talking);
      assertAdmitted(again);
      assertThat(again.isReturned()).isTrue();
    }
    again.close();
    stage.rounds(node);
    assertThat(stage.rows("SELECT MIN(place) FROM queue_ticket")).containsExactly("1");
  }

  @Test
  void aCrashWhileTheThirdCallIsAnsweredIsNotTheirFault() {
    Stay first = enter(stage.nobody());
    enter(stage.nobody());
    wishes(enter(stage.from(PHONE)), PHONE);
    stage.database().execute("UPDATE queue_ticket SET tries = 2 WHERE reach = 'CALLBACK'");
    first.served();
    stage.rounds(node);
    long ticket = stage.telephone.only().call().reference();
    Arrival answer = stage.from(PHONE);
    assertThat(during(() -> node.answers(answer, ticket))).isPresent();
    stage.rounds(node);
    node = stage.node("one");
    stage.rounds(node);
    assertAdmitted(enter(answer));
  }

  @Test
  void aTelephoneOfWhichNothingIsHeardDoesNotRingForEver() {
    Stay first = enter(stage.nobody());
    enter(stage.nobody());
    wishes(enter(stage.from(PHONE)), PHONE);
    first.served();
    stage.rounds(node);
    int rings = 0;
    for (int minutes = 0; minutes < 12; minutes++) {
      rings += stage.telephone.ringing.size();
      stage.telephone.ringing.clear();
      stage.pass(Duration.ofMinutes(1), node);
    }
    // Pauses of 1, 2 and 4 minutes, each after a limit of 70 seconds.
    assertThat(rings).isEqualTo(4);
    stage.database().execute("UPDATE queue_ticket SET failures = 19 WHERE phone IS NOT NULL");
    stage.pass(Duration.ofMinutes(11), node);
    assertThat(stage.tickets()).anyMatch(row -> row.endsWith("ENDED NONE UNREACHED"));
  }

  @Test
  void whoIsCalledAboutAPairGoesFirstAlsoWithAnOldPlace() {
    busy();
    Stay before = enter(stage.from(OTHER));
    enter(stage.from(PHONE)).close();
    Stay offered = enter(new Arrival("offered", Optional.of(PHONE), "de", Arrival.OFFERED));
    assertThat(position(offered)).isEqualTo(1);
    assertThat(position(before)).isEqualTo(2);
  }

  @Test
  void theCallBackGoesToTheNumberThatWasAskedFor() {
    busy();
    Arrival same = stage.from(OTHER);
    wishes(enter(same), PHONE);
    Stay again = enter(same);
    assertThat(again.isReturned()).isTrue();
    assertThat(stage.rows("SELECT phone FROM queue_ticket WHERE phone IS NOT NULL"))
        .containsExactly(PHONE.e164());
  }

  @Test
  void anOlderProcessDoesNotEndTheOneThatHasTakenOver() {
    Stay old = enter(stage.nobody());
    Room newer = stage.node("one");
    newer.round();
    Stay fresh = newer.enters(stage.nobody());
    newer.round();
    old.served();
    node.round();
    stage.rounds(newer);
    assertAdmitted(fresh);
    assertThat(fresh.isReturned()).isFalse();
    assertThat(stage.rows("SELECT returns, reach FROM queue_ticket WHERE phase <> 'ENDED'"))
        .containsExactly("0 PRESENT");
  }

  @Test
  void whoIsServedAfterTheirNodeWasTakenForDeadIsServed() {
    Room other = stage.node("two");
    Stay talking = enter(stage.nobody());
    stage.pass(QueueLimits.DEAD.plusSeconds(20), other);
    assertThat(stage.tickets()).first().asString().contains("ABSENT");
    talking.served();
    stage.rounds(node);
    assertThat(stage.tickets()).hasSize(1).first().asString().endsWith("SERVED");
  }

  @Test
  void whoChangesTheHoursGetsNoOtherSeed() {
    hours(QueueSettings.ClosingRule.SERVE, 8, 20);
    stage.clock.set(OPENS.minus(Duration.ofHours(2)));
    stage.rounds(node);
    List<String> seed = stage.rows("SELECT seed FROM queue_draw");
    hours(QueueSettings.ClosingRule.SERVE, 9, 20);
    stage.rounds(node);
    assertThat(stage.rows("SELECT seed FROM queue_draw")).isEqualTo(seed).hasSize(1);
    assertThat(stage.rows("SELECT HOUR(opens) FROM queue_draw")).containsExactly("8");
  }

  @Test
  void whoWasInLineAtClosingTimeHasThePlaceAlsoWhenTheLineOpensLaterThanPlanned() {
    hours(QueueSettings.ClosingRule.CALL_BACK, 8, 20);
    stage.clock.set(CLOSES.minusSeconds(10));
    busy();
    Stay silent = enter(stage.from(PHONE));
    stage.clock.set(CLOSES);
    stage.rounds(node);
    silent.close();
    stage.rounds(node);
    hours(QueueSettings.ClosingRule.CALL_BACK, 10, 20);
    stage.clock.set(OPENS.plus(Duration.ofHours(25)));
    stage.rounds(node);
    stage.clock.set(OPENS.plus(Duration.ofHours(26)));
    stage.rounds(node);
    assertThat(enter(stage.from(PHONE)).isReturned()).isTrue();
    stage.rounds(node);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE kept_until > '9000-01-01'"))
        .containsExactly("0");
  }

  @Test
  void theBellRingsForTheFirstPositionAndWhenANearerOneMayBeTold() {
    List<Stay> before = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      before.add(enter(stage.nobody()));
    }
    Stay stay = node.enters(stage.nobody());
    stage.rounds(node);
    assertThat(stay.bell().quiet()).isTrue();
    stay.told(stay.news().orElseThrow());
    before.get(0).served();
    stage.rounds(node);
    assertThat(position(stay)).isEqualTo(2);
    assertThat(stay.bell().quiet()).isFalse();
    stage.pass(stage.settings.soonest(), node);
    assertThat(stay.bell().quiet()).isTrue();
    assertThat(stay.news().orElseThrow().kind()).isEqualTo(News.Kind.NEARER);
    stage.rounds(node);
    assertThat(stay.bell().quiet()).isFalse();
  }

  /** Music goes on for as long as it may, by the pace as it is now. */
  @Test
  void theBellRingsOnceWhenAnotherPaceHasMadeNewsDue() {
    busy();
    Stay stay = enter(stage.nobody());
    stay.told(stay.news().orElseThrow());
    assertThat(stay.patience()).isEqualTo(stage.settings.latest());
    stay.bell().quiet();
    stage.pass(stage.settings.soonest(), node);
    assertThat(stay.bell().quiet()).as("nothing is due").isFalse();
    Duration often = stage.settings.soonest();
    stage.settings = QueueStage.with(stage.settings, often, often);
    stage.rounds(node);
    assertThat(stay.bell().quiet()).as("due by now").isTrue();
    assertThat(stay.news().orElseThrow().kind()).isEqualTo(News.Kind.STILL);
    stage.rounds(node);
    assertThat(stay.bell().quiet()).as("rung once").isFalse();
  }
}
