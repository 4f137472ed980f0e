package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "erika|abcdefghi|mindestens 10",
        "erika|kx7-2mv-q|mindestens 10",
        "erika|kx7-2mv-qp|",
        "erika|vier alte Pferde|",
        "erika|Erika im Sommerwald|Namen des Kontos",
        "erika|akire-kx72mv-ERIKA9|Namen des Kontos",
        "al|all die Jahre lang|",
        "al|alalalal-kx|Namen des Kontos",
        "erika|Passwort123|leicht zu erraten",
        "erika|123!Passwort|leicht zu erraten",
        "erika|passwortpasswort|leicht zu erraten",
        "erika|Passwort für Kassel|",
        "erika|Willkommen2021!|leicht zu erraten",
        "erika|Durchkommen1|leicht zu erraten",
        "erika|1234567890|leicht zu erraten",
        "erika|0987654321|leicht zu erraten",
        "erika|qwertzuiop|leicht zu erraten",
        "erika|poiuztrewq|leicht zu erraten",
        "erika|116117116117|leicht zu erraten",
        "erika|aaaaaaaaaaaa|leicht zu erraten",
        "erika|abcdabcdabcd|leicht zu erraten",
        "erika|abcdeabcdeabcde|"
      })
  void tellsInGermanWhatIsWrong(String name, String password, @Nullable String told) {
    String flaw = PasswordRules.flaw(name, password).orElse("");
    if (told == null) {
      assertThat(flaw).isEmpty();
    } else {
      assertThat(flaw).contains(told);
    }
  }

  @ParameterizedTest
  @CsvSource({"9, false", "10, true", "128, true", "129, false"})
  void lengthsAreCountedInCharacters(int length, boolean fits) {
    String password = "äöü🙂ß€xy".repeat(20);
    String cut = password.substring(0, password.offsetByCodePoints(0, length));
    assertThat(PasswordRules.flaw("erika", cut).isEmpty()).isEqualTo(fits);
  }

  @Test
  void firstPasswordsAreFitAndNeverTheSame() {
    Random random = new Random(1);
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String password = FirstPassword.drawn(random);
      assertThat(password).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
      assertThat(PasswordRules.flaw("erika", password)).isEmpty();
      drawn.add(password);
    }
    assertThat(drawn).hasSize(1_000);
  }
}
