package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsweringHandTest {
  private static final Hand.Move NOTHING = new Hand.Move.Nothing();

  private final TestClock clock = new TestClock(Instant.EPOCH);
  private final AnsweringHand hand =
      new AnsweringHand(
          Map.of("Ihren Code", "12#", "Um beide zu nehmen", "1"), Duration.ofMillis(300), clock);

  @Test
  void answersAfterAPauseAndOnceMoreWhenAskedOnceMore() {
    for (int time = 0; time < 2; time++) {
      hand.asked("Bitte geben Sie Ihren Code ein.");
      assertThat(hand.move()).isEqualTo(NOTHING);
      clock.pass(Duration.ofMillis(300));
      assertThat(hand.move()).isEqualTo(new Hand.Move.Press("12#"));
      assertThat(hand.move()).isEqualTo(NOTHING);
    }
  }

  @Test
  void staysSilentWhenItKnowsNoAnswer() {
    hand.asked("Wo möchten Sie geimpft werden?");
    hand.asked();
    clock.pass(Duration.ofMinutes(1));
    assertThat(hand.move()).isEqualTo(NOTHING);
  }
}
