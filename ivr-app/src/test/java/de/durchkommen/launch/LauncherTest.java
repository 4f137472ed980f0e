package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LauncherTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "up now",
        "up --frob",
        "letters many",
        "letters 0",
        "db -e",
        "people",
        "people import",
        "people import not-there.csv",
        "appointments",
        "appointments export kassel",
        "appointments export kassel 19.1.2021",
        "appointments export kassel 2021-01-19 --format xls",
        "bench",
        "bench nothing",
        "key",
        "key add",
        "key add portal",
        "key add Portal --role booking",
        "key revoke",
        "key add portal --role king",
        "key add portal --role booking --at-once 0",
        "key revoke a_b",
        "phone",
        "phone add",
        "phone add Platz",
        "phone add platz_7",
        "phone remove",
        "phone list all",
        "account",
        "account add",
        "account add erika",
        "account add Erika --role agent",
        "account add e --role agent",
        "account add erika --role booking",
        "account add erika --role king",
        "account add erika --role agent --shown ",
        "account disable",
        "account password a_b",
        "prompts",
        "prompts say",
        "prompts say de",
        "prompts say de nothing.known",
        "prompts say de QUEUE_POSITION",
        "prompts say de QUEUE_POSITION position=many",
        "prompts say de QUEUE_POSITION place=3",
        "prompts script",
        "prompts import",
        "prompts import not-there",
        "key add portal --role booking --at-once 1001",
        "key add portal --role booking --at-once x"
      })
  void answersWrongWordsWithTwoAndTheHelp(String words) {
    assertThat(execute(words)).isEqualTo(LaunchFailure.WRONG_USE);
    assertThat(err.toString()).contains("Aufruf: durchkommen");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        "down",
        "status",
        "test",
        "letters",
        "db",
        "people",
        "people import",
        "appointments export",
        "bench",
        "bench booking",
        "key",
        "key add",
        "key list",
        "key revoke",
        "phone",
        "phone add",
        "phone list",
        "phone remove",
        "account",
        "account add",
        "account list",
        "account disable",
        "account password",
        "prompts",
        "prompts say",
        "prompts check",
        "prompts render",
        "prompts script",
        "prompts import"
      })
  void helpsInGerman(String command) {
    assertThat(execute((command + " --help").strip())).isZero();
    assertThat(out.toString()).contains("Aufruf: durchkommen", "Zeigt diese Hilfe.");
    assertThat(out.toString()).doesNotContain("Usage", "Show this help");
  }

  @Test
  void namesTheWordThatItDoesNotKnow() {
    execute("frobnicate");
    assertThat(err.toString()).startsWith("Unbekannt: frobnicate");
  }

  private int execute(String words) {
    CommandLine line = Launcher.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(words.isEmpty() ? new String[0] : words.split(" ", -1));
  }
}
