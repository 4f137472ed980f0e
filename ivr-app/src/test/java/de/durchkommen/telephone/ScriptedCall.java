package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.CallCommand;
import de.durchkommen.launch.phone.Heard;
import de.durchkommen.launch.phone.Hearing;
import de.durchkommen.launch.phone.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** A call that was made with {@code call --keys … --record …}. */
final class ScriptedCall {
  private static final String SAID = "<< ";
  private static final String OUTCOME = "OUTCOME ";

  private final HotlineUnderTest hotline;
  private final String language;
  private final int exitCode;
  private final List<String> lines;
  private final Path wav;
  private Optional<Hearing> heard = Optional.empty();

  private ScriptedCall(
      HotlineUnderTest hotline, String language, int exitCode, List<String> lines, Path wav) {
    this.hotline = hotline;
    this.language = language;
    this.exitCode = exitCode;
    this.lines = lines;
    this.wav = wav;
  }

  /** Calls, and presses keys. */
  static ScriptedCall made(HotlineUnderTest hotline, String keys) throws IOException {
    return made(hotline, keys, "de");
  }

  /**
   * The same on the number of a language; its sounds and the German ones are listened for.
   *
   * @param more words of the command {@code call}
   */
  static ScriptedCall made(HotlineUnderTest hotline, String keys, String language, String... more)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(more));
    Path wav = hotline.newRecording();
    words.addAll(List.of("--keys", keys, "--record", wav.toString(), "--language", language));
    StringWriter out = new StringWriter();
    int exitCode;
    hotline.quiet().callBegins();
    try {
      exitCode =
          new CommandLine(new CallCommand(hotline::settings))
              .setOut(new PrintWriter(out, true))
              .execute(words.toArray(String[]::new));
    } finally {
      hotline.quiet().callEnds();
    }
    return new ScriptedCall(hotline, language, exitCode, out.toString().lines().toList(), wav);
  }

  /** The file with what was heard. */
  Path wav() {
    return wav;
  }

  /** Exit code of the command. */
  int exitCode() {
    return exitCode;
  }

  /** What it printed. */
  List<String> lines() {
    return lines;
  }

  /** What is recognised in the recording: listened to once, when that is first asked for. */
  synchronized Hearing hearing() {
    if (heard.isEmpty()) {
      try {
        heard = Optional.of(hotline.heard(Recording.read(wav), language));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return heard.get();
  }

  /** What stands after the word OUTCOME in the last line. */
  String outcome() {
    assertThat(lines.getLast()).as("%s", lines).startsWith(OUTCOME);
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
    return hearing().prompts().stream()
        .map(Heard::sound)
        .map(sound -> sound.text().replaceAll("\\s+", " "))
        .toList();
  }

  /** Fails unless the call ended in words, and all that was said was really heard, in order. */
  ScriptedCall heardAllThatWasSaid() {
    assertThat(exitCode).as("%s", lines).isZero();
    assertThat(said()).isNotEmpty();
    assertThat(missing()).as("said in this order, but not heard so: %s", hearing()).isEmpty();
    return this;
  }

  /** What was said from the first sentence on that was not heard after the one before it. */
  private List<String> missing() {
    List<String> missing = new ArrayList<>(said());
    for (Heard one : hearing().prompts()) {
      if (!missing.isEmpty() && one.mayBe(missing.getFirst())) {
        missing.removeFirst();
      }
    }
    return missing;
  }

  /**
   * Fails if a sentence of this other language was heard. Listened for are all that the hotline has
   * ever made in it; it cannot say any other.
   */
  ScriptedCall heardNothingOf(String other) throws IOException {
    assertThat(hotline.sounds(other)).as("sounds in %s", other).isNotEmpty();
    Hearing beside = other.equals("de") ? hearing() : hotline.heard(Recording.read(wav), other);
    assertThat(beside.prompts())
        .as("heard beside %s", language)
        .isNotEmpty()
        .noneMatch(heard -> other.equals(heard.sound().language()));
    return this;
  }
}
