package de.durchkommen.people;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a file, without the value itself.
 *
 * @param line where it is, counted from 1, the header line included; where a field has line breaks,
 *     the line in which its row begins
 * @param column the name in the header line; empty when it is about the whole line
 * @param flaw what is wrong
 * @param otherLine the earlier line that it is about; null when there is none
 */
public record ImportError(long line, String column, Flaw flaw, @Nullable Long otherLine) {
  static final Comparator<ImportError> IN_ORDER =
      Comparator.comparingLong(ImportError::line).thenComparing(ImportError::column);

  ImportError(long line, String column, Flaw flaw) {
    this(line, column, flaw, null);
  }
}
