package de.durchkommen.launch.prompts;

import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.RecordingScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what a speaker reads out. */
@Command(
    name = "script",
    description = {
      "Schreibt die Vorlage für Aufnahmen: als PDF zum Lesen und als Text mit Tabulatoren.",
      "Jede Zeile ist eine Datei: NAME.wav. Aufgenommen kommen sie herein mit: prompts import"
    })
final class ScriptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SPRACHE", description = "Etwa de, en, tr.")
  private String language = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "ORDNER",
      defaultValue = "",
      description = "Wohin die Dateien gehen (ohne Angabe: dieser Ordner).")
  private Path folder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Ein Name, der in Sätzen vorkommt, wie der Ort eines Impfzentrums; mehrmals.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws IOException {
    PromptRoom room = PromptRoom.opened();
    PromptLibrary library = room.library();
    RecordingScript script =
        library.script(PromptRoom.language(library, language), room.declared(), names);
    String tag = script.language().toLanguageTag();
    Files.createDirectories(folder.toAbsolutePath());
    Path text = folder.resolve("aufnahme-" + tag + ".txt");
    Path pdf = folder.resolve("aufnahme-" + tag + ".pdf");
    Files.writeString(text, ScriptText.of(script), StandardCharsets.UTF_8);
    try (ScriptPdf pages = new ScriptPdf(script)) {
      pages.write(pdf);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d Aufnahmen%n%s%n%s%n", script.lines().size(), text, pdf);
    return 0;
  }
}
