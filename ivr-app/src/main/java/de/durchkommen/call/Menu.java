package de.durchkommen.call;

import de.durchkommen.prompt.Utterance;
import java.util.Map;
import java.util.Optional;

/** Questions that are answered with one key. */
final class Menu {
  private static final Map<String, Boolean> YES_NO = Map.of("1", true, "2", false);

  private Menu() {}

  static Question<Boolean> yesNo(Utterance wording) {
    return of(wording, wording, YES_NO);
  }

  /** The same for a wording that says something private: it is not written down. */
  static Question<Boolean> privateYesNo(Utterance wording) {
    return new Question<>(
        wording,
        wording,
        Prompts.MENU_NOT_UNDERSTOOD.said(),
        Question.Entry.PRIVATE_MENU,
        key -> Optional.ofNullable(YES_NO.get(key)));
  }

  static <T> Question<T> of(Utterance wording, Utterance shorter, Map<String, T> choices) {
    return new Question<>(
        wording,
        shorter,
        Prompts.MENU_NOT_UNDERSTOOD.said(),
        Question.Entry.MENU,
        key -> Optional.ofNullable(choices.get(key)));
  }
}
