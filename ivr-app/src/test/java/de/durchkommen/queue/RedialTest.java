package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static de.durchkommen.queue.RoomTest.position;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody hangs up and calls again before the waiting room can know that the first call ended. */
class RedialTest {
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private Room stalling;
  private Room running;
  private Stay first;
  private Stay between;

  /** Two dialogues, then somebody on the node that will stall, then somebody else. */
  @BeforeEach
  void twoWait() {
    stalling = stage.node("one");
    running = stage.node("two");
    running.enters(stage.nobody());
    running.enters(stage.nobody());
    stage.rounds(running);
    first = stalling.enters(stage.from(PHONE));
    stage.rounds(stalling);
    between = running.enters(stage.nobody());
    stage.rounds(stalling, running);
    assertThat(position(between)).isEqualTo(2);
  }

  private Stay calls(Room node, Arrival arrival) {
    Stay stay = node.enters(arrival);
    stage.rounds(node);
    return stay;
  }

  @Test
  void theNewCallGetsTheOldPlaceWhenTheNewsArrives() {
    first.close();
    Stay again = calls(running, stage.from(PHONE));
    assertThat(position(again)).isEqualTo(3);
    stage.rounds(stalling, running);
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(between)).isEqualTo(2);
  }

  @Test
  void alsoWhenTheNodeIsDeadAndSaysNothing() {
    first.close();
    stage.pass(Duration.ofSeconds(5), running);
    Stay again = calls(running, stage.from(PHONE));
    stage.pass(QueueLimits.DEAD, running);
    assertThat(position(again)).as("the first call may come back by itself").isEqualTo(3);
    stage.pass(QueueLimits.AWAITED, running);
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(between)).isEqualTo(2);
  }

  @Test
  void alsoWhenTheNodeOfTheSecondCallDiesMeanwhileAndTheCallComesBack() {
    Room third = stage.node("three");
    first.close();
    stage.pass(Duration.ofSeconds(5), running, third);
    Arrival redial = stage.from(PHONE);
    calls(third, redial);
    stage.pass(Duration.ofSeconds(12), running, third);
    stage.pass(QueueLimits.DEAD.plus(Duration.ofSeconds(3)), running);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE reach = 'ABSENT'"))
        .containsExactly("2");
    stage.pass(Duration.ofSeconds(15), running);
    Stay back = calls(running, redial);
    stage.rounds(running);
    assertThat(position(back)).isEqualTo(1);
    assertThat(position(between)).isEqualTo(2);
  }

  @Test
  void aCallThatCameBackAfterTheCrashKeepsItsPlace() {
    Arrival cut = stage.from(OTHER);
    Stay lost = calls(stalling, cut);
    assertThat(position(lost)).isEqualTo(3);
    stage.pass(Duration.ofSeconds(5), running);
    Stay second = calls(running, stage.from(OTHER));
    stage.pass(QueueLimits.DEAD, running);
    Stay back = calls(running, cut);
    stage.pass(QueueLimits.AWAITED, running);
    assertThat(back.isReturned()).isTrue();
    assertThat(position(back)).isLessThan(position(second));
  }

  @Test
  void theOtherPlaceIsKeptForWhoeverCallsFromTheSameNumber() {
    first.close();
    Stay again = calls(running, stage.from(PHONE));
    Stay behind = calls(running, stage.nobody());
    stage.rounds(stalling, running);
    Stay back = calls(running, stage.from(PHONE));
    assertThat(back.isReturned()).isTrue();
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(back)).isEqualTo(3);
    assertThat(position(behind)).isEqualTo(4);
  }

  @Test
  void whoHadCalledLongBeforeIsAnotherPerson() {
    Stay other = calls(running, stage.from(PHONE));
    stage.pass(QueueLimits.REDIAL.plusSeconds(1), stalling, running);
    first.close();
    stage.rounds(stalling, running);
    assertThat(position(between)).isEqualTo(2);
    assertThat(position(other)).isEqualTo(3);
    assertThat(position(calls(running, stage.from(PHONE)))).isEqualTo(1);
  }

  @Test
  void anotherNumberGetsNobodysPlace() {
    Stay other = calls(running, stage.from(OTHER));
    first.close();
    stage.rounds(stalling, running);
    assertThat(position(between)).isEqualTo(2);
    assertThat(position(other)).isEqualTo(3);
  }

  @Test
  void theCallThatTookOverIsServedAndEndsLikeAnyOther() {
    first.close();
    Stay again = calls(running, stage.from(PHONE));
    stage.rounds(stalling, running);
    stage.settings = QueueStage.dialogues(3);
    stage.rounds(running);
    RoomTest.assertAdmitted(again);
    again.served();
    stage.pass(stage.settings.kept().plusSeconds(5), stalling, running);
    assertThat(stage.tickets())
        .filteredOn(row -> row.contains("ENDED"))
        .anyMatch(row -> row.endsWith("SERVED"))
        .anyMatch(row -> row.endsWith("ABANDONED"))
        .hasSize(2);
  }

  @Test
  void ofTwoCallsAfterItTheFirstGetsThePlace() {
    Stay second = calls(running, stage.from(PHONE));
    Stay third = calls(running, stage.from(PHONE));
    first.close();
    stage.rounds(stalling, running);
    assertThat(position(second)).isEqualTo(1);
    assertThat(position(between)).isEqualTo(2);
    assertThat(position(third)).as("behind the place that is kept").isEqualTo(4);
  }

  @Test
  void whatWasPromisedToTheFirstCallIsKeptWithIt() {
    stage
        .database()
        .execute("UPDATE queue_ticket SET promised = 1 WHERE phone = '" + PHONE.e164() + "'");
    first.close();
    Stay again = calls(running, stage.from(PHONE));
    stage.rounds(stalling, running);
    assertThat(position(again)).isEqualTo(1);
    again.close();
    stage.rounds(running);
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE reach = 'CALLBACK'"))
        .containsExactly("1");
    assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE reach = 'ABSENT'"))
        .containsExactly("1");
  }
}
