package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The dialplan of the running Asterisk, to which tests add numbers of their own. */
final class RunningDialplan {
  /**
   * German as {@link HotlineUnderTest#GERMAN}; but whoever dials it comes when more calls are under
   * way than is comfortable.
   */
  static final String CROWDED = "1161179";

  /** The same; but an outage is over for whoever dials it when ten minutes are for others. */
  static final String IMPATIENT = "1161170";

  private final AsteriskConsole console;
  private final Path extensions;

  RunningDialplan(AsteriskConsole console, Path extensions) {
    this.console = console;
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
    console.says("dialplan reload");
    assertThat(console.says("dialplan show " + number + "@incoming")).contains(steps);
  }
}
