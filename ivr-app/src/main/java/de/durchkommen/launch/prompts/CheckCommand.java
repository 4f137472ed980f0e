package de.durchkommen.launch.prompts;

import de.durchkommen.launch.LaunchFailure;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptCheck;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import de.durchkommen.voice.RecordingCheck;
import de.durchkommen.voice.RecordingImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is wrong with texts and sounds. */
@Command(
    name = "check",
    description = {
      "Prüft die Texte aller Sprachen wie der Bau, und ob jeder feste Text eine Stimme hat.",
      "Ergebnis: 0 alles in Ordnung, 1 ein Fehler."
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PromptRoom room = PromptRoom.opened();
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = PromptCheck.checked(room.prompts(), room.declared());
    findings.forEach(
        finding -> out.println((finding.error() ? "FEHLER  " : "Hinweis ") + finding.text()));
    long wrong = findings.stream().filter(Finding::error).count();
    out.printf("Texte: %d Fehler, %d Hinweise%n", wrong, findings.size() - wrong);
    if (wrong > 0) {
      return LaunchFailure.FAILED;
    }
    PromptLibrary library = room.library();
    int mute = 0;
    for (Locale language : PromptRoom.languages(library, List.of())) {
      mute += sounds(room, library, language) ? 0 : 1;
    }
    return mute == 0 ? 0 : LaunchFailure.FAILED;
  }

  private boolean sounds(PromptRoom room, PromptLibrary library, Locale language)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Announcer announcer = room.announcer(library);
    List<SpokenText> texts = library.fixedTexts(language);
    int done = 0;
    try (WorkDisplay display = WorkDisplay.of(language.toLanguageTag(), out)) {
      for (SpokenText text : texts) {
        announcer.audio(text);
        done++;
        display.at(done, texts.size());
      }
    } catch (VoiceUnavailableException e) {
      out.printf("FEHLER  %s: ohne Ton: »%s«%n", language.toLanguageTag(), texts.get(done).text());
    }
    RecordingScript script = library.script(language, room.declared(), List.of());
    var check = new RecordingCheck(words -> OptionalDouble.empty());
    int missing = new RecordingImport(script, check, room.recordings()).missing().size();
    out.printf(
        "%s: %d von %d festen Texten mit Ton, %d von %d Aufnahmen%n",
        language.toLanguageTag(),
        done,
        texts.size(),
        script.lines().size() - missing,
        script.lines().size());
    return done == texts.size();
  }
}
