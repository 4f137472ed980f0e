package de.durchkommen.people;

import org.jspecify.annotations.Nullable;

/** What a field of a file says. */
sealed interface Cell {
  /**
   * A value as the database has it; null for none.
   *
   * @param value text, a number or a date
   */
  record Good(@Nullable Object value) implements Cell {}

  /** Nothing that could be taken. */
  record Bad(Flaw flaw) implements Cell {}
}
