package de.durchkommen.launch.prompts;

import de.durchkommen.launch.LaunchFailure;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.voice.EngineLength;
import de.durchkommen.voice.RecordingCheck;
import de.durchkommen.voice.RecordingImport;
import de.durchkommen.voice.RecordingImport.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes recordings by people. */
@Command(
    name = "import",
    description = {
      "Prüft Aufnahmen und nimmt die guten auf; sie sind dann statt der Stimmen zu hören.",
      "Der Ordner heißt wie die Sprache (de), oder er enthält solche Ordner; sonst: --language.",
      "Ergebnis: 0 alles aufgenommen, 1 etwas nicht; was und warum, steht in der Liste."
    })
final class RecordingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ORDNER", description = "Der Ordner mit den WAV-Dateien.")
  private Path folder = Path.of("");

  @Option(names = "--language", paramLabel = "SPRACHE", description = "Die Sprache darin.")
  private @Nullable String language;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Ein Name, der in Sätzen vorkommt, wie bei: prompts script; mehrmals.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw wrong("Den Ordner " + folder + " gibt es nicht.");
    }
    PromptRoom room = PromptRoom.opened();
    PromptLibrary library = room.library();
    boolean whole = true;
    for (Map.Entry<String, Path> part : folders(library).entrySet()) {
      RecordingScript script =
          library.script(PromptRoom.language(library, part.getKey()), room.declared(), names);
      var check = new RecordingCheck(new EngineLength(room.engines(library)));
      var recordings = new RecordingImport(script, check, room.recordings());
      Report report = taken(recordings, part.getKey(), part.getValue());
      spec.commandLine().getOut().print(ImportReport.of(part.getKey(), report));
      spec.commandLine().getOut().flush();
      whole &= report.refused().isEmpty() && report.unknown().isEmpty();
    }
    return whole ? 0 : LaunchFailure.FAILED;
  }

  private Report taken(RecordingImport recordings, String tag, Path part) throws IOException {
    try (WorkDisplay display = WorkDisplay.of(tag, spec.commandLine().getErr())) {
      return recordings.taken(part, display::at);
    }
  }

  /** The folders by the language that is spoken in them. */
  private Map<String, Path> folders(PromptLibrary library) {
    if (language != null) {
      return Map.of(language, folder);
    }
    Map<String, Path> folders = new TreeMap<>();
    for (var known : library.languages()) {
      Path inside = folder.resolve(known.toLanguageTag());
      if (Files.isDirectory(inside)) {
        folders.put(known.toLanguageTag(), inside);
      } else if (folder.toAbsolutePath().normalize().endsWith(known.toLanguageTag())) {
        folders.put(known.toLanguageTag(), folder);
      }
    }
    if (folders.isEmpty()) {
      throw wrong(
          "Welche Sprache ist in " + folder + "? Bitte angeben, zum Beispiel: --language de");
    }
    return folders;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
