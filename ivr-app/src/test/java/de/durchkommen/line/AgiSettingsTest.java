package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting stops the start, with its name. */
final class AgiSettingsTest {
  private static Config config(Map<String, Object> values) {
    Config config = mock(Config.class);
    when(config.getOptionalValue(anyString(), any()))
        .thenAnswer(asked -> Optional.ofNullable(values.get(asked.<String>getArgument(0))));
    return config;
  }

  @Test
  void withoutConfigurationOnlyThisMachineIsTalkedWith() {
    AgiSettings settings = AgiSettings.of(config(Map.of()));
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    assertThat(settings.address()).isEqualTo(here);
    assertThat(settings.allowed()).containsExactly(here);
    assertThat(settings.port()).isEqualTo(4573);
    assertThat(settings.maxCalls()).isEqualTo(2_000);
    assertThat(settings.person()).isEqualTo("PJSIP/person");
    assertThat(settings.ring()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void whatIsConfiguredHolds() {
    AgiSettings settings =
        AgiSettings.of(
            config(
                Map.of(
                    "durchkommen.agi.address",
                    "127.0.0.11",
                    "durchkommen.agi.port",
                    4_600,
                    "durchkommen.agi.allowed",
                    "127.0.0.2, ::1,",
                    "durchkommen.agi.max-calls",
                    7,
                    "durchkommen.person",
                    "PJSIP/desk&PJSIP/chief",
                    "durchkommen.person.ring",
                    Duration.ofSeconds(5))));
    assertThat(settings.address()).isEqualTo(InetAddress.ofLiteral("127.0.0.11"));
    assertThat(settings.allowed())
        .containsExactlyInAnyOrder(
            InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("::1"));
    assertThat(settings.port()).isEqualTo(4_600);
    assertThat(settings.maxCalls()).isEqualTo(7);
    assertThat(settings.person()).isEqualTo("PJSIP/desk&PJSIP/chief");
    assertThat(settings.ring()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "durchkommen.agi.address,not an address",
    "durchkommen.agi.allowed,' , '",
    "durchkommen.agi.allowed,127.0.0.1 127.0.0.2",
    "durchkommen.person,'PJSIP/a,60,g'",
    "durchkommen.person,''"
  })
  void aWrongTextIsNamed(String key, String value) {
    assertThatThrownBy(() -> AgiSettings.of(config(Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }

  @ParameterizedTest
  @CsvSource({
    "durchkommen.agi.port,-1",
    "durchkommen.agi.port,65536",
    "durchkommen.agi.max-calls,0"
  })
  void aWrongNumberIsNamed(String key, int value) {
    assertThatThrownBy(() -> AgiSettings.of(config(Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }
}
