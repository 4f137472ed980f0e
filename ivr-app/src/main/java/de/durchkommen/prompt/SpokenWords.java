package de.durchkommen.prompt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as the words that are heard, so that the same words are found again in another text.
 * Numbers in digits are words too, since "9" and "neun" sound the same.
 */
public final class SpokenWords {
  /** A number with its thousands apart is one word. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![0-9])[1-9][0-9]{0,2}(?:[.,\u00a0\u202f][0-9]{3})+(?![0-9])"
              + "|[\\p{L}\\p{M}\\p{N}]+(?:['’ʼ][\\p{L}\\p{M}]+)*");

  private static final Pattern GROUPED = Pattern.compile("(?<=[0-9])[.,\u00a0\u202f](?=[0-9])");
  private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ]");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,3}");
  private static final Pattern END = Pattern.compile("[.!?؟…](?:\\s|$)");
  private static final Pattern BREAK = Pattern.compile("[,;:،؛–—](?:\\s|$)");

  /** What the punctuation after a word makes of the voice. */
  public enum Pause {
    /** It goes on. */
    NONE,
    /** A breath. */
    SHORT,
    /** The sentence ends. */
    LONG
  }

  /**
   * One word.
   *
   * @param text in small letters, without apostrophes
   * @param written as it stands in the text
   * @param after what follows it
   */
  public record Word(String text, String written, Pause after) {}

  private SpokenWords() {}

  /** The words of a text; the pause after the last one is that of its punctuation. */
  public static List<Word> of(String text, Locale language) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(composed);
    boolean found = matcher.find();
    while (found) {
      String written = GROUPED.matcher(matcher.group()).replaceAll("");
      int end = matcher.end();
      found = matcher.find();
      String between = composed.substring(end, found ? matcher.start() : composed.length());
      add(words, written, pause(between), language);
    }
    return words;
  }

  /** The texts of words, with one space between each two. */
  public static String joined(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** The words of a text in the form of {@link #joined}. */
  public static String key(String text, Locale language) {
    return joined(of(text, language));
  }

  private static void add(List<Word> words, String written, Pause after, Locale language) {
    if (NUMBER.matcher(written).matches() && Integer.parseInt(written) <= NumberWords.LAST) {
      List<Word> number = of(NumberWords.of(language).spelled(Integer.parseInt(written)), language);
      Word last = number.getLast();
      words.addAll(number.subList(0, number.size() - 1));
      words.add(new Word(last.text(), last.written(), after));
    } else {
      String plain = APOSTROPHE.matcher(written).replaceAll("");
      words.add(new Word(plain.toLowerCase(language), written, after));
    }
  }

  private static Pause pause(String between) {
    if (END.matcher(between).find()) {
      return Pause.LONG;
    }
    return BREAK.matcher(between).find() ? Pause.SHORT : Pause.NONE;
  }
}
