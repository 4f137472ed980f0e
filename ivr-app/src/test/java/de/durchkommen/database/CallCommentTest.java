package de.durchkommen.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.settings.CallAtHand;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the server sees of a statement is asked of the server. */
class CallCommentTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final String SEEN =
      "SELECT info FROM information_schema.processlist WHERE id = CONNECTION_ID()";

  private final Database database = new Database(ROWS.transactions(), PATIENT);

  @AfterAll
  static void close() {
    ROWS.close();
  }

  private static String seen(EntityManager entities) {
    return new Sql(entities).first(SEEN, row -> row.getString(1), List.of()).orElseThrow();
  }

  @Test
  void aStatementNamesItsCall() {
    List<String> seen = new ArrayList<>();
    CallAtHand.during(
        "3f2a@198.51.100.7",
        () -> {
          seen.add(database.answer(CallCommentTest::seen, why -> why));
          seen.add(
              database.answer(
                  entities -> (String) entities.createNativeQuery(SEEN).getSingleResult(),
                  why -> why));
        });
    assertThat(seen)
        .hasSize(2)
        .allMatch(text -> text.equals("/* call 3f2a@198.51.100.7 */ " + SEEN));
  }

  @Test
  void whatIsDoneForManyRowsInOneGoIsDoneAllTheSame() {
    ROWS.execute("CREATE TABLE named (id INT PRIMARY KEY)");
    CallAtHand.during(
        "c1",
        () ->
            database.answer(
                entities -> {
                  new Sql(entities)
                      .each(
                          "INSERT INTO named VALUES (?)",
                          List.of(List.of(1), List.of(2), List.of(3)));
                  return "";
                },
                why -> why));
    assertThat(ROWS.rows("SELECT id FROM named ORDER BY id")).containsExactly("1", "2", "3");
  }

  @Test
  void aStatementForNoCallIsAsItIs() {
    assertThat(database.answer(CallCommentTest::seen, why -> why)).isEqualTo(SEEN);
  }

  @Test
  void nothingInAnIdEndsTheComment() {
    List<String> seen = new ArrayList<>();
    CallAtHand.during(
        "*/ DROP TABLE hold; -- '\"?",
        () -> seen.add(database.answer(CallCommentTest::seen, why -> why)));
    assertThat(seen).containsExactly("/* call ___DROP_TABLE_hold__--____ */ " + SEEN);
  }

  @Test
  void aRoundNamesTheCallsOfAllWhoAsked() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(1);
    GroupCommit<Integer, String> rounds =
        new GroupCommit<>(
            database,
            (entities, numbers) -> {
              begun.countDown();
              awaited(all);
              return Collections.nCopies(numbers.size(), seen(entities));
            },
            1,
            128);
    Thread first = Thread.ofVirtual().start(() -> asks(rounds, 0));
    begun.await();
    CountDownLatch soon = new CountDownLatch(10);
    Thread.ofVirtual()
        .start(() -> {
          awaited(soon);
          // The last of them has asked by then.
          awaited(new CountDownLatch(1), Duration.ofMillis(300));
          all.countDown();
        });
    List<String> seen =
        Together.run(
            10,
            i -> {
              soon.countDown();
              return asks(rounds, i + 1);
            });
    first.join();
    assertThat(seen)
        .allMatch(text -> text.matches("/\\* call( c\\d+){8} and 2 more \\*/ SELECT.*"));
  }

  private static String asks(GroupCommit<Integer, String> rounds, int number) {
    List<String> answer = new ArrayList<>();
    CallAtHand.during("c" + number, () -> answer.add(rounds.answer(number, why -> why)));
    return answer.getFirst();
  }

  private static void awaited(CountDownLatch latch) {
    awaited(latch, PATIENT);
  }

  private static void awaited(CountDownLatch latch, Duration limit) {
    try {
      latch.await(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void manyCallsAreNamedInPart() {
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
    List<String> marked = new ArrayList<>();
    CallAtHand.during(ids, () -> marked.add(CallComment.on("SELECT 1")));
    assertThat(marked).containsExactly("/* call c0 c1 c2 c3 c4 c5 c6 c7 and 92 more */ SELECT 1");
  }
}
