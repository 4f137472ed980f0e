package de.durchkommen.launch.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be lost, and how it is told. */
class CostTest {
  private static Cost of(String fault, int lost, int mayBeLost, Optional<Long> recovery) {
    return new Cost(Fault.of(fault).orElseThrow(), lost, mayBeLost, recovery, 0, 0, 0, 4);
  }

  @Test
  void onlyCallsOnADeadAsteriskMayBeLost() {
    assertThat(of("kill-asterisk", 20, 20, Optional.of(2L)).isBearable()).isTrue();
    assertThat(of("kill-asterisk", 21, 20, Optional.of(2L)).isBearable()).isFalse();
    assertThat(of("kill-app", 0, 0, Optional.of(0L)).isBearable()).isTrue();
    assertThat(of("kill-app", 1, 0, Optional.of(0L)).isBearable()).isFalse();
    assertThat(of("kill-app", 0, 0, Optional.empty()).isBearable()).as("never again").isFalse();
  }

  @Test
  void noPlaceIsLostNobodyIsBookedTwiceAndNobodyIsToldWrongly() {
    Fault fault = Fault.of("clock-jump").orElseThrow();
    Optional<Long> at0 = Optional.of(0L);
    assertThat(new Cost(fault, 0, 0, at0, 1, 0, 0, 4).isBearable()).isFalse();
    assertThat(new Cost(fault, 0, 0, at0, 0, 1, 0, 4).isBearable()).isFalse();
    assertThat(new Cost(fault, 0, 0, at0, 0, 0, 1, 4).isBearable()).isFalse();
  }

  @Test
  void isALineAndARowOfATable() {
    Cost cost = of("kill-app", 3, 0, Optional.of(7L));
    assertThat(cost.line())
        .isEqualTo(
            "DRILL kill-app calls_lost=3 recovery_s=7 places_lost=0 double=0 false_sold_out=0");
    assertThat(of("kill-app", 0, 0, Optional.empty()).line()).contains("recovery_s=-");
    assertThat(Cost.table(List.of(cost, of("kill-asterisk", 2, 9, Optional.of(1L)))).lines())
        .hasSize(4)
        .contains("| kill-app | 3 |  | 7 | 0 | 0 | 0 | 4 |")
        .contains("| kill-asterisk | 2 | 9 | 1 | 0 | 0 | 0 | 4 |");
  }
}
