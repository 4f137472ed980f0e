package de.durchkommen.prompt;

import de.durchkommen.prompt.SpokenWords.Pause;
import de.durchkommen.prompt.SpokenWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sentences put together from pieces of one to many words: from as few as possible, since each
 * joint can be heard. Only a number that is written as one word is put together from parts of a
 * word. Immutable.
 *
 * <p>Worked out from the end: the best way to say the words from each place on is kept, and found
 * from the best ways behind it. A word without a piece costs more than any number of joints.
 */
public final class WordPieces {
  private static final int COST_OF_GAP = 10_000;

  /** No piece that anybody records has more words. */
  private static final int LONGEST = 60;

  private final Set<String> pieces;
  private final NumberWords numbers;

  /**
   * One piece of a sentence.
   *
   * @param words in the form of {@link SpokenWords#joined}
   * @param after what follows it
   */
  public record Piece(String words, Pause after) {}

  /** One step of the way: these pieces for so many words; none where there is a gap. */
  private record Step(List<String> pieces, int words, int cost) {}

  /** With these pieces, in the form of {@link SpokenWords#joined}. */
  public WordPieces(Set<String> pieces, Locale language) {
    this.pieces = pieces;
    this.numbers = NumberWords.of(language);
  }

  /** The words as pieces; empty unless there are pieces for all of them. */
  public Optional<List<Piece>> split(List<Word> words) {
    List<Piece> split = new ArrayList<>();
    int at = 0;
    for (Step step : steps(words)) {
      if (step.pieces().isEmpty()) {
        return Optional.empty();
      }
      at += step.words();
      Pause after = words.get(at - 1).after();
      step.pieces().forEach(piece -> split.add(new Piece(piece, Pause.NONE)));
      split.set(split.size() - 1, new Piece(split.getLast().words(), after));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(split);
  }

  /** The runs of words for which there is no piece, each up to the next pause. */
  List<List<Word>> gaps(List<Word> words) {
    List<List<Word>> gaps = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    int at = 0;
    for (Step step : steps(words)) {
      if (step.pieces().isEmpty()) {
        open.add(words.get(at));
      }
      at += step.words();
      boolean over = !step.pieces().isEmpty() || words.get(at - 1).after() != Pause.NONE;
      if (over && !open.isEmpty()) {
        gaps.add(List.copyOf(open));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      gaps.add(open);
    }
    return gaps;
  }

  private List<Step> steps(List<Word> words) {
    Step[] best = new Step[words.size()];
    int[] costs = new int[words.size() + 1];
    for (int from = words.size() - 1; from >= 0; from--) {
      Step step = new Step(List.of(), 1, COST_OF_GAP);
      for (Step other : candidates(words, from)) {
        if (other.cost() + costs[from + other.words()] < step.cost() + costs[from + step.words()]) {
          step = other;
        }
      }
      best[from] = step;
      costs[from] = step.cost() + costs[from + step.words()];
    }
    List<Step> steps = new ArrayList<>();
    for (int at = 0; at < best.length; at += best[at].words()) {
      steps.add(best[at]);
    }
    return steps;
  }

  private List<Step> candidates(List<Word> words, int from) {
    List<Step> candidates = new ArrayList<>();
    var text = new StringBuilder();
    for (int to = from; to < Math.min(words.size(), from + LONGEST); to++) {
      text.append(text.isEmpty() ? "" : " ").append(words.get(to).text());
      if (pieces.contains(text.toString())) {
        candidates.add(new Step(List.of(text.toString()), to - from + 1, 1));
      }
    }
    String word = words.get(from).text();
    if (numbers.isCompound(word) && !pieces.contains(word)) {
      @Nullable List<String> parts = parts(word);
      if (parts != null) {
        candidates.add(new Step(parts, 1, parts.size()));
      }
    }
    return candidates;
  }

  /** A word as pieces of it, the longest first; null if there is no such way. */
  private @Nullable List<String> parts(String word) {
    for (int end = word.length(); end > 0; end--) {
      String first = word.substring(0, end);
      if (!pieces.contains(first)) {
        continue;
      }
      if (end == word.length()) {
        return List.of(first);
      }
      @Nullable List<String> rest = parts(word.substring(end));
      if (rest != null) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
      }
    }
    return null;
  }
}
