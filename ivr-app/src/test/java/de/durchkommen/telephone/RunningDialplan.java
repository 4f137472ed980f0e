package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The dialplan of the running Asterisk, to which tests add numbers of their own. */
final class RunningDialplan {
  /**
   * German as {@link HotlineUnderTest#GERMAN}; but whoever dials it comes when more calls are under
   * way than is comfortable.
   */
  static final String CROWDED = "1161179";

  /** The same; but an outage is over for whoever dials it when ten minutes are for others. */
  static final String IMPATIENT = "1161170";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HotlineUnderTest hotline;
  private final Path extensions;

  RunningDialplan(HotlineUnderTest hotline, Path extensions) {
    this.hotline = hotline;
    this.extensions = extensions;
  }

  /** A channel's own value goes before the dialplan's: all that is not said here is as it was. */
  void addNumbers() throws IOException, InterruptedException {
    addGermanNumber(CROWDED, "COMFORTABLE_CALLS=0");
    addGermanNumber(IMPATIENT, "OUTAGE_SECONDS=5");
  }

  /** Answers and plays a file, without the app. */
  void addPlayed(String number, Path audio) throws IOException, InterruptedException {
    add(number, "Answer()", "Playback(" + audio + ")", "Hangup()");
  }

  private void addGermanNumber(String number, String value)
      throws IOException, InterruptedException {
    String language = "Set(DURCHKOMMEN_LANGUAGE=de)";
    add(number, language, "Set(" + value + ")", "Goto(hotline,116117,1)");
  }

  private void add(String number, String... steps) throws IOException, InterruptedException {
    String extension =
        "\n[incoming]\nexten = " + number + ",1," + String.join("\n same = n,", steps) + "\n";
    Files.writeString(extensions, Files.readString(extensions) + extension, StandardCharsets.UTF_8);
    commanded("dialplan reload");
    assertThat(commanded("dialplan show " + number + "@incoming").words()).contains(steps);
  }

  /** What Asterisk says to a command. */
  Said commanded(String command) throws IOException, InterruptedException {
    ProcessHandle.Info running = hotline.process("asterisk").info();
    List<String> words = new ArrayList<>();
    words.add(running.command().orElseThrow());
    for (String argument : running.arguments().orElseThrow()) {
      if (argument.equals("-f")) {
        words.addAll(List.of("-r", "-x", command));
      } else {
        words.add(argument);
      }
    }
    return HotlineUnderTest.run(LIMIT, words);
  }
}
