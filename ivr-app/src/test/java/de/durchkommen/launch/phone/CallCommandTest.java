package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CallCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void refusesKeysThatNoTelephoneHas() {
    assertThat(called("--keys", "1,x")).isEqualTo(2);
    assertThat(err.toString()).contains("Eintrag 2").contains("0 bis 9, * und #");
    assertThat(out.toString()).doesNotContain("OUTCOME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "0561 123456", "a@b", "", "123456789012345678901", "+"})
  void refusesANumberThatIsNone(String from) {
    assertThat(called("--keys", "1", "--from", from)).isEqualTo(2);
    assertThat(err.toString()).contains("--from");
  }

  @Test
  void refusesARecordingThatCannotBeWritten() {
    String file = folder.resolve("not/there.wav").toString();
    assertThat(called("--keys", "1", "--record", file)).isEqualTo(2);
    assertThat(err.toString()).contains(file);
  }

  @Test
  void refusesALanguageThatIsNotSpoken() {
    assertThat(called("--keys", "1", "--language", "fr")).isEqualTo(2);
    assertThat(err.toString()).contains("--language: eine von de, tr.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opus", "G722", "", "pcma"})
  void refusesACodecThatTheTelephoneDoesNotOffer(String codec) {
    assertThat(called("--keys", "1", "--codec", codec)).isEqualTo(2);
    assertThat(err.toString()).contains("--codec: alaw, ulaw oder g722.");
  }

  @Test
  void refusesUnknownOptions() {
    assertThat(called("--tasten", "1")).isEqualTo(2);
  }

  private int called(String... arguments) {
    PhoneSettings settings =
        new PhoneSettings(
            folder,
            folder,
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1),
            Optional.empty(),
            List.of(URI.create("http://127.0.0.1:1")),
            folder.resolve("token"),
            Duration.ZERO,
            List.of("de", "tr"));
    return new CommandLine(new CallCommand(() -> settings))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
