package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhonePasswordTest {
  @Test
  void isLongRandomAndWithoutLookAlikes() {
    Random random = new Random(1);
    assertThat(Stream.generate(() -> PhonePassword.drawn(random).text()).limit(200))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[a-zA-Z2-9]{24}"))
        .noneMatch(text -> text.matches(".*[lIO01].*"));
  }

  /** As {@code printf agent-a:durchkommen:secret | md5sum} says. */
  @Test
  void isKnownByTheHashOfUserRealmAndPassword() {
    assertThat(new PhonePassword("secret").digest("agent-a"))
        .isEqualTo("MD5:f08c92a5a65e47cde1b94f80fc54f3fc");
  }

  @Test
  void isNotTold() {
    assertThat(new PhonePassword("secret").toString()).doesNotContain("secret");
  }
}
