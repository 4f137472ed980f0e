package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting stops the start, with its name. */
final class AmiSettingsTest {
  private static AmiSettings of(Map<String, Object> values) {
    Config config = mock(Config.class);
    when(config.getOptionalValue(anyString(), any()))
        .thenAnswer(asked -> Optional.ofNullable(values.get(asked.<String>getArgument(0))));
    return all(config).getFirst();
  }

  private static List<AmiSettings> all(Config config) {
    return AmiSettings.all(config);
  }

  private static List<AmiSettings> all(String hosts) {
    Config config = mock(Config.class);
    when(config.getOptionalValue(anyString(), any())).thenReturn(Optional.empty());
    when(config.getOptionalValue("durchkommen.ami.host", String.class))
        .thenReturn(Optional.of(hosts));
    return all(config);
  }

  @Test
  void severalAsterisksEachHaveAPort() {
    assertThat(all("asterisk1, 10.0.0.2:5039"))
        .extracting(AmiSettings::toString)
        .containsExactly("AmiSettings[asterisk1:5038]", "AmiSettings[10.0.0.2:5039]");
  }

  @ParameterizedTest
  @CsvSource({"'a,'", "','", "'a,a'", "'a;b'", "'a:99999'"})
  void wrongHostsAreNamed(String hosts) {
    assertThatThrownBy(() -> all(hosts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("durchkommen.ami.");
  }

  @Test
  void withoutConfigurationNobodyIsCalled() {
    assertThat(of(Map.of()).secret()).isEmpty();
    assertThat(of(Map.of()).callerId()).isEqualTo("116117");
  }

  @Test
  void neverShowsTheSecret() {
    assertThat(of(Map.of("durchkommen.ami.secret", "5ec2e7")).toString()).doesNotContain("5ec2e7");
  }

  @ParameterizedTest
  @CsvSource({
    "durchkommen.ami.host,'a b'",
    "durchkommen.ami.user,'a]'",
    "durchkommen.ami.secret,'a b'",
    "durchkommen.trunk.dial,PJSIP/trunk",
    "durchkommen.trunk.dial,'PJSIP/{number},60'",
    "durchkommen.trunk.dial,'PJSIP/{number}\nX: y'",
    "durchkommen.trunk.dial,'PJSIP/${number}'",
    "durchkommen.callback.caller-id,Hotline",
    "durchkommen.callback.caller-id,''"
  })
  void aWrongTextIsNamed(String key, String value) {
    assertThatThrownBy(() -> of(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }

  @ParameterizedTest
  @CsvSource({"0", "65536", "-1"})
  void aWrongPortIsNamed(int port) {
    assertThatThrownBy(() -> of(Map.of("durchkommen.ami.port", port)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("durchkommen.ami.port");
  }
}
