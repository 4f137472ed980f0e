package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlannedHandTest {
  private final Watch watch = new Watch();
  private final PlannedHand hand =
      new PlannedHand(KeyPlan.of("12#,,1"), Duration.ofMillis(300), watch);

  @Test
  void pressesALittleAfterAQuestionBegan() {
    assertThat(hand.move()).isEqualTo(new Hand.Move.Nothing());
    hand.asked();
    watch.passes(299);
    assertThat(hand.move()).isEqualTo(new Hand.Move.Nothing());
    watch.passes(1);
    assertThat(hand.move()).isEqualTo(new Hand.Move.Press("12#"));
    assertThat(hand.move()).isEqualTo(new Hand.Move.Nothing());
  }

  @Test
  void staysSilentWhereTheEntryIsEmptyAndAfterTheLast() {
    hand.asked();
    hand.asked();
    hand.asked();
    hand.asked();
    watch.passes(1_000);
    assertThat(hand.move()).isEqualTo(new Hand.Move.Press("12#"));
    assertThat(hand.move()).isEqualTo(new Hand.Move.Press("1"));
    assertThat(hand.move()).isEqualTo(new Hand.Move.Nothing());
  }

  private static final class Watch extends Clock {
    private Instant now = Instant.EPOCH;

    void passes(int millis) {
      now = now.plusMillis(millis);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
