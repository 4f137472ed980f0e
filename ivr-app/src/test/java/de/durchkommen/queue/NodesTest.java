package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.PHONE;
import static de.durchkommen.queue.RoomTest.assertAdmitted;
import static de.durchkommen.queue.RoomTest.position;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Database;
import de.durchkommen.database.KillableServer;
import de.durchkommen.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** One queue over several nodes, and through the failures of nodes and database. */
class NodesTest {
  @Test
  void twoNodesHaveOneOrderAndOneLimit() {
    try (QueueStage stage = new QueueStage()) {
      Room one = stage.node("one");
      Room two = stage.node("two");
      List<Stay> stays = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        stays.add((i % 2 == 0 ? one : two).enters(stage.nobody()));
        stage.rounds(one, two);
      }
      assertAdmitted(stays.get(0), stays.get(1));
      assertThat(stays.subList(2, 10))
          .extracting(RoomTest::position)
          .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      stays.get(0).served();
      stage.rounds(one, two);
      assertAdmitted(stays.get(2));
      assertThat(position(stays.get(3))).isEqualTo(1);
    }
  }

  @Test
  void inARaceOfNodesNobodyIsLetInTwiceAndNeverTooMany() throws Exception {
    try (QueueStage stage = new QueueStage()) {
      stage.settings = QueueStage.dialogues(3);
      List<Room> nodes = List.of(stage.node("a"), stage.node("b"), stage.node("c"));
      AtomicBoolean over = new AtomicBoolean();
      List<Thread> loops = nodes.stream().map(node -> rounds(node, over)).toList();
      List<Stay> stays = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        stays.add(nodes.get(i % nodes.size()).enters(stage.nobody()));
      }
      int served = 0;
      long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (served < stays.size() && System.nanoTime() < end) {
        List<String> running =
            stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE phase = 'DIALOGUE'");
        assertThat(Integer.parseInt(running.getFirst())).isLessThanOrEqualTo(3);
        for (Stay stay : stays) {
          if (stay.standing() instanceof Standing.Admitted) {
            stay.served();
            served++;
          }
        }
      }
      over.set(true);
      for (Thread loop : loops) {
        loop.join();
      }
      nodes.forEach(Room::round);
      assertThat(served).isEqualTo(stays.size());
      assertThat(stage.rows("SELECT COUNT(*) FROM queue_ticket WHERE outcome = 'SERVED'"))
          .containsExactly("60");
    }
  }

  /** One thread a node: a common pool may have one for all. */
  private static Thread rounds(Room node, AtomicBoolean over) {
    return Thread.ofPlatform()
        .start(() -> {
          while (!over.get()) {
            node.round();
          }
        });
  }

  @Test
  void theCallersOfADeadNodeKeepTheirPlaces() {
    try (QueueStage stage = new QueueStage()) {
      Room one = stage.node("one");
      Room two = stage.node("two");
      List<Stay> talking = List.of(two.enters(stage.nobody()), two.enters(stage.nobody()));
      stage.rounds(one, two);
      Arrival lost = stage.nobody();
      one.enters(lost);
      stage.rounds(one, two);
      Stay behind = two.enters(stage.nobody());
      stage.rounds(one, two);
      stage.pass(QueueLimits.DEAD.plusSeconds(10), two);
      talking.get(0).served();
      stage.rounds(two);
      assertThat(position(behind)).isEqualTo(2);
      Stay again = two.enters(lost);
      stage.rounds(two);
      assertAdmitted(again);
      assertThat(position(behind)).isEqualTo(1);
    }
  }

  @Test
  void aNodeThatOthersTookForDeadBringsItsCallersBack() {
    try (QueueStage stage = new QueueStage()) {
      Room one = stage.node("one");
      Room two = stage.node("two");
      two.enters(stage.nobody());
      Stay talking = one.enters(stage.nobody());
      stage.rounds(two, one);
      Stay waiting = one.enters(stage.nobody());
      Stay last = one.enters(stage.nobody());
      stage.rounds(one, two);
      stage.pass(QueueLimits.DEAD.plusSeconds(10), two);
      assertThat(stage.tickets()).anyMatch(row -> row.contains("ABSENT"));
      stage.rounds(one, two);
      assertThat(stage.tickets()).noneMatch(row -> row.contains("ABSENT"));
      assertAdmitted(talking);
      assertThat(position(waiting)).isEqualTo(1);
      assertThat(position(last)).isEqualTo(2);
    }
  }

  @Test
  void whileTheDatabaseIsAwayNobodyLosesThePlace() throws Exception {
    KillableServer server = KillableServer.shared();
    try (QueueStage stage = new QueueStage(TestDatabase.migrated(server.freshSchema("queue")))) {
      Database database = stage.database().database();
      Room node = stage.node("one", database);
      List<Stay> stays = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        stays.add(node.enters(stage.nobody()));
      }
      stage.rounds(node);
      Stay cut = node.enters(stage.from(PHONE));
      stage.rounds(node);
      server.kill();
      Stay first = node.enters(stage.nobody());
      Stay second = node.enters(stage.nobody());
      cut.close();
      Stay again = node.enters(stage.from(PHONE));
      assertThat(node.round()).isFalse();
      stage.clock.pass(QueueLimits.DEAD.multipliedBy(2));
      assertThat(node.round()).isFalse();
      assertThat(first.standing()).isInstanceOf(Standing.Pending.class);
      assertThat(position(stays.get(2))).isEqualTo(1);
      server.start();
      awaitRound(node);
      stage.rounds(node);
      assertAdmitted(stays.get(0), stays.get(1));
      assertThat(List.of(stays.get(2), stays.get(3), again, first, second))
          .extracting(RoomTest::position)
          .containsExactly(1, 2, 3, 4, 5);
      assertThat(again.isReturned()).isTrue();
    }
  }

  private static void awaitRound(Room node) throws InterruptedException {
    for (int tries = 0; tries < 60 && !node.round(); tries++) {
      Thread.sleep(500);
    }
  }
}
