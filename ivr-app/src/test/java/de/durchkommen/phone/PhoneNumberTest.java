package de.durchkommen.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "056112345678, +4956112345678, 056112345678",
    "004956112345678, +4956112345678, 056112345678",
    "+4956112345678, +4956112345678, 056112345678",
    "0561/12345-678, +4956112345678, 056112345678",
    "(0661) 12345, +4966112345, 066112345",
    "06912345678, +496912345678, 06912345678",
    "015112345678, +4915112345678, 015112345678",
    "017012345678, +4917012345678, 017012345678",
    "032212345678, +4932212345678, 032212345678"
  })
  void germanLinesAreUnderstood(String keyed, String e164, String national) {
    PhoneNumber number = PhoneNumber.parse(keyed).orElseThrow();
    assertThat(number.e164()).isEqualTo(e164);
    assertThat(number.national()).isEqualTo(national);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "00",
        "12345678",
        "110",
        "116117",
        "0561",
        "01511234",
        "0561123456789012345",
        "09001234567",
        "01805123456",
        "01371123456",
        "0800123456",
        "0043123456789",
        "+12025550123",
        "+88213123456",
        "056112a45678",
        "0561123;5678",
        "++4956112345678"
      })
  void whatIsNoLineOrCostsExtraOrIsAbroadIsNot(String keyed) {
    assertThat(PhoneNumber.parse(keyed)).isEmpty();
  }

  @Test
  void aNumberIsNotInLogs() {
    assertThat(new PhoneNumber("+4956112345678").toString()).doesNotContain("561");
    assertThatThrownBy(() -> new PhoneNumber("056112345678"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("561");
  }
}
