package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.RecordingScript.Kind;
import de.durchkommen.prompt.RecordingScript.Line;
import de.durchkommen.voice.RecordingImport.Refused;
import de.durchkommen.voice.RecordingImport.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingImportTest {
  private static final RecordingScript SCRIPT =
      new RecordingScript(
          Locale.GERMAN,
          List.of(
              new Line("queue.turn", Kind.SENTENCE, "Sie sind an der Reihe.", true),
              new Line("queue.position.1", Kind.PHRASE, "Sie sind an Position", false),
              new Line("fünf", Kind.WORDS, "fünf", false),
              new Line("Dienstag", Kind.WORDS, "Dienstag", false)));

  @TempDir Path folder;

  @Test
  void goodOnesAreTakenAndBadOnesAreNamed() throws IOException {
    Path in = folder.resolve("in");
    Takes.write(in.resolve("queue.turn.wav"), Takes.good(1));
    Takes.write(in.resolve("dienstag.WAV"), Takes.good(0.9));
    Takes.write(in.resolve("fragments/fu\u0308nf.wav"), Takes.voice(1, -20, -40));
    Takes.write(in.resolve("hello.wav"), Takes.good(1));
    Files.writeString(in.resolve("notes.txt"), "x");

    Report report = taken(in);

    assertThat(report.accepted()).containsExactlyInAnyOrder("queue.turn", "Dienstag");
    assertThat(report.refused())
        .extracting(Refused::file)
        .containsExactly("fragments/fu\u0308nf.wav");
    assertThat(report.refused().getFirst().faults()).asString().contains("Rauschen -40");
    assertThat(report.unknown()).containsExactly("hello.wav");
    assertThat(report.missing()).containsExactly("queue.position.1", "fünf");
    assertThat(names())
        .containsExactly(
            "de/fragments/Dienstag.txt",
            "de/fragments/Dienstag.wav",
            "de/queue.turn.txt",
            "de/queue.turn.wav");
    assertThat(folder.resolve("out/de/queue.turn.txt")).hasContent("Sie sind an der Reihe.\n");
  }

  @Test
  void aRefusedRecordingLeavesTheOneBefore() throws IOException {
    Path in = folder.resolve("in");
    Takes.write(in.resolve("queue.turn.wav"), Takes.good(1));
    taken(in);
    byte[] before = Files.readAllBytes(folder.resolve("out/de/queue.turn.wav"));
    Takes.write(in.resolve("queue.turn.wav"), Takes.voice(1, -60, -90));
    assertThat(taken(in).refused()).hasSize(1);
    assertThat(folder.resolve("out/de/queue.turn.wav")).hasBinaryContent(before);
  }

  @Test
  void wordsForTheEndOfASentenceAreTakenToo() throws IOException {
    Takes.write(folder.resolve("in/fragments/fünf.end.wav"), Takes.good(1));
    assertThat(taken(folder.resolve("in")).accepted()).containsExactly("fünf.end");
    assertThat(names()).contains("de/fragments/fünf.end.wav");
  }

  @Test
  void theWorkIsFollowed() throws IOException {
    Takes.write(folder.resolve("in/queue.turn.wav"), Takes.good(1));
    Takes.write(folder.resolve("in/other.wav"), Takes.good(1));
    List<String> told = new ArrayList<>();
    importing().taken(folder.resolve("in"), (done, all) -> told.add(done + "/" + all));
    assertThat(told).containsExactly("1/2", "2/2");
  }

  private Report taken(Path in) throws IOException {
    return importing().taken(in, (done, all) -> {});
  }

  private RecordingImport importing() {
    return new RecordingImport(
        SCRIPT, new RecordingCheck(words -> OptionalDouble.of(1)), folder.resolve("out"));
  }

  private List<String> names() throws IOException {
    Path out = folder.resolve("out");
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
