package de.durchkommen.people;

import java.util.ArrayList;
import java.util.List;

/** The errors of a file: the first ones in full, the others counted. */
final class ErrorList {
  private final List<ImportError> first = new ArrayList<>();
  private long count;

  /** Adds one; those of one kind of check come in the order of their lines. */
  void add(ImportError error) {
    count++;
    // Later checks begin at the first line again, so as many of each of them may be wanted.
    if (first.size() < ImportOutcome.ERRORS_IN_FULL * ImportOutcome.CHECKS) {
      first.add(error);
    }
  }

  /** Counts more that are not kept. */
  void count(long more) {
    count += more;
  }

  long count() {
    return count;
  }

  /** The first of them, in the order of their lines. */
  List<ImportError> first() {
    return first.stream().sorted(ImportError.IN_ORDER).limit(ImportOutcome.ERRORS_IN_FULL).toList();
  }
}
