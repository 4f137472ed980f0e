package de.durchkommen.prompt;

import de.durchkommen.prompt.SpokenWords.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the words for weekday, day and month in the words for many days, whatever the language.
 *
 * <p>A word that is not said on some weekday belongs to the weekday; else one that is not said in
 * some month, to the month; else one that is not said on some day of the month, to the day. What is
 * said always, as "dem", belongs to the words after it.
 */
final class DayPieces {
  private static final int DAYS = 31;

  private final Map<String, Use> uses = new HashMap<>();
  private final List<List<Word>> said = new ArrayList<>();

  private enum Part {
    WEEKDAY,
    MONTH,
    DAY,
    ALWAYS
  }

  /** When a word is said. */
  private static final class Use {
    private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    private final Set<Month> months = EnumSet.noneOf(Month.class);
    private final Set<Integer> days = new TreeSet<>();

    Part part() {
      if (weekdays.size() < DayOfWeek.values().length) {
        return Part.WEEKDAY;
      }
      if (months.size() < Month.values().length && days.size() >= DAYS - 3) {
        return Part.MONTH;
      }
      return days.size() < DAYS ? Part.DAY : Part.ALWAYS;
    }
  }

  void add(LocalDate day, List<Word> words) {
    said.add(words);
    for (Word word : words) {
      Use use = uses.computeIfAbsent(word.text(), text -> new Use());
      use.weekdays.add(day.getDayOfWeek());
      use.months.add(day.getMonth());
      use.days.add(day.getDayOfMonth());
    }
  }

  /** Each piece once, in the order in which they were met. */
  Collection<List<Word>> all() {
    Map<String, List<Word>> pieces = new LinkedHashMap<>();
    for (List<Word> words : said) {
      for (List<Word> piece : pieces(words)) {
        pieces.putIfAbsent(SpokenWords.joined(piece), piece);
      }
    }
    return pieces.values();
  }

  private List<List<Word>> pieces(List<Word> words) {
    List<List<Word>> pieces = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    Part running = Part.ALWAYS;
    for (Word word : words) {
      Part part = part(word);
      if (part != running && running != Part.ALWAYS) {
        pieces.add(List.copyOf(open));
        open.clear();
      }
      open.add(word);
      running = part;
    }
    if (running == Part.ALWAYS && !pieces.isEmpty()) {
      open.addAll(0, pieces.removeLast());
    }
    pieces.add(List.copyOf(open));
    return pieces;
  }

  private Part part(Word word) {
    Use use = uses.get(word.text());
    return use == null ? Part.ALWAYS : use.part();
  }
}
