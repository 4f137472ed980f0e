package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final String SECRET = "AAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAA-AAA";

  @Test
  void isReadAsItIsWritten() {
    for (int i = 0; i < 200; i++) {
      ApiKey key = ApiKey.drawn("portal-1", new SecureRandom());
      assertThat(ApiKey.parse(key.text())).contains(key);
      assertThat(key.text()).hasSize("dk_portal-1_".length() + 43);
    }
  }

  @Test
  void aSecretMayHaveTheSeparatorInIt() {
    String secret = SECRET.substring(1);
    assertThat(ApiKey.parse("dk_portal_" + secret)).contains(new ApiKey("portal", secret));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "40, true", "41, false"})
  void aClientsNameHasUpTo40Characters(int length, boolean fits) {
    String text = "dk_" + "p".repeat(length) + "_" + SECRET.substring(1);
    assertThat(ApiKey.parse(text).isPresent()).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dk_",
        "dk__A",
        "dk_portal",
        "dk_portal_",
        "dk_Portal_%",
        "dk_1portal_%",
        "dk_po_rtal_",
        "xx_portal_%",
        "dk_portal_%A",
        "dk_portal_%\n",
        " dk_portal_%",
        "dk_portal_%="
      })
  void refusesWhatIsNoKey(String form) {
    assertThat(ApiKey.parse(form.replace("%", "A".repeat(43)))).isEmpty();
  }

  @Test
  void isKnownByTheHashOfItsSecret() {
    // printf %s AAAA…(43) | sha256sum
    assertThat(HexFormat.of().formatHex(new ApiKey("portal", "A".repeat(43)).hash()))
        .isEqualTo("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
  }

  @Test
  void doesNotShowItsSecret() {
    assertThat(new ApiKey("portal", "A".repeat(43))).hasToString("ApiKey[portal]");
  }
}
