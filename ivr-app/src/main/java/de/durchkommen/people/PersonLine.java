package de.durchkommen.people;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file, as far as it could be read.
 *
 * @param number counted from 1, the header line included
 * @param values of the columns that are right; null for none
 */
record PersonLine(long number, Map<Column, @Nullable Object> values) {
  PersonLine(long number) {
    this(number, new EnumMap<>(Column.class));
  }

  @Nullable Object value(Column column) {
    return values.get(column);
  }
}
