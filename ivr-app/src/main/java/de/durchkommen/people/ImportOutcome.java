package de.durchkommen.people;

import java.util.List;

/** What came of a file. */
public sealed interface ImportOutcome {
  /** So many errors are told one by one. */
  int ERRORS_IN_FULL = 1_000;

  /** Each line by itself, codes within the file, codes that are known. */
  int CHECKS = 3;

  /**
   * Everybody in the file is invited now.
   *
   * @param people how many lines
   * @param added were not known before
   * @param updated were known, and something about them was different
   */
  record Imported(long people, long added, long updated) implements ImportOutcome {}

  /**
   * Nothing of the file was taken.
   *
   * @param errors the first {@link #ERRORS_IN_FULL}, in the order of their lines
   * @param count how many there are in all
   */
  record Rejected(List<ImportError> errors, long count) implements ImportOutcome {
    /** Copies the list. */
    public Rejected {
      errors = List.copyOf(errors);
    }
  }

  /** Another import is running; this one can be tried again when that one is through. */
  record Busy() implements ImportOutcome {}
}
