package de.durchkommen.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldKeyTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1-1-1", "35, 36, 1295, z-10-zz"})
  void isWrittenWithLettersDigitsAndDashes(long token, long first, long second, String text) {
    assertThat(new HoldKey(token, first, second).text()).isEqualTo(text);
    assertThat(HoldKey.parse(text)).contains(new HoldKey(token, first, second));
  }

  @Test
  void isReadAsItWasWritten() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      HoldKey key =
          new HoldKey(
              random.nextLong(1, Long.MAX_VALUE),
              random.nextLong(1, Long.MAX_VALUE),
              random.nextLong(1, Long.MAX_VALUE));
      assertThat(HoldKey.parse(key.text())).contains(key);
    }
    HoldKey largest = new HoldKey(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(HoldKey.parse(largest.text())).contains(largest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "--",
        "1-1",
        "1-1-1-1",
        "1-1-",
        "A-1-1",
        "1-1-ä",
        " 1-1-1",
        "1-1-1\n",
        "-1-1-1",
        "1--1-1",
        "1-1-+1",
        "1-1-1 OR 1=1",
        "1-1-00000000000001",
        // 2^63, and the largest that is short enough
        "1y2p0ij32e8e8-1-1",
        "1-1-zzzzzzzzzzzzz",
        // free seats have no token; seats count from 1
        "0-1-2",
        "1-0-2",
        "1-1-0",
        "0000-1-2"
      })
  void nothingElseIsAKey(String text) {
    assertThat(HoldKey.parse(text)).isEmpty();
  }

  @Test
  void doesNotTellTheTokenInLogs() {
    assertThat(new HoldKey(4_711, 1, 2)).hasToString("HoldKey[…]");
  }
}
