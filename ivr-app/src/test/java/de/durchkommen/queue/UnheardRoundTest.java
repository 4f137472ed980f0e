package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static de.durchkommen.queue.RoomTest.assertAdmitted;
import static de.durchkommen.queue.RoomTest.position;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rounds that were committed and nobody knows it, and events that the database refuses. */
class UnheardRoundTest {
  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private static final Failing failing = new Failing(stage.database().transactions());
  private static final Database database = TestDatabase.patient(failing);
  private Room node;

  @BeforeEach
  void clear() {
    failing.unheard = false;
    node = stage.node("one", database);
    stage.rounds(node);
  }

  private Stay enter(Arrival arrival) {
    Stay stay = node.enters(arrival);
    stage.rounds(node);
    return stay;
  }

  private void unheardRound() {
    failing.unheard = true;
    assertThat(node.round()).isFalse();
    failing.unheard = false;
  }

  private static String count(String condition) {
    return stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE " + condition).getFirst();
  }

  @Test
  void whoCameInIsThereOnce() {
    List<Stay> stays =
        List.of(
            node.enters(stage.nobody()), node.enters(stage.nobody()), node.enters(stage.nobody()));
    unheardRound();
    assertThat(stays.getFirst().standing()).isInstanceOf(Standing.Pending.class);
    stage.rounds(node);
    assertAdmitted(stays.get(0), stays.get(1));
    assertThat(position(stays.get(2))).isEqualTo(1);
    assertThat(count("TRUE")).isEqualTo("3");
  }

  @Test
  void whoWasCutOffAndCameBackMeanwhileIsThereOnce() {
    enter(stage.nobody());
    enter(stage.nobody());
    Stay cut = enter(stage.from(PHONE));
    Stay behind = enter(stage.nobody());
    cut.close();
    Stay again = node.enters(stage.from(PHONE));
    unheardRound();
    unheardRound();
    stage.rounds(node);
    assertThat(position(again)).isEqualTo(1);
    assertThat(position(behind)).isEqualTo(2);
    assertThat(count("TRUE")).isEqualTo("4");
  }

  @Test
  void whoWasServedIsServedOnce() {
    Stay talking = enter(stage.nobody());
    talking.served();
    unheardRound();
    stage.rounds(node);
    assertThat(stage.tickets()).hasSize(1).first().asString().endsWith("ENDED NONE SERVED");
  }

  @Test
  void aTelephoneWhoseRoundNobodyHeardOfRingsOnce() {
    Stay first = enter(stage.nobody());
    enter(stage.nobody());
    Stay wishing = enter(stage.from(PHONE));
    CompletableFuture<CallbackOutcome> wish =
        CompletableFuture.supplyAsync(() -> wishing.callBack(PHONE));
    while (!wish.isDone()) {
      node.round();
    }
    first.served();
    unheardRound();
    assertThat(stage.telephone.ringing).isEmpty();
    assertThat(count("reach = 'RINGING'")).isEqualTo("1");
    stage.rounds(node);
    long ticket = stage.telephone.only().call().reference();
    stage.rounds(node);
    assertThat(stage.telephone.ringing).isEmpty();

    CompletableFuture<Optional<Stay>> answer =
        CompletableFuture.supplyAsync(() -> node.answers(stage.from(PHONE), ticket));
    failing.unheard = true;
    // The first round that has the answer in it is committed and not heard of.
    while (count("reach = 'RINGING'").equals("1")) {
      node.round();
    }
    failing.unheard = false;
    while (!answer.isDone()) {
      node.round();
    }
    assertAdmitted(answer.join().orElseThrow());
    assertThat(stage.rows("SELECT tries FROM queue_ticket WHERE id = " + ticket))
        .containsExactly("1");
  }

  @Test
  void whatShouldHaveRungBeforeNineInTheEveningDoesNotRingAfterIt() {
    stage.clock.set(Instant.parse("2021-01-12T19:59:30Z"));
    Stay first = enter(stage.nobody());
    enter(stage.nobody());
    Stay wishing = enter(stage.from(PHONE));
    CompletableFuture<CallbackOutcome> wish =
        CompletableFuture.supplyAsync(() -> wishing.callBack(PHONE));
    while (!wish.isDone()) {
      node.round();
    }
    first.served();
    unheardRound();
    assertThat(count("reach = 'RINGING'")).isEqualTo("1");
    stage.clock.set(Instant.parse("2021-01-12T20:00:01Z"));
    stage.rounds(node);
    assertThat(stage.telephone.ringing).isEmpty();
    assertThat(count("reach = 'CALLBACK'")).isEqualTo("1");
  }

  @Test
  void aWishThatWasNotedUnheardDoesNotTakeThePlaceOnTheLine() {
    enter(stage.nobody());
    enter(stage.nobody());
    Stay wishing = enter(stage.from(PHONE));
    failing.unheard = true;
    CompletableFuture<CallbackOutcome> wish =
        CompletableFuture.supplyAsync(() -> wishing.callBack(PHONE));
    while (!wish.isDone()) {
      node.round();
    }
    assertThat(wish.join()).isInstanceOf(CallbackOutcome.Unknown.class);
    assertThat(count("reach = 'CALLBACK'")).isEqualTo("1");
    failing.unheard = false;
    stage.pass(QueueLimits.COMPARING.multipliedBy(3), node);
    assertThat(count("reach = 'PRESENT'")).isEqualTo("3");
    assertThat(position(wishing)).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseRefusesKeepsNobodyFromTheLine() {
    Stay talking = enter(stage.nobody());
    enter(stage.nobody());
    // There is no such person: they were deleted a moment ago.
    talking.identified(4711);
    Stay other = node.enters(stage.from(OTHER));
    stage.rounds(node);
    assertAdmitted(talking);
    assertThat(position(other)).isEqualTo(1);
    talking.served();
    stage.rounds(node);
    assertAdmitted(other);
  }

  @Test
  void whatIsNoEventsFaultLosesNoEvent() {
    Stay waiting = node.enters(stage.nobody());
    stage.database().execute("DELETE FROM queue_gate");
    assertThat(node.round()).isFalse();
    stage
        .database()
        .execute("INSERT INTO queue_gate VALUES (1, 1, 'OPEN', '2021-01-12', '2021-01-12')");
    stage.rounds(node);
    assertAdmitted(waiting);
  }

  @Test
  void aDialogueWhoseEndWasLostIsFreeAgain() {
    Stay talking = enter(stage.nobody());
    enter(stage.nobody());
    Stay waiting = enter(stage.nobody());
    // As if the events of one stay were lost, and another were not known any more.
    stage.database().execute("UPDATE queue_ticket SET visit = 1 ORDER BY place LIMIT 1");
    talking.close();
    stage.pass(QueueLimits.COMPARING.multipliedBy(3), node);
    assertAdmitted(waiting);
    assertThat(count("reach = 'ABSENT'")).isEqualTo("1");
  }
}
