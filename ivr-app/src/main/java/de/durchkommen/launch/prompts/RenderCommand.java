package de.durchkommen.launch.prompts;

import de.durchkommen.call.WarmTexts;
import de.durchkommen.launch.LaunchFailure;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes sounds before anybody waits for them. */
@Command(
    name = "render",
    description = {
      "Stellt den Ton aller Ansagen her, die immer gleich oder oft gesagt werden.",
      "Ergebnis: 0 alles da, 1 für eine Sprache spricht keine Stimme."
    })
final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SPRACHE",
      arity = "0..*",
      description = "Etwa de en (ohne Angabe: alle).")
  private List<String> languages = List.of();

  @Override
  public Integer call() {
    PromptRoom room = PromptRoom.opened();
    PromptLibrary library = room.library();
    Announcer announcer = room.announcer(library);
    int mute = 0;
    for (Locale language : PromptRoom.languages(library, languages)) {
      mute += rendered(library, announcer, language) ? 0 : 1;
    }
    return mute == 0 ? 0 : LaunchFailure.FAILED;
  }

  private boolean rendered(PromptLibrary library, Announcer announcer, Locale language) {
    PrintWriter out = spec.commandLine().getOut();
    List<SpokenText> texts = texts(library, language);
    try (WorkDisplay display = WorkDisplay.of(language.toLanguageTag(), out)) {
      for (int done = 0; done < texts.size(); done++) {
        announcer.audio(texts.get(done));
        display.at(done + 1, texts.size());
      }
    } catch (VoiceUnavailableException e) {
      out.printf("%s: keine Stimme (%s)%n", language.toLanguageTag(), e.getMessage());
      return false;
    }
    out.printf("%s: %d Ansagen fertig%n", language.toLanguageTag(), texts.size());
    return true;
  }

  /** Those that always say the same, then those that are said often. */
  static List<SpokenText> texts(PromptLibrary library, Locale language) {
    return Stream.concat(
            library.fixedTexts(language).stream(),
            WarmTexts.all().stream().map(said -> library.spoken(said, language)))
        .distinct()
        .toList();
  }
}
