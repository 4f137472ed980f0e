package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPlanTest {
  @Test
  void givesOneEntryToEachQuestionAndThenSilence() {
    KeyPlan plan = KeyPlan.of("1234567890#,,*0");
    assertThat(plan.next()).contains("1234567890#");
    assertThat(plan.next()).isEmpty();
    assertThat(plan.next()).contains("*0");
    assertThat(plan.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2a", "1, 2", "-", "1,2;3", "A", "1\n"})
  void refusesWhatNoTelephoneHasAKeyFor(String list) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyPlan.of(list))
        .withMessageContaining("0 bis 9, * und #");
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatIsTooLong(String list) {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPlan.of(list));
  }

  static Stream<String> refusesWhatIsTooLong() {
    return Stream.of("1".repeat(KeyPlan.MAX_KEYS + 1), ",".repeat(KeyPlan.MAX_ENTRIES));
  }

  @Test
  void takesWhatIsJustShortEnough() {
    assertThat(KeyPlan.of("1".repeat(KeyPlan.MAX_KEYS)).next()).isPresent();
    assertThat(KeyPlan.of(",".repeat(KeyPlan.MAX_ENTRIES - 1)).next()).isEmpty();
  }
}
