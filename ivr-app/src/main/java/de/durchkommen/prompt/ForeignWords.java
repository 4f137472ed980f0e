package de.durchkommen.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that betray that a text has slipped into another language: those that are common in one,
 * and not a word of the others. Where a language has letters of its own, every other letter.
 */
final class ForeignWords {
  private static final Pattern LATIN = Pattern.compile(".*\\p{IsLatin}.*");
  private static final Pattern CYRILLIC = Pattern.compile(".*\\p{IsCyrillic}.*");
  private static final Pattern ARABIC = Pattern.compile(".*\\p{IsArabic}.*");

  /** The letters that only others have, by language. */
  private static final Map<String, List<Pattern>> OTHER_LETTERS =
      Map.of(
          "ru", List.of(LATIN, ARABIC, Pattern.compile(".*[іїєґ].*")),
          "uk", List.of(LATIN, ARABIC, Pattern.compile(".*[ыэёъ].*")),
          "ar", List.of(LATIN, CYRILLIC));

  private static final List<Pattern> NOT_LATIN = List.of(CYRILLIC, ARABIC);

  /** By language: words that no text in another language has. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "de",
          words(
              "und nicht ist der das drücken bitte termine termin taste eins zwei drei wenn uhr"
                  + " hier noch wieder ihre ihr unter nummer rufen"),
          "en",
          words(
              "the and you your please press call enter welcome sorry appointment appointments"
                  + " slot booking back"),
          "tr",
          words("ve için bir lütfen tuşlayın randevu randevunuz değil sizi numara basın"),
          "pl",
          words("proszę jest nacisnąć termin terminy państwa wizyta numer się dla"),
          "it",
          words("per di prema appuntamento appuntamenti non una tasto numero della"));

  private ForeignWords() {}

  /** Those of the words that are not of this language, in the order of the text. */
  static List<String> in(List<String> words, Locale language) {
    String own = language.getLanguage();
    Set<String> ownWords = WORDS.getOrDefault(own, Set.of());
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !ownWords.contains(word) && isForeign(word, own))
        .toList();
  }

  private static boolean isForeign(String word, String language) {
    return OTHER_LETTERS.getOrDefault(language, NOT_LATIN).stream()
            .anyMatch(letters -> letters.matcher(word).matches())
        || WORDS.entrySet().stream()
            .anyMatch(other -> !other.getKey().equals(language) && other.getValue().contains(word));
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
