package de.durchkommen.prompt;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All texts at one moment: to hear what others would sound like, and to have their sound made,
 * before they are in force. Immutable.
 */
public final class Edition {
  private final Catalogue catalogue;
  private final Clock clock;

  Edition(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * The words in a language, ready for a voice.
   *
   * @throws PromptProblems if the language or the text is missing, or the values do not fit
   */
  public SpokenText spoken(Utterance utterance, Locale language) {
    return catalogue.spoken(utterance, language, clock);
  }

  /**
   * Everything that is wrong or doubtful in one text, by the rules of the build.
   *
   * @param language that has texts
   * @throws PromptProblems if it has none
   */
  public List<PromptCheck.Finding> checked(Prompt prompt, Locale language, String pattern) {
    LanguageTexts texts = catalogue.required(language);
    try {
      PromptText text = PromptText.parsed("text", prompt.id(), pattern, texts.language());
      LanguageTexts alone = texts.only(Map.of(prompt.id(), text));
      return new LanguageCheck(alone, List.of(prompt)).findings();
    } catch (PromptProblems e) {
      return e.problems().stream().map(why -> new PromptCheck.Finding(true, why)).toList();
    } catch (RuntimeException unforeseen) {
      // ICU has exceptions of many kinds for patterns that make no sense.
      String why =
          "text: %s: wrong syntax (%s)"
              .formatted(prompt.id(), unforeseen.getClass().getSimpleName());
      return List.of(new PromptCheck.Finding(true, why));
    }
  }
}
