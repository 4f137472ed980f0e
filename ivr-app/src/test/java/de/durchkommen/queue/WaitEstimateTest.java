package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.queue.WaitEstimate.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WaitEstimateTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final WaitEstimate estimate = new WaitEstimate();

  /** What happens in a morning. */
  static Stream<Named<Consumer<FakeLine>>> mornings() {
    return Stream.of(
        Named.of("steady", WaitEstimateTest::steady),
        Named.of("few dialogues", WaitEstimateTest::fewDialogues),
        Named.of("rush", WaitEstimateTest::rush),
        Named.of("rush after quiet", WaitEstimateTest::rushAfterQuiet),
        Named.of("slower", WaitEstimateTest::slower),
        Named.of("fewer", WaitEstimateTest::fewer));
  }

  private static void steady(FakeLine line) {
    line.arrivals = 0.1;
    line.pass(Duration.ofHours(6));
  }

  private static void fewDialogues(FakeLine line) {
    line.dialogues = 3;
    line.arrivals = 0.018;
    line.pass(Duration.ofHours(20));
  }

  private static void rush(FakeLine line) {
    line.dialogues = 200;
    line.seconds = 300;
    line.come(2_000);
    line.arrivals = 0.8;
    line.pass(Duration.ofHours(3));
  }

  private static void rushAfterQuiet(FakeLine line) {
    line.dialogues = 100;
    line.arrivals = 0.05;
    line.pass(Duration.ofHours(2));
    line.come(400);
    line.arrivals = 0.45;
    line.pass(Duration.ofHours(2));
  }

  private static void slower(FakeLine line) {
    line.dialogues = 50;
    line.arrivals = 0.25;
    line.pass(Duration.ofHours(2));
    line.seconds = 420;
    line.pass(Duration.ofHours(2));
  }

  private static void fewer(FakeLine line) {
    line.dialogues = 100;
    line.arrivals = 0.5;
    line.pass(Duration.ofHours(2));
    line.dialogues = 50;
    line.pass(Duration.ofHours(2));
  }

  /** Seeded; what was told at entry, of all who were let in. */
  @ParameterizedTest
  @MethodSource("mornings")
  void nineOfTenRangesHoldAndSaySomething(Consumer<FakeLine> morning) {
    for (int seed = 1; seed <= 3; seed++) {
      FakeLine line = new FakeLine(seed);
      morning.accept(line);
      assertThat(line.told).isGreaterThan(800);
      assertThat(line.untold).isZero();
      assertThat(line.hitRatio()).as("seed " + seed).isGreaterThan(0.92);
      assertThat(line.medianWidth()).as("seed " + seed).isLessThanOrEqualTo(4.5);
    }
  }

  /** Nothing was seen: dialogues are taken to last four minutes. */
  @ParameterizedTest
  @CsvSource({
    "1, 60, 50, 0, 1",
    "10, 60, 50, 0, 1",
    "11, 60, 60, 0, 2",
    "60, 60, 60, 1, 10",
    "600, 60, 60, 15, 90",
    "6000, 60, 60, 120, ",
    "60, 60, 120, 2, 15",
    "5, 1, 1, 5, 60",
  })
  void beforeAnythingWasSeen(int position, int dialogues, int running, int from, Integer until) {
    Flow flow = new Flow(List.of(), NOW.minusSeconds(60), 0, position, dialogues, running);
    assertThat(estimate.range(position, flow, NOW))
        .contains(
            new WaitRange(
                Duration.ofMinutes(from), Optional.ofNullable(until).map(Duration::ofMinutes)));
  }

  @Test
  void whoGivesUpMakesRoom() {
    WaitRange patient = range(steadyFlow(0));
    WaitRange hasty = new WaitEstimate().range(600, steadyFlow(900), NOW).orElseThrow();
    assertThat(hasty.until().orElseThrow()).isLessThan(patient.until().orElseThrow());
  }

  @Test
  void aNodeThatHasJustComeUpKnowsTheAdmissions() {
    WaitRange quick = range(steadyFlow(0));
    Flow unknown = new Flow(List.of(), NOW.minusSeconds(900), 0, 600, 60, 60);
    WaitRange usual = new WaitEstimate().range(600, unknown, NOW).orElseThrow();
    assertThat(quick.until().orElseThrow()).isLessThan(usual.until().orElseThrow());
  }

  @Test
  void laterPositionsWaitNoLess() {
    Flow flow = steadyFlow(100);
    WaitRange last = new WaitRange(Duration.ZERO, Optional.of(Duration.ofSeconds(1)));
    for (int position = 1; position < 2_000; position++) {
      WaitRange range = estimate.range(position, flow, NOW).orElseThrow();
      assertThat(range.from()).isGreaterThanOrEqualTo(last.from());
      assertThat(minutes(range)).isGreaterThanOrEqualTo(minutes(last));
      last = range;
    }
  }

  @Test
  void nothingIsSaidWhileNothingMoves() {
    Flow stuck = new Flow(List.of(), NOW.minusSeconds(3_600), 0, 50, 20, 20);
    for (int second = 0; second < 720; second++) {
      assertThat(estimate.range(5, stuck, NOW.plusSeconds(second))).isPresent();
    }
    for (int second = 720; second < 1_200; second++) {
      estimate.seen(stuck, NOW.plusSeconds(second));
    }
    assertThat(estimate.range(5, stuck, NOW.plusSeconds(1_200))).isEmpty();
  }

  private WaitRange range(Flow flow) {
    return estimate.range(600, flow, NOW).orElseThrow();
  }

  private static long minutes(WaitRange range) {
    return range.until().map(Duration::toMinutes).orElse(Long.MAX_VALUE);
  }

  /** One dialogue of sixty ends each second: they last a minute. */
  private static Flow steadyFlow(int left) {
    List<Instant> admissions = IntStream.range(0, 900).mapToObj(NOW::minusSeconds).toList();
    return new Flow(admissions, admissions.getLast(), left, 600, 60, 60);
  }
}
