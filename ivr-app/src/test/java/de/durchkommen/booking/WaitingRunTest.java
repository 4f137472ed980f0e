package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.KASSEL;
import static de.durchkommen.booking.Stage.NOW;
import static de.durchkommen.booking.Stage.anywhere;
import static de.durchkommen.booking.Stage.booked;
import static de.durchkommen.booking.Stage.offered;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.WaitingStanding.NotWaiting;
import de.durchkommen.booking.WaitingStanding.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time limits, calls and the night. */
class WaitingRunTest {
  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration KEPT = WaitingLimits.KEPT;
  private static final WaitingStage WAITING = new WaitingStage();
  private static final Stage STAGE = WAITING.stage;

  private final SeatDesk desk = WAITING.desk;
  private final WaitingRun run = WAITING.run();

  @AfterAll
  static void close() {
    WAITING.close();
  }

  @BeforeEach
  void clear() {
    WAITING.clear();
    STAGE.people(4);
  }

  private static List<Long> called() {
    return WAITING.called.stream().map(WaitingOffer::person).toList();
  }

  private void offeredToTheFirst() {
    STAGE.pair();
    WAITING.waiting(1, 2);
    run.run();
    assertThat(called()).containsExactly(1L);
  }

  @Test
  void anOfferIsKeptToItsLimitAndThenTheNextOnes() {
    offeredToTheFirst();
    STAGE.clock.pass(KEPT.minus(TICK));
    run.run();
    assertThat(WAITING.kept(1).until()).isEqualTo(NOW.plus(KEPT));
    STAGE.clock.pass(TICK);
    run.run();
    assertThat(WAITING.list.standing(1)).isEqualTo(new NotWaiting());
    assertThat(WAITING.states()).containsExactly("UNREACHED", "OFFERED");
    assertThat(called()).endsWith(2L);
  }

  @Test
  void whatIsKeptCanBeBookedUpToTheRunThatEndsIt() {
    offeredToTheFirst();
    STAGE.clock.pass(KEPT);
    booked(desk, 1, WAITING.kept(1));
    run.run();
    assertThat(WAITING.states()).containsExactly("BOOKED", "WAITING");
  }

  @Test
  void nobodyWhoAsksGetsAPairBetweenTheLimitAndTheNextRun() {
    offeredToTheFirst();
    STAGE.clock.pass(KEPT);
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.AllHeld.class);
    assertThat(WAITING.offeredTo()).containsExactly("1", "2");
    run.run();
    assertThat(WAITING.states()).containsExactly("UNREACHED", "OFFERED");
    assertThat(WAITING.kept(2).until()).isEqualTo(NOW.plus(KEPT).plus(KEPT));
  }

  @Test
  void somebodyIsCalledThreeTimesAboutAnOffer() {
    offeredToTheFirst();
    for (Duration time = Duration.ZERO; time.compareTo(KEPT) < 0; time = time.plusMinutes(5)) {
      run.run();
      STAGE.clock.pass(Duration.ofMinutes(5));
    }
    assertThat(called()).containsExactly(1L, 1L, 1L);
  }

  @Test
  void aCallIsRepeatedWhenItsProcessDiesBeforeItIsPlaced() {
    STAGE.pair();
    WAITING.waiting(1, 1);
    WaitingRun dying =
        WAITING.run(offer -> {
          throw new IllegalStateException("killed");
        });
    dying.run();
    run.run();
    assertThat(called()).isEmpty();
    STAGE.clock.pass(WaitingLimits.LEASE);
    run.run();
    assertThat(called()).containsExactly(1L);
    assertThat(WAITING.kept(1).until()).isEqualTo(NOW.plus(WaitingLimits.LEASE).plus(KEPT));
  }

  @Test
  void aProcessThatDiesBetweenOfferAndCallCostsNobodyTheirOffer() {
    STAGE.pair();
    WAITING.waiting(1, 1);
    desk.offer(anywhere());
    assertThat(WAITING.offeredTo()).containsExactly("1");
    run.run();
    assertThat(called()).containsExactly(1L);
  }

  @Test
  void whoWasNeverCalledKeepsThePlace() {
    STAGE.pair();
    WAITING.waiting(1, 2);
    desk.offer(anywhere());
    STAGE.clock.pass(KEPT);
    run.run();
    assertThat(WAITING.offeredTo()).containsExactly("1", "1");
    assertThat(called()).containsExactly(1L);
    assertThat(WAITING.list.standing(2)).isEqualTo(new Waiting(0));
  }

  @Test
  void whereNoTelephoneCallsOutNobodyLosesThePlace() {
    STAGE.pair();
    WAITING.waiting(1, 1);
    WaitingRun silent = WAITING.run(WaitingRun.NO_TELEPHONE);
    silent.run();
    WAITING.kept(1);
    STAGE.clock.pass(KEPT);
    silent.run();
    assertThat(WAITING.states()).containsExactly("OFFERED");
    assertThat(WAITING.events()).contains("RETURNED 1").doesNotContain("CALLED 1", "UNREACHED 1");
  }

  @Test
  void nobodyIsCalledAtNightAndTheTimeBeginsInTheMorning() {
    STAGE.clock.set(Instant.parse("2026-12-01T20:00:00Z"));
    STAGE.pair();
    WAITING.waiting(1, 1);
    run.run();
    assertThat(called()).isEmpty();
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.AllHeld.class);
    assertThat(WAITING.kept(1).until()).isEqualTo("2026-12-02T09:00:00Z");
    STAGE.clock.set(Instant.parse("2026-12-02T06:59:59Z"));
    run.run();
    assertThat(called()).isEmpty();
    STAGE.clock.set(Instant.parse("2026-12-02T07:00:00Z"));
    run.run();
    assertThat(called()).containsExactly(1L);
  }

  @Test
  void whoIsCalledLateHasTheWholeTimeFromThenOn() {
    STAGE.pair();
    WAITING.waiting(1, 1);
    STAGE.clock.set(Instant.parse("2026-12-01T19:59:59Z"));
    desk.offer(anywhere());
    STAGE.clock.set(Instant.parse("2026-12-01T20:00:00Z"));
    run.run();
    assertThat(called()).isEmpty();
    STAGE.clock.set(Instant.parse("2026-12-02T07:00:00Z"));
    run.run();
    run.run();
    assertThat(called()).containsExactly(1L);
    assertThat(WAITING.kept(1).until()).isEqualTo("2026-12-02T09:00:00Z");
  }

  @Test
  void aPairThatIsTooSoonForTheListIsOpenToCallers() {
    // 21 h: the first call is at 8 h, with half an hour to accept and two to get there.
    STAGE.clock.set(Instant.parse("2026-12-01T20:00:00Z"));
    STAGE.seat(KASSEL, 1, "2026-12-02T10:29");
    STAGE.seat(KASSEL, 2, "2026-12-31T10:29");
    WAITING.waiting(1, 1);
    run.run();
    assertThat(WAITING.list.standing(1)).isEqualTo(new Waiting(0));
    assertThat(offered(desk, anywhere()).first()).isEqualTo("2026-12-02T10:29");
  }

  @Test
  void aPairThatIsNotTooSoonIsKeptOnlyAsLongAsThereIsTimeToGetThere() {
    STAGE.clock.set(Instant.parse("2026-12-01T20:00:00Z"));
    STAGE.seat(KASSEL, 1, "2026-12-02T10:30");
    STAGE.seat(KASSEL, 2, "2026-12-31T10:30");
    WAITING.waiting(1, 1);
    assertThat(desk.offer(anywhere())).isInstanceOf(OfferOutcome.AllHeld.class);
    assertThat(WAITING.kept(1).until()).isEqualTo("2026-12-02T07:30:00Z");
  }

  @Test
  void theRunGivesEverybodyWhatIsThere() {
    STAGE.pairs(3);
    WAITING.waiting(1, 4);
    run.run();
    assertThat(called()).containsExactly(1L, 2L, 3L);
    assertThat(WAITING.list.standing(4)).isEqualTo(new Waiting(0));
  }
}
