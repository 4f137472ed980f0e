package de.durchkommen.line;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where something failed, for the log: classes and lines of code, without messages, because a
 * message may quote what a caller has keyed ("Duplicate entry '…'").
 */
final class Trace {
  private static final int MAX_CAUSES = 5;
  private static final int MAX_FRAMES = 15;

  private Trace() {}

  static String of(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .map(Trace::one)
        .collect(Collectors.joining("\n caused by "));
  }

  private static String one(Throwable fault) {
    // Our own, known to quote nobody.
    String what = fault instanceof AgiFailure ? fault.toString() : fault.getClass().getName();
    return Stream.concat(
            Stream.of(what),
            Arrays.stream(fault.getStackTrace()).limit(MAX_FRAMES).map(frame -> "  at " + frame))
        .collect(Collectors.joining("\n"));
  }
}
