package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.queue.News.Kind;
import de.durchkommen.queue.News.Reason;
import de.durchkommen.queue.Pacing.Circumstances;
import de.durchkommen.queue.Pacing.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacingTest {
  private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
  private static final Pace PACE = new Pace(Duration.ofSeconds(20), Duration.ofSeconds(60));
  private static final Circumstances USUAL = new Circumstances(false, false);

  private final Pacing pacing = new Pacing();

  @Test
  void theFirstIsToldAtOnceAndUntilItWasTold() {
    assertThat(due(7, 10, 20, 0)).contains(news(Kind.ENTRY, 7, 10, 20));
    assertThat(due(7, 10, 20, 1)).contains(news(Kind.ENTRY, 7, 10, 20));
    tell(7, 10, 20, 2);
    assertThat(due(7, 10, 20, 3)).isEmpty();
  }

  /** At entry: position 7, 10 to 20 minutes. What is due so many seconds later? */
  @ParameterizedTest
  @CsvSource({
    "6, 10, 20, 19, ",
    "6, 10, 20, 20, NEARER",
    "1,  0,  1, 20, NEARER",
    "7, 10, 20, 59, ",
    "7, 10, 20, 60, STILL",
    "7,  5, 10, 59, ",
    "7,  5, 10, 60, STILL",
    "7, 15, 30, 59, ",
    "7, 15, 30, 60, LONGER",
    "6, 15, 30, 59, ",
    "6, 15, 30, 60, LONGER",
    "8, 10, 20, 19, ",
    "8, 10, 20, 20, LONGER",
    "8, 10, 15, 20, LONGER",
    "7, 10, 20, 1200, STILL",
    "7, 10, 20, 1201, LONGER",
    "6, 10, 20, 1201, LONGER",
  })
  void afterTheEntry(int position, int from, int until, int seconds, Kind kind) {
    tell(7, 10, 20, 0);
    Optional<News> due = due(position, from, until, seconds);
    assertThat(due.map(News::kind)).isEqualTo(Optional.ofNullable(kind));
    assertThat(due.flatMap(News::reason).isPresent()).isEqualTo(kind == Kind.LONGER);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, SLOWER",
    "true, false, FEWER",
    "false, true, PRIORITY",
    "true, true, PRIORITY",
  })
  void reasons(boolean limited, boolean overtaken, Reason reason) {
    tell(7, 10, 20, 0);
    assertThat(
            pacing.due(
                standing(8, range(10, 20)), PACE, new Circumstances(limited, overtaken), after(20)))
        .contains(new News(Kind.LONGER, 8, Optional.of(range(10, 20)), Optional.of(reason)));
  }

  @Test
  void aReasonIsToldNoMoreOftenThanTheQuietLasts() {
    tell(7, 10, 20, 0);
    tell(8, 10, 20, 20);
    assertThat(due(9, 10, 20, 40)).isEmpty();
    assertThat(due(9, 10, 20, 79)).isEmpty();
    assertThat(due(9, 10, 20, 80).flatMap(News::reason)).contains(Reason.SLOWER);
  }

  @Test
  void fallingIsToldInTheMeantime() {
    tell(7, 10, 20, 0);
    tell(8, 10, 20, 20);
    assertThat(due(7, 10, 20, 40).map(News::kind)).contains(Kind.NEARER);
  }

  @Test
  void theEndThatWasSaidCountsAlsoWhenNothingWasSaidInBetween() {
    tell(7, 10, 20, 0);
    News silent = new News(Kind.NEARER, 6, Optional.empty(), Optional.empty());
    pacing.told(silent, after(30));
    assertThat(due(5, 15, 30, 60)).isEmpty();
    assertThat(due(5, 15, 30, 90).flatMap(News::reason)).contains(Reason.SLOWER);
  }

  @Test
  void anOpenEndIsLongerThanAnyOther() {
    tell(7, 120, 240, 0);
    Optional<WaitRange> open = Optional.of(new WaitRange(Duration.ofHours(2), Optional.empty()));
    Standing.Waiting standing = new Standing.Waiting(7, open, START);
    assertThat(pacing.due(standing, PACE, USUAL, after(60)).map(News::kind)).contains(Kind.LONGER);
  }

  @Test
  void whatIsWithinTheRangeIsSaidInTheSameWords() {
    tell(7, 10, 30, 0);
    assertThat(due(7, 15, 20, 60)).contains(news(Kind.STILL, 7, 10, 30));
    assertThat(due(6, 15, 20, 60)).contains(news(Kind.NEARER, 6, 15, 20));
    assertThat(due(7, 5, 20, 60)).contains(news(Kind.STILL, 7, 5, 20));
  }

  @Test
  void aPromiseIsNotRenewedByRepeatingIt() {
    tell(7, 10, 20, 0);
    tell(7, 10, 20, 1_140);
    assertThat(due(7, 10, 20, 1_200).map(News::kind)).contains(Kind.STILL);
    assertThat(due(7, 10, 20, 1_201).map(News::kind)).contains(Kind.LONGER);
    tell(7, 10, 20, 1_201);
    assertThat(due(7, 10, 20, 1_300).map(News::kind)).contains(Kind.STILL);
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "5, 15", "19, 1", "20, 10", "45, 10", "52, 8", "60, 1", "90, 1"})
  void patienceAfterTheLastNews(int seconds, int patience) {
    tell(7, 10, 20, 0);
    assertThat(pacing.patience(PACE, after(seconds))).isEqualTo(Duration.ofSeconds(patience));
  }

  @Test
  void patienceBeforeAnythingWasTold() {
    assertThat(pacing.patience(PACE, START)).isEqualTo(Duration.ofSeconds(1));
  }

  /** Whatever happens, what is told keeps the rules; seeded. */
  @Test
  void numbersNeverGrowWithoutAReason() {
    Random random = new Random(4);
    Optional<News> last = Optional.empty();
    int lastAt = 0;
    for (int second = 0; second < 20_000; second++) {
      int from = random.nextInt(30);
      Optional<News> due = due(1 + random.nextInt(5), from, from + 1 + random.nextInt(30), second);
      assertThat(due.isPresent() || second - lastAt < 60).isTrue();
      if (due.isPresent() && last.isPresent()) {
        assertThat(second - lastAt).isBetween(20, 60);
        assertThat(due.get().reason().isPresent()).isEqualTo(due.get().kind() == Kind.LONGER);
        assertThat(grew(last.get(), due.get()) && due.get().reason().isEmpty()).isFalse();
      }
      if (due.isPresent()) {
        pacing.told(due.get(), after(second));
        last = due;
        lastAt = second;
      }
    }
  }

  private static boolean grew(News last, News next) {
    return next.position() > last.position()
        || next.range()
                .orElseThrow()
                .until()
                .orElseThrow()
                .compareTo(last.range().orElseThrow().until().orElseThrow())
            > 0;
  }

  private Optional<News> due(int position, int from, int until, int seconds) {
    return pacing.due(standing(position, range(from, until)), PACE, USUAL, after(seconds));
  }

  /** What must be due, told. */
  private void tell(int position, int from, int until, int seconds) {
    pacing.told(due(position, from, until, seconds).orElseThrow(), after(seconds));
  }

  private static News news(Kind kind, int position, int from, int until) {
    return new News(kind, position, Optional.of(range(from, until)), Optional.empty());
  }

  private static Standing.Waiting standing(int position, WaitRange range) {
    return new Standing.Waiting(position, Optional.of(range), START);
  }

  private static WaitRange range(int from, int until) {
    return new WaitRange(Duration.ofMinutes(from), Optional.of(Duration.ofMinutes(until)));
  }

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }
}
