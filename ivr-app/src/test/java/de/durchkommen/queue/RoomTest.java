package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoomTest {
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private Room node;

  @BeforeEach
  void clear() {
    node = stage.node("one");
  }

  static int position(Stay stay) {
    if (stay.standing() instanceof Standing.Waiting waiting) {
      return waiting.position();
    }
    throw new AssertionError("Not waiting but " + stay.standing());
  }

  static void assertAdmitted(Stay... stays) {
    for (Stay stay : stays) {
      assertThat(stay.standing()).isInstanceOf(Standing.Admitted.class);
    }
  }

  private List<Stay> arrive(int count) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stays.add(node.enters(stage.nobody()));
    }
    stage.rounds(node);
    return stays;
  }

  @Test
  void whoComesFirstIsLetInAndTheOthersStandInTheirOrder() {
    List<Stay> stays = arrive(5);
    assertAdmitted(stays.get(0), stays.get(1));
    assertThat(stays.subList(2, 5)).extracting(RoomTest::position).containsExactly(1, 2, 3);
  }

  @Test
  void whenADialogueEndsTheNextIsLetInAndAllPositionsFall() {
    List<Stay> stays = arrive(5);
    stays.get(0).served();
    stage.rounds(node);
    assertAdmitted(stays.get(2));
    assertThat(stays.subList(3, 5)).extracting(RoomTest::position).containsExactly(1, 2);
    assertThat(stays.get(2).bell().quiet()).isTrue();
  }

  @Test
  void nothingIsKnownBeforeTheFirstRound() {
    Stay stay = node.enters(stage.nobody());
    assertThat(stay.standing()).isInstanceOf(Standing.Pending.class);
    assertThat(stay.settled(Duration.ofMillis(1))).isInstanceOf(Standing.Pending.class);
  }

  @Test
  void whoIsCutOffAndCallsAgainFromTheSameNumberHasTheOldPlace() {
    arrive(2);
    Stay first = node.enters(stage.from(PHONE));
    Stay second = node.enters(stage.from(OTHER));
    stage.rounds(node);
    first.close();
    stage.pass(Duration.ofMinutes(9), node);
    assertThat(position(second)).isEqualTo(2);
    Stay again = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(again.isReturned()).isTrue();
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(second)).isEqualTo(2);
  }

  @Test
  void afterTenMinutesThePlaceIsGone() {
    arrive(2);
    Stay first = node.enters(stage.from(PHONE));
    Stay second = node.enters(stage.from(OTHER));
    stage.rounds(node);
    first.close();
    stage.pass(Duration.ofMinutes(11), node);
    assertThat(position(second)).isEqualTo(1);
    Stay again = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(again.isReturned()).isFalse();
    assertThat(position(again)).isEqualTo(2);
  }

  @Test
  void aRedialInTheSameRoundAsTheCutHasTheOldPlaceToo() {
    arrive(2);
    Stay first = node.enters(stage.from(PHONE));
    Stay second = node.enters(stage.from(OTHER));
    stage.rounds(node);
    first.close();
    Stay again = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(again.isReturned()).isTrue();
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(second)).isEqualTo(2);
  }

  @Test
  void anotherCallerAtTheSameNumberIsAnotherPerson() {
    arrive(2);
    Stay first = node.enters(stage.from(PHONE));
    Stay second = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(second.isReturned()).isFalse();
    assertThat(List.of(first, second)).extracting(RoomTest::position).containsExactly(1, 2);
  }

  @Test
  void whoIsAbsentIsPassedOverAndKeepsThePlace() {
    List<Stay> stays = arrive(2);
    Stay first = node.enters(stage.from(PHONE));
    Stay second = node.enters(stage.from(OTHER));
    stage.rounds(node);
    first.close();
    stays.get(0).served();
    stage.rounds(node);
    assertAdmitted(second);
    Stay third = node.enters(stage.nobody());
    Stay again = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(third)).isEqualTo(2);
  }

  @Test
  void whoIsCutOffInADialogueIsNextOnReturnButNotForEver() {
    arrive(1);
    Stay busy = node.enters(stage.from(PHONE));
    stage.rounds(node);
    List<Stay> others = new ArrayList<>(arrive(20));
    for (int times = 0; times < QueueLimits.RETURNS; times++) {
      busy.close();
      stage.rounds(node);
      Stay again = node.enters(stage.from(PHONE));
      stage.rounds(node);
      assertThat(position(again)).isEqualTo(1);
      others.remove(0).served();
      stage.rounds(node);
      assertAdmitted(again);
      busy = again;
    }
    busy.close();
    stage.rounds(node);
    Stay last = node.enters(stage.from(PHONE));
    stage.rounds(node);
    assertThat(position(last)).isGreaterThan(10);
  }

  @Test
  void theSameCallComesBackToTheSamePlaceAfterACrash() {
    Arrival one = stage.nobody();
    Arrival three = stage.nobody();
    node.enters(one);
    node.enters(stage.nobody());
    node.enters(three);
    Stay fourth = node.enters(stage.nobody());
    stage.rounds(node);
    assertThat(position(fourth)).isEqualTo(2);
    Room restarted = stage.node("one");
    stage.clock.pass(Duration.ofSeconds(40));
    restarted.round();
    Stay stranger = restarted.enters(stage.nobody());
    restarted.round();
    assertThat(stranger.standing()).isNotInstanceOf(Standing.Admitted.class);
    Stay again = restarted.enters(three);
    Stay talking = restarted.enters(one);
    stage.rounds(restarted);
    assertAdmitted(talking);
    assertThat(again.isReturned()).isTrue();
    assertThat(position(again)).isEqualTo(2);
    assertThat(position(stranger)).isGreaterThan(2);
  }

  @Test
  void aCallThatComesBackIsNotOvertakenByAnotherOneFromTheSameNumber() {
    Arrival here = stage.from(PHONE);
    arrive(2);
    node.enters(here);
    node.enters(stage.nobody());
    stage.rounds(node);
    Room restarted = stage.node("one");
    restarted.round();
    Stay other = restarted.enters(stage.from(PHONE));
    Stay again = restarted.enters(here);
    stage.rounds(restarted);
    assertThat(again.isReturned()).isTrue();
    assertThat(position(again)).isLessThan(position(other));
    assertThat(other.isReturned()).isFalse();
  }

  @Test
  void whoIsPassedOverDoesNotMakeTheWaitLonger() {
    stage.settings = QueueStage.dialogues(1);
    arrive(1);
    List<Stay> before = arrive(30);
    Stay last = node.enters(stage.nobody());
    stage.rounds(node);
    Duration all = until(last);
    before.forEach(Stay::close);
    stage.rounds(node);
    assertThat(position(last)).isEqualTo(31);
    assertThat(until(last)).isLessThan(all);
    assertThat(from(last)).isLessThanOrEqualTo(Duration.ofMinutes(45));
  }

  private static Duration until(Stay stay) {
    return range(stay).until().orElse(Duration.ofDays(1));
  }

  private static Duration from(Stay stay) {
    return range(stay).from();
  }

  private static WaitRange range(Stay stay) {
    return ((Standing.Waiting) stay.standing()).range().orElseThrow();
  }

  @Test
  void whenNobodyComesBackAfterACrashTheOthersAreLetIn() {
    arrive(2);
    Room restarted = stage.node("one");
    restarted.round();
    Stay stranger = restarted.enters(stage.nobody());
    stage.pass(QueueLimits.AWAITED.plusSeconds(10), restarted);
    assertAdmitted(stranger);
  }

  @Test
  void aPersonHasOnePlaceTheBetterOne() {
    stage.rows("SELECT 1");
    stage
        .database()
        .execute(
            "INSERT IGNORE INTO person (id, code, birth_date, name, postcode)"
                + " VALUES (7, '4056335248', '1922-07-22', 'A', '34117')");
    arrive(2);
    Stay first = node.enters(stage.nobody());
    Stay between = node.enters(stage.nobody());
    first.identified(7);
    stage.rounds(node);
    first.close();
    Stay again = node.enters(stage.from(OTHER));
    stage.rounds(node);
    assertThat(position(again)).isEqualTo(3);
    again.identified(7);
    stage.rounds(node);
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(between)).isEqualTo(2);
  }

  @Test
  void aGroupThatGoesFirstGoesFirst() {
    arrive(2);
    Stay ordinary = node.enters(stage.nobody());
    stage.rounds(node);
    Stay urgent = node.enters(new Arrival("urgent", Optional.empty(), "de", Arrival.OFFERED));
    stage.rounds(node);
    assertThat(position(urgent)).isEqualTo(1);
    assertThat(position(ordinary)).isEqualTo(2);
  }

  @Test
  void whoGoesFirstHasOvertakenTheOthersAlsoWhenLetInAtOnce() {
    List<Stay> talking = arrive(2);
    node.enters(stage.nobody());
    stage.rounds(node);
    Instant since = stage.clock.instant();
    assertThat(Objects.requireNonNull(node.lineup()).isOvertaken(Arrival.ORDINARY, since))
        .isFalse();
    talking.get(0).served();
    stage.clock.pass(Duration.ofSeconds(1));
    Stay urgent = node.enters(new Arrival("urgent", Optional.empty(), "de", Arrival.OFFERED));
    stage.rounds(node);
    assertAdmitted(urgent);
    Lineup lineup = Objects.requireNonNull(node.lineup());
    assertThat(lineup.isOvertaken(Arrival.ORDINARY, since)).isTrue();
    assertThat(lineup.isOvertaken(Arrival.OFFERED, since)).isFalse();
  }

  @Test
  void whoComesInWhileNewsAreToldIsTheReasonInTheNext() {
    arrive(2);
    Stay ordinary = node.enters(stage.nobody());
    stage.rounds(node);
    News entry = ordinary.news().orElseThrow();
    stage.clock.pass(Duration.ofSeconds(2));
    node.enters(new Arrival("urgent", Optional.empty(), "de", Arrival.OFFERED));
    stage.rounds(node);
    stage.clock.pass(Duration.ofSeconds(3));
    ordinary.told(entry);
    stage.pass(QueueSettings.USUAL.latest(), node);
    News next = ordinary.news().orElseThrow();
    assertThat(next.position()).isEqualTo(2);
    assertThat(next.reason()).contains(News.Reason.PRIORITY);
  }

  @Test
  void nothingOfTheCallerIsKeptAfterTheEnd() {
    Stay stay = node.enters(stage.from(PHONE));
    stage.rounds(node);
    stay.served();
    stage.rounds(node);
    assertThat(stage.rows("SELECT outcome, phone, call_id, visit FROM queue_ticket"))
        .containsExactly("SERVED null null null");
    stage.pass(Duration.ofHours(1), node);
    stage.clock.pass(QueueLimits.HISTORY);
    stage.rounds(node);
    assertThat(stage.tickets()).isEmpty();
  }
}
