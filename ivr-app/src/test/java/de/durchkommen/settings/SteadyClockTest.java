package de.durchkommen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine whose time of day is turned, beside a database whose is not. */
class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicLong ticks = new AtomicLong(-7);
  private Duration turned = Duration.ZERO;
  private SteadyClock clock = clock();

  @BeforeEach
  void begin() {
    clock = clock();
  }

  private SteadyClock clock() {
    return new SteadyClock(() -> real().plus(turned), ticks::get, ZoneOffset.UTC);
  }

  private Instant real() {
    return NOON.plusNanos(ticks.get() + 7);
  }

  private void pass(Duration time) {
    ticks.addAndGet(time.toNanos());
  }

  /** As the node lives: each second somebody looks, and the database says the time, or not. */
  private void live(Duration time, boolean databaseAnswers) {
    for (long second = 0; second < time.toSeconds(); second++) {
      pass(SECOND);
      clock.instant();
      if (databaseAnswers) {
        clock.told(real(), Duration.ZERO);
      }
    }
  }

  private Duration wrong() {
    return Duration.between(real(), clock.instant());
  }

  @Test
  void itIsTheMachinesTime() {
    pass(Duration.ofHours(30));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(30)));
    assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(clock.instant());
  }

  @Test
  void aTimeServersCorrectionsAreFollowed() {
    for (int step = 1; step <= 5; step++) {
      turned = SECOND.multipliedBy(step);
      pass(Duration.ofSeconds(30));
      assertThat(wrong()).isEqualTo(turned);
    }
  }

  @Test
  void aJumpThatTheDatabaseDoesNotKnowIsNotFollowedForHours() {
    live(TEN_MINUTES, true);
    turned = TEN_MINUTES;
    assertThat(wrong()).isZero();
    live(Duration.ofHours(3), true);
    assertThat(wrong()).isZero();
    assertThat(clock.ahead()).isEqualTo(TEN_MINUTES);
    turned = Duration.ZERO;
    live(SECOND, true);
    assertThat(wrong()).isZero();
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void aJumpBackIsNotFollowedEither() {
    live(SECOND, true);
    turned = TEN_MINUTES.negated();
    Instant before = clock.instant();
    live(SECOND, true);
    assertThat(clock.instant()).isEqualTo(before.plus(SECOND));
  }

  /** It started with a wrong time, and somebody sets it right. */
  @Test
  void aMachineThatIsSetRightIsFollowedAtOnce() {
    turned = TEN_MINUTES;
    begin();
    live(SECOND, true);
    assertThat(wrong()).isEqualTo(TEN_MINUTES);
    assertThat(clock.ahead()).isEqualTo(TEN_MINUTES);
    turned = Duration.ZERO;
    assertThat(wrong()).isZero();
  }

  @Test
  void withoutADatabaseAJumpIsFollowedAfterAMinute() {
    live(SECOND, false);
    turned = TEN_MINUTES;
    live(Duration.ofSeconds(60), false);
    assertThat(wrong()).isZero();
    live(Duration.ofSeconds(2), false);
    assertThat(wrong()).isEqualTo(TEN_MINUTES);
  }

  @Test
  void whatTheDatabaseSaidLongAgoIsNotGoneBy() {
    live(SECOND, true);
    pass(SteadyClock.FRESH.plusSeconds(1));
    turned = TEN_MINUTES;
    assertThat(clock.ahead()).isZero();
    live(SteadyClock.ALONE.plusSeconds(2), false);
    assertThat(wrong()).isEqualTo(TEN_MINUTES);
  }

  /** An answer that came after four seconds is of the time two seconds ago. */
  @Test
  void aSlowAnswerIsTakenForItsMiddle() {
    Instant said = real();
    pass(Duration.ofSeconds(2));
    clock.told(said, Duration.ofSeconds(4));
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void allZonesLearnTheSame() {
    var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
    live(SECOND, true);
    turned = TEN_MINUTES;
    assertThat(Duration.between(real(), berlin.instant())).isZero();
    assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
