package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.durchkommen.account.PasswordHash.Cost;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final Cost CHEAP = new Cost(64, 1);

  /** Made by the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1. */
  private static final String OF_THE_REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void isArgon2idAsOthersMakeIt() {
    assertThat(PasswordHash.matches("password", OF_THE_REFERENCE)).isTrue();
    assertThat(PasswordHash.matches("Password", OF_THE_REFERENCE)).isFalse();
  }

  @Test
  void costsWhatOwaspRecommendsAndSaysSo() {
    String hash = PasswordHash.made("vier alte Pferde", Cost.USUAL, new Random(1));
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
    assertThat(PasswordHash.matches("vier alte Pferde", hash)).isTrue();
    assertThat(PasswordHash.isOutdated(hash, Cost.USUAL)).isFalse();
    assertThat(PasswordHash.isOutdated(hash, new Cost(19_456, 3))).isTrue();
    assertThat(PasswordHash.isOutdated(hash, new Cost(32_768, 2))).isTrue();
  }

  @Test
  void isAnotherOneEachTime() {
    Random random = new Random(1);
    String first = PasswordHash.made("vier alte Pferde", CHEAP, random);
    assertThat(PasswordHash.made("vier alte Pferde", CHEAP, random)).isNotEqualTo(first);
  }

  @Test
  void anUmlautIsTheSameHoweverItIsComposed() {
    String hash = PasswordHash.made("gru\u0308ne A\u0308pfel", CHEAP, new Random(1));
    assertThat(PasswordHash.matches("gr\u00fcne \u00c4pfel", hash)).isTrue();
    assertThat(PasswordHash.matches("grune Apfel", hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "geheim", "$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "$2b$10$abc"})
  void whatIsNoHashIsABug(String stored) {
    assertThatIllegalStateException().isThrownBy(() -> PasswordHash.matches("x", stored));
  }
}
