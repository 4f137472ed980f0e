package de.durchkommen.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.durchkommen.database.TestClock;
import de.durchkommen.journey.Journey.Past;
import de.durchkommen.journey.Step.Kind;
import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is noted of a call while it goes on. */
class JourneyTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T08:00:00.123Z"));
  private final Journey journey =
      new Journey("abc@trunk", PhoneNumber.parse("+496111234567"), "call", clock);

  @Test
  void theStepsAreInTheirOrderWithTheirTimes() {
    journey.said("welcome", false);
    clock.pass(Duration.ofSeconds(4));
    journey.said("menu.main", true);
    clock.pass(Duration.ofSeconds(2));
    journey.keyed("1");
    Past past = journey.ended("BOOKED", "tr");
    assertThat(past.steps())
        .extracting(Step::kind, Step::what)
        .containsExactly(
            tuple(Kind.SAID, "welcome"), tuple(Kind.ASKED, "menu.main"), tuple(Kind.KEYED, "1"));
    assertThat(past.steps().getLast().at()).isEqualTo(past.begun().plusSeconds(6));
    assertThat(past.language()).isEqualTo("tr");
    assertThat(past.last()).contains("menu.main");
  }

  /** A code, a birth date and a telephone number have more than one digit; secrets come as null. */
  @Test
  void noDigitsOfCodesAndNumbersAreKept() {
    journey.keyed("02031930");
    journey.keyed(null);
    journey.keyed("061112345");
    journey.keyed("0");
    assertThat(journey.ended("PERSON", "de").steps())
        .extracting(Step::what)
        .containsExactly(Step.HIDDEN, Step.HIDDEN, Step.HIDDEN, "0");
  }

  @Test
  void whatIsSaidAgainAndAgainIsOneStep() {
    journey.waits(true);
    for (int i = 0; i < 500; i++) {
      journey.said("queue.position", false);
      journey.said("queue.range-minutes", false);
      clock.pass(Duration.ofSeconds(30));
    }
    journey.waits(false);
    Past past = journey.ended("BOOKED", "de");
    assertThat(past.steps()).hasSize(4);
    assertThat(past.steps().get(1).times()).isEqualTo(500);
    assertThat(past.waited()).isEqualTo(Duration.ofMinutes(250));
  }

  @Test
  void aKeyBetweenMakesThemSteps() {
    journey.said("queue.position", false);
    journey.keyed("*");
    journey.said("queue.position", false);
    assertThat(journey.ended("HUNG_UP", "de").steps()).hasSize(3);
  }

  @Test
  void whoHangsUpWhileTheyWaitHasWaitedUntilThen() {
    journey.waits(true);
    journey.waits(true);
    clock.pass(Duration.ofSeconds(90));
    assertThat(journey.ended("HUNG_UP", "de").waited()).isEqualTo(Duration.ofSeconds(90));
  }

  /** Who hangs up over the good-bye after a booking is not lost. */
  @Test
  void whatWasDoneCountsAlsoWhenTheyHangUpThen() {
    journey.said("booking.booked", false);
    journey.said("farewell", false);
    Past past = journey.ended(Journey.HUNG_UP, "de");
    assertThat(past.outcome()).isEqualTo("BOOKED");
    assertThat(past.isLost()).isFalse();
  }

  @Test
  void aCallHasNoMoreStepsThanThereIsRoomFor() {
    for (int i = 0; i < 2_000; i++) {
      journey.said("menu.not-understood", true);
      journey.keyed("7");
    }
    journey.said("farewell", false);
    Past past = journey.ended("ENDED", "de");
    assertThat(past.steps()).hasSize(JourneyLimits.MOST_STEPS);
    assertThat(past.last()).contains("farewell");
    assertThat(past.reached()).containsExactlyInAnyOrder("menu.not-understood", "farewell");
  }

  @Test
  void aClockThatIsSetBackMakesNoTimeLessThanNothing() {
    journey.waits(true);
    clock.pass(Duration.ofMinutes(-5));
    journey.said("queue.turn", false);
    Past past = journey.ended("HUNG_UP", "de");
    assertThat(past.waited()).isZero();
    assertThat(past.ended()).isEqualTo(past.begun());
    assertThat(Step.written(past.begun(), past.steps())).doesNotContain("-");
  }

  @Test
  void stepsAreWrittenAndRead() {
    Instant begun = Instant.parse("2026-12-01T08:00:00Z");
    List<Step> steps =
        List.of(
            new Step(begun, Kind.SAID, "welcome", 1),
            new Step(begun.plusMillis(4_321), Kind.KEYED, "", 1),
            new Step(begun.plusSeconds(9_000), Kind.SAID, "queue.position", 77),
            new Step(begun.plusSeconds(9_001), Kind.TURN, "", 1));
    assertThat(Step.read(begun, Step.written(begun, steps))).isEqualTo(steps);
    assertThatThrownBy(() -> Step.read(begun, "0 X 1 welcome"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Step.read(begun, "welcome"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberHasTheSameHashEachTimeAndAnotherWithAnotherKey() {
    PhoneNumber number = PhoneNumber.parse("+496111234567").orElseThrow();
    Pseudonyms some = new Pseudonyms(Optional.of("a".repeat(64)));
    assertThat(some.of(number)).hasValueSatisfying(hash -> assertThat(hash).hasSize(32));
    assertThat(some.of(number)).isEqualTo(some.of(PhoneNumber.parse("06111234567").orElseThrow()));
    assertThat(some.of(number))
        .isNotEqualTo(new Pseudonyms(Optional.of("b".repeat(64))).of(number));
    assertThat(new Pseudonyms(Optional.empty()).of(number)).isEmpty();
    assertThatThrownBy(() -> new Pseudonyms(Optional.of("geheim")))
        .hasMessageContaining("64 hexadecimal digits");
  }
}
