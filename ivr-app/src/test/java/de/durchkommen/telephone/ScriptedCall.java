package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.CallCommand;
import de.durchkommen.launch.phone.Heard;
import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * A call that was made with {@code call --keys … --record …}.
 *
 * @param exitCode of the command
 * @param lines what it printed
 * @param hearing what was recognised in the recording
 */
record ScriptedCall(int exitCode, List<String> lines, Hearing hearing) {
  private static final String SAID = "<< ";
  private static final String OUTCOME = "OUTCOME ";

  /** Calls, presses keys, and listens to the recording. */
  static ScriptedCall made(HotlineUnderTest hotline, String keys) throws IOException {
    return made(hotline, keys, "de");
  }

  /** The same on the number of a language; its sounds and the German ones are listened for. */
  static ScriptedCall made(HotlineUnderTest hotline, String keys, String language)
      throws IOException {
    Path wav = hotline.newRecording();
    StringWriter out = new StringWriter();
    int exitCode;
    hotline.onTheTelephone().lock();
    try {
      exitCode =
          new CommandLine(new CallCommand(hotline::settings))
              .setOut(new PrintWriter(out, true))
              .execute("--keys", keys, "--record", wav.toString(), "--language", language);
    } finally {
      hotline.onTheTelephone().unlock();
    }
    Hearing hearing = hotline.heard(Recording.read(wav), language);
    return new ScriptedCall(exitCode, out.toString().lines().toList(), hearing);
  }

  /** What stands after the word OUTCOME in the last line. */
  String outcome() {
    assertThat(lines.getLast()).startsWith(OUTCOME);
    return lines.getLast().substring(OUTCOME.length());
  }

  /** What was said, as the transcript tells it. */
  List<String> said() {
    return lines.stream()
        .filter(line -> line.startsWith(SAID))
        .map(line -> line.substring(SAID.length()))
        .toList();
  }

  /** What was heard, as the recording tells it. */
  List<String> heard() {
    return hearing.prompts().stream()
        .map(Heard::sound)
        .map(sound -> sound.text().replaceAll("\\s+", " "))
        .toList();
  }

  /** Fails unless the call ended in words, and all that was said was really heard, in order. */
  ScriptedCall heardAllThatWasSaid() {
    return heardAllThatWasSaid("de");
  }

  /** The same in this language, and not a word in German beside it. */
  ScriptedCall heardAllThatWasSaid(String language) {
    assertThat(exitCode).as("%s", lines).isZero();
    assertThat(said()).isNotEmpty();
    assertThat(heard()).as("heard: %s", hearing).containsSubsequence(said());
    assertThat(hearing.prompts())
        .as("German only")
        .allMatch(heard -> language.equals(heard.sound().language()));
    return this;
  }
}
