package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.phone.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be called as an interpreter: nobody but those of the setting. */
final class InterpretersTest {
  @Test
  void hasThoseOfTheSettingAndNobodyElse() {
    Interpreters some = Interpreters.of("tr=+49 561 1234567; ar = 0561/7654321;");
    assertThat(some.numbers())
        .hasSize(2)
        .containsEntry("tr", new PhoneNumber("+495611234567"))
        .containsEntry("ar", new PhoneNumber("+495617654321"));
    assertThat(some.has(new PhoneNumber("+495611234567"))).isTrue();
    assertThat(some.has(new PhoneNumber("+495611234568"))).isFalse();
    assertThat(Interpreters.of(" ").numbers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tr", "+495611234567", "TR=+495611234567", "tr=0900123456", "tr=1", "tr="})
  void aWrongSettingStopsTheStartAndIsNotRepeated(String text) {
    assertThatThrownBy(() -> Interpreters.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(Interpreters.KEY)
        .message()
        .doesNotContain("561", "0900");
  }
}
