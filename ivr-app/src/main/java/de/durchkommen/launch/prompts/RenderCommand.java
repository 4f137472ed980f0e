package de.durchkommen.launch.prompts;

import de.durchkommen.call.WarmTexts;
import de.durchkommen.launch.LaunchFailure;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import de.durchkommen.voice.SoundReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes sounds before anybody waits for them, and measures them. */
@Command(
    name = "render",
    description = {
      "Stellt den Ton aller Ansagen her, die immer gleich oder oft gesagt werden, und misst ihn:",
      "Lautheit -21 LUFS, höchstens 1 daneben; nichts übersteuert; keine Pause über 0,7 s.",
      "Ergebnis: 0 alles da und in Ordnung, 1 für eine Sprache spricht keine Stimme,",
      "oder eine Ansage klingt nicht so; dann steht da, welche."
    })
final class RenderCommand implements Callable<Integer> {
  /** Sounds that are named of a long list. */
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SPRACHE",
      arity = "0..*",
      description = "Etwa de en (ohne Angabe: alle).")
  private List<String> languages = List.of();

  @Override
  public Integer call() throws IOException {
    PromptRoom room = PromptRoom.opened();
    PromptLibrary library = room.library();
    Announcer announcer = room.announcer(library);
    int wrong = 0;
    for (Locale language : PromptRoom.languages(library, languages)) {
      wrong += rendered(library, announcer, language) ? 0 : 1;
    }
    return wrong == 0 ? 0 : LaunchFailure.FAILED;
  }

  private boolean rendered(PromptLibrary library, Announcer announcer, Locale language)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String tag = language.toLanguageTag();
    Map<SpokenText, String> texts = texts(library, language);
    var report = new SoundReport();
    try (WorkDisplay display = WorkDisplay.of(tag, out)) {
      for (Map.Entry<SpokenText, String> text : texts.entrySet()) {
        report.add(text.getValue(), announcer.audio(text.getKey()));
        display.at(report.count(), texts.size());
      }
    } catch (VoiceUnavailableException e) {
      out.printf("%s: keine Stimme (%s)%n", tag, e.getMessage());
      return false;
    }
    out.printf("%s: %s%n", tag, report.summary());
    List<String> outside = report.outside();
    outside.stream().limit(SHOWN).forEach(sound -> out.printf("FEHLER  %s %s%n", tag, sound));
    if (outside.size() > SHOWN) {
      out.printf("FEHLER  %s und %d weitere Ansagen%n", tag, outside.size() - SHOWN);
    }
    return outside.isEmpty();
  }

  /**
   * Those that always say the same, then those that are said often; each with its name and values
   * as {@code prompts say} takes them.
   */
  static Map<SpokenText, String> texts(PromptLibrary library, Locale language) {
    Map<SpokenText, String> texts = new LinkedHashMap<>();
    library.fixedTextsById(language, "").forEach((id, text) -> texts.putIfAbsent(text, id));
    for (Utterance said : WarmTexts.all()) {
      texts.putIfAbsent(library.spoken(said, language), name(said));
    }
    return texts;
  }

  private static String name(Utterance said) {
    return new TreeMap<>(said.values())
        .entrySet().stream()
            .map(value -> " " + value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining("", said.prompt().id(), ""));
  }
}
