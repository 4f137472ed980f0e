package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  @Test
  void fillsEveryNameAndLeavesAsterisksOwnVariables() {
    var template = new Template("x.conf", "bind = @HOST@:@PORT@ ; ${EXTEN} @HOST@ a@b");
    assertThat(template.filled(Map.of("HOST", "$1 x", "PORT", "5060")))
        .isEqualTo("bind = $1 x:5060 ; ${EXTEN} $1 x a@b");
  }

  @Test
  void failsOnANameWithoutValue() {
    var template = new Template("x.conf", "bind = @HOST@");
    assertThatThrownBy(() -> template.filled(Map.of("PORT", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.conf")
        .hasMessageContaining("@HOST@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nexec = x", "a;b", "a'b", "a\"b", "a\\b", "\u0000"})
  void refusesValuesThatWouldChangeTheLine(String value) {
    var template = new Template("x.conf", "bind = @HOST@");
    assertThatThrownBy(() -> template.filled(Map.of("HOST", value)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
