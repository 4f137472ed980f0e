package de.durchkommen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions are numbers that are written to a table; what goes wrong goes wrong in the server. */
class GroupCommitTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static final int DEADLOCK = 1213;
  private static final int READ_ONLY = 1290;
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(400);

  /** Each round as it was tried. */
  private final List<List<Integer>> rounds = new CopyOnWriteArrayList<>();

  /** How often these fail from now on, and with which error. */
  private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();

  private final CountDownLatch firstRound = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private int error = DEADLOCK;

  @BeforeAll
  static void table() {
    ROWS.execute(
        "CREATE TABLE IF NOT EXISTS written (number INT PRIMARY KEY, CHECK (number < 1000))");
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @BeforeEach
  void clear() {
    ROWS.execute("DELETE FROM written");
  }

  private GroupCommit<Integer, String> group(Duration limit, int lanes, int most) {
    return new GroupCommit<>(new Database(ROWS.transactions(), limit), this::write, lanes, most);
  }

  private List<String> write(EntityManager entities, List<Integer> numbers) {
    rounds.add(numbers);
    firstRound.countDown();
    if (numbers.contains(0)) {
      awaitGo();
    }
    Sql sql = new Sql(entities);
    for (int number : numbers) {
      if (number < 0) {
        throw new IllegalArgumentException("No such number");
      }
      if (failures.merge(number, -1, Integer::sum) >= 0) {
        sql.update(
            "SIGNAL SQLSTATE '%s' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = 'x'"
                .formatted(error == DEADLOCK ? "40001" : "HY000", error),
            List.of());
      }
      sql.update("INSERT INTO written VALUES (?)", List.of(number));
    }
    return numbers.stream().map(number -> "wrote " + number).toList();
  }

  private void awaitGo() {
    try {
      assertThat(go.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What each of these hears who ask while the first round, that of 0, is under way. */
  private List<String> asked(GroupCommit<Integer, String> group, List<Integer> numbers)
      throws InterruptedException {
    List<String> heard = new ArrayList<>();
    Thread first = Thread.ofVirtual().start(() -> group.answer(0, why -> why));
    firstRound.await();
    CountDownLatch soon = new CountDownLatch(numbers.size());
    Thread.ofVirtual()
        .start(() -> {
          try {
            soon.await();
            Thread.sleep(100);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          go.countDown();
        });
    heard.addAll(
        Together.run(
            numbers.size(),
            i -> {
              soon.countDown();
              return heard(group, numbers.get(i));
            }));
    first.join();
    return heard;
  }

  private static String heard(GroupCommit<Integer, String> group, int number) {
    try {
      return group.answer(number, why -> "unknown: " + why);
    } catch (IllegalStateException e) {
      return "bug: " + e.getCause();
    }
  }

  private static List<String> written() {
    return ROWS.rows("SELECT number FROM written WHERE number > 0 ORDER BY number");
  }

  @Test
  void whoAskMeanwhileAreAnsweredTogetherEachWithTheirOwn() throws InterruptedException {
    assertThat(asked(group(PATIENT, 1, 128), List.of(1, 2, 3, 4)))
        .containsExactly("wrote 1", "wrote 2", "wrote 3", "wrote 4");
    assertThat(rounds).hasSize(2);
    assertThat(rounds.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4);
  }

  @Test
  void moreThanARoundTakesAreAnsweredByTheNextOnes() throws InterruptedException {
    List<Integer> all = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(asked(group(PATIENT, 1, 4), all)).allMatch(heard -> heard.startsWith("wrote"));
    assertThat(rounds.stream().map(List::size)).containsExactly(1, 4, 4, 2);
    assertThat(written()).hasSize(10);
  }

  @Test
  void anotherLaneDoesNotWaitForTheFirst() throws InterruptedException {
    GroupCommit<Integer, String> group = group(PATIENT, 2, 128);
    Thread first = Thread.ofVirtual().start(() -> heard(group, 0));
    firstRound.await();
    assertThat(heard(group, 1)).isEqualTo("wrote 1");
    go.countDown();
    first.join();
  }

  @Test
  void aBugInOneQuestionSpoilsNoOther() throws InterruptedException {
    assertThat(asked(group(PATIENT, 1, 128), List.of(1, -2, 3)))
        .containsExactly(
            "wrote 1", "bug: java.lang.IllegalArgumentException: No such number", "wrote 3");
    assertThat(written()).containsExactly("1", "3");
  }

  @Test
  void aQuestionThatTheDatabaseRefusesSpoilsNoOther() throws InterruptedException {
    List<String> heard = asked(group(PATIENT, 1, 128), List.of(1, 1_000, 3));
    assertThat(heard.get(0)).isEqualTo("wrote 1");
    assertThat(heard.get(1)).startsWith("unknown: SQLIntegrityConstraintViolationException 23000");
    assertThat(heard.get(2)).isEqualTo("wrote 3");
  }

  @Test
  void aLostRaceIsTriedAgain() throws InterruptedException {
    failures.put(2, Database.TRIES - 1);
    assertThat(asked(group(PATIENT, 1, 128), List.of(1, 2))).containsExactly("wrote 1", "wrote 2");
    assertThat(rounds).hasSize(1 + Database.TRIES).endsWith(rounds.get(1));
  }

  @Test
  void whoLosesForGoodSpoilsNoOther() throws InterruptedException {
    failures.put(2, 1_000);
    List<String> heard = asked(group(PATIENT, 1, 128), List.of(1, 2, 3));
    assertThat(heard.get(0)).isEqualTo("wrote 1");
    assertThat(heard.get(1)).startsWith("unknown: SQL").endsWith("/" + DEADLOCK);
    assertThat(heard.get(2)).isEqualTo("wrote 3");
    assertThat(written()).containsExactly("1", "3");
  }

  @Test
  void anOutageIsToldToAllOfARoundAtOnce() throws InterruptedException {
    error = READ_ONLY;
    failures.put(2, 1_000);
    assertThat(asked(group(PATIENT, 1, 128), List.of(1, 2, 3)))
        .allMatch(heard -> heard.startsWith("unknown: ") && heard.endsWith("/" + READ_ONLY));
    assertThat(rounds).hasSize(2);
    assertThat(written()).isEmpty();
  }

  @Test
  void nobodyWaitsLongerThanTheLimitAndWhoLeftIsNotAnsweredAnyMore() throws Exception {
    GroupCommit<Integer, String> group = group(SHORT, 1, 128);
    Instant start = Instant.now();
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> heard(group, 0));
    // Whoever came before it would have a round, and an answer.
    assertThat(firstRound.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Together.run(2, i -> heard(group, i + 1)))
        .allMatch(heard -> heard.startsWith("unknown: no answer within"));
    assertThat(first.join()).startsWith("unknown: no answer within");
    assertThat(Duration.between(start, Instant.now()))
        .isBetween(SHORT, SHORT.plus(Duration.ofSeconds(2)));
    go.countDown();
    assertThat(eventually(group, 7)).isEqualTo("wrote 7");
    assertThat(rounds.stream().flatMap(List::stream)).contains(0, 7);
    assertThat(rounds.getLast()).containsExactly(7);
  }

  private static String eventually(GroupCommit<Integer, String> group, int number) {
    String heard = heard(group, number);
    for (int tries = 0; tries < 10 && heard.startsWith("unknown"); tries++) {
      heard = heard(group, number);
    }
    return heard;
  }

  @Test
  void wrongNumberOfAnswersIsABug() {
    GroupCommit<Integer, String> wrong =
        new GroupCommit<>(ROWS.patient(), (entities, numbers) -> List.of(), 1, 1);
    assertThatThrownBy(() -> wrong.answer(1, why -> why))
        .hasRootCauseMessage("Not one answer for each question");
  }
}
