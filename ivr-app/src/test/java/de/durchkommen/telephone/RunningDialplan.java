package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dialplan of the running Asterisk, to which tests add numbers of their own. */
final class RunningDialplan {
  /**
   * German as {@link HotlineUnderTest#GERMAN}; but whoever dials it comes when more calls are under
   * way than is comfortable.
   */
  static final String CROWDED = "1161179";

  /** The same; but an outage is over for whoever dials it when ten minutes are for others. */
  static final String IMPATIENT = "1161170";

  /** The same; but no node of the application is there for whoever dials it. */
  static final String DESERTED = "11611780";

  /**
   * The same as {@link #DESERTED}; but whoever dials it has a place, so that no person is rung, and
   * the hotline goes on trying, as it usually does.
   */
  static final String HELD = "11611781";

  /** The same; but whoever dials it is of the last group of callers. */
  static final String LAST_GROUP = "11611790";

  private static final Duration TOLD = Duration.ofSeconds(5);
  private static final String NOTED_FOR = "Wait(4)";

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
    addGermanNumber(DESERTED, "APPLICATION=127.0.0.1:" + Place.OTHER_NODE, "OUTAGE_SECONDS=5");
    addGermanNumber(HELD, "APPLICATION=127.0.0.1:" + Place.OTHER_NODE, "DURCHKOMMEN_WAITING=1");
    addGermanNumber(LAST_GROUP, "DURCHKOMMEN_PRIORITY=9");
  }

  /** Answers and plays a file, without the app. */
  void addPlayed(String number, Path audio) throws IOException, InterruptedException {
    add(number, "Answer()", "Playback(" + audio + ")", "Hangup()");
  }

  /** Whoever dials it is given to an agent, and hung up when the talk is over. */
  void addTalk(String number, long talk, String agent) throws IOException, InterruptedException {
    add("after-" + number, "talked", List.of(noted(), NOTED_FOR, "Hangup()"));
    addCaller(number, talk, agent);
  }

  /** The same; but after the first agent comes another one. */
  void addTalks(String number, long talk, String agent, long next, String nextAgent)
      throws IOException, InterruptedException {
    add(
        "after-" + number,
        "talked",
        List.of(
            noted(),
            "GotoIf($[\"${TALK}\" = \"" + next + "\"]?over)",
            "Set(DURCHKOMMEN_TALK=" + next + ")",
            "Set(DURCHKOMMEN_AGENT=" + nextAgent + ")",
            "Goto(talk,s,1)",
            "(over)," + NOTED_FOR,
            "Hangup()"));
    addCaller(number, talk, agent);
  }

  /** Where the list of channels shows it. */
  private static String noted() {
    return "Set(CHANNEL(accountcode)=came-${TALK}-${CUT(DURCHKOMMEN_TALKED,\\,,3)})";
  }

  private void addCaller(String number, long talk, String agent)
      throws IOException, InterruptedException {
    add(
        number,
        "Answer()",
        "Gosub(begin,s,1(after-" + number + "))",
        "Set(DURCHKOMMEN_TALK=" + talk + ")",
        "Set(DURCHKOMMEN_AGENT=" + agent + ")",
        "Goto(talk,s,1)");
  }

  /** How the talk went for the caller, as the dialplan tells the application; to be asked soon. */
  String cameBack(long talk) throws IOException, InterruptedException {
    Pattern noted = Pattern.compile("!came-" + talk + "-([A-Z]+)!");
    for (long end = System.nanoTime() + TOLD.toNanos(); System.nanoTime() < end; ) {
      Matcher channels = noted.matcher(console.says("core show channels concise"));
      if (channels.find()) {
        return channels.group(1);
      }
    }
    return "";
  }

  private void addGermanNumber(String number, String... values)
      throws IOException, InterruptedException {
    List<String> steps = new ArrayList<>(List.of("Set(DURCHKOMMEN_LANGUAGE=de)"));
    for (String value : values) {
      steps.add("Set(" + value + ")");
    }
    steps.add("Goto(hotline,116117,1)");
    add("incoming", number, steps);
  }

  private void add(String number, String... steps) throws IOException, InterruptedException {
    add("incoming", number, List.of(steps));
  }

  private void add(String context, String number, List<String> steps)
      throws IOException, InterruptedException {
    String lines = String.join("\n same = n,", steps).replace("n,(", "n(");
    String extension = "\n[" + context + "]\nexten = " + number + ",1," + lines + "\n";
    Files.writeString(extensions, Files.readString(extensions) + extension, StandardCharsets.UTF_8);
    console.says("dialplan reload");
    assertThat(console.says("dialplan show " + number + "@" + context)).contains(steps.getFirst());
  }
}
