package de.durchkommen.call;

import de.durchkommen.prompt.SpokenText;
import java.util.List;
import java.util.Locale;

/**
 * What callers hear before everything else, for as long as it is urgent. Asked in each call, so it
 * answers at once and out of memory, and never fails.
 */
@FunctionalInterface
public interface UrgentWords {
  /** Nothing is urgent. */
  UrgentWords NONE = language -> List.of();

  /**
   * An announcement in a language.
   *
   * @param announcement which one: the same in each language
   * @param words what is said; its sound has been made before
   */
  record Urgent(long announcement, SpokenText words) {}

  /** What is to be said now in just this language, in that order; it has no words in others. */
  List<Urgent> now(Locale language);
}
