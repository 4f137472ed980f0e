package de.durchkommen.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource({"1, de", "2, en", "3, tr", "4, ru", "5, uk", "6, pl", "7, it", "8, ar"})
  void eachLanguageHasItsKey(int key, String tag) {
    assertThat(new Languages(Languages.USUAL).of(key)).contains(Locale.forLanguageTag(tag));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 9})
  void otherKeysAreNoLanguage(int key) {
    assertThat(new Languages("de, tr").of(key)).isEmpty();
  }

  @Test
  void whatIsNotOfferedIsNotSpoken() {
    Languages two = new Languages(" de , tr ");
    assertThat(two.of("tr")).contains(Locale.forLanguageTag("tr"));
    assertThat(two.of("ru")).isEmpty();
    assertThat(two.all()).extracting(Languages.Offered::key).containsExactly(1, 2);
  }

  @Test
  void withoutTextsALanguageIsNotOfferedAndTheOthersKeepTheirKeys() {
    Languages some =
        new Languages("de,en,tr").among(Set.of(Locale.GERMAN, Locale.forLanguageTag("tr")));
    assertThat(some.all()).extracting(Languages.Offered::key).containsExactly(1, 3);
    assertThat(some.of(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tr,de", "de,fr", "de,tr,tr", "de;tr", "de,"})
  void aWrongListIsRefusedWithWhatToWrite(String tags) {
    assertThatThrownBy(() -> new Languages(tags))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Languages.KEY + "=" + tags)
        .hasMessageContaining("de first");
  }
}
