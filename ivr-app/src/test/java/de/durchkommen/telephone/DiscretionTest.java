package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be found in logs, if it were there. */
class DiscretionTest {
  @TempDir private Path folder;

  private final Discretion discretion = new Discretion();

  private void logged(String line) throws IOException {
    discretion.person("9455725764", "08081928", "Edith Scholz");
    discretion.number("+495611234701");
    discretion.number("anonymous");
    Files.writeString(folder.resolve("some.log"), "a line\n" + line + "\nanother line\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code=9455725764.",
        "born 08081928",
        "born 1928-08-08",
        "for EDITH SCHOLZ",
        "from sip:+495611234701@host",
        "from 05611234701",
        "DTMF begin '9'"
      })
  void isFound(String line) throws IOException {
    logged(line);
    assertThat(discretion.breaches(folder))
        .singleElement()
        .asString()
        .startsWith("some.log, line 2");
  }

  @Test
  void timesAndOtherNumbersAreNotTaken() throws IOException {
    logged("2026-08-08 [timeMillis: 1945572576499] call 80808192811 anonymous");
    assertThat(discretion.breaches(folder)).isEmpty();
  }
}
