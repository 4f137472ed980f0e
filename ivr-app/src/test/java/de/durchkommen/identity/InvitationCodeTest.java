package de.durchkommen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {
  private static final int CODES = 200;

  static Stream<String> codes() {
    Random random = new Random(7);
    return Stream.generate(() -> Integer.toString(100_000_000 + random.nextInt(900_000_000)))
        .map(nine -> InvitationCode.withCheckDigit(nine).digits())
        .limit(CODES);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsEverySingleWrongDigit(String code) {
    assertThat(InvitationCode.parse(code)).isPresent();
    for (int i = 0; i < code.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != code.charAt(i)) {
          String wrong = code.substring(0, i) + digit + code.substring(i + 1);
          assertThat(InvitationCode.parse(wrong)).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsEverySwapOfNeighbours(String code) {
    for (int i = 0; i + 1 < code.length(); i++) {
      if (code.charAt(i) != code.charAt(i + 1)) {
        String swapped =
            code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
        assertThat(InvitationCode.parse(swapped)).isEmpty();
      }
    }
  }

  @Test
  void hasTheCheckDigitOfDammsExample() {
    // 572 has the check digit 4 in Damm's thesis; a longer code goes on from its interim digit 0.
    assertThat(InvitationCode.parse("5724000000")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "572400000", "57240000000", "0572400000", "57240000o0", "５７２４００００００"})
  void refusesWhatIsNoCode(String keyed) {
    assertThat(InvitationCode.parse(keyed)).isEmpty();
    assertThatThrownBy(() -> new InvitationCode(keyed)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void doesNotTellItsDigits() {
    assertThat(InvitationCode.withCheckDigit("572400000")).asString().doesNotContain("572");
  }
}
