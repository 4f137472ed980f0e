package de.durchkommen.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured: a table for people, then a line for each figure for programs. */
final class Report {
  private final List<String> table = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();

  /** A row of the table. */
  void row(String what, String value) {
    table.add("%-58s %s".formatted(what, value));
  }

  /** A figure, with its unit. */
  void figure(String name, double value, String unit) {
    figures.add(String.format(Locale.ROOT, "BENCH %s %.3f %s", name, value, unit));
  }

  /** A count, with its unit. */
  void count(String name, long value, String unit) {
    figures.add("BENCH %s %d %s".formatted(name, value, unit));
  }

  void print(PrintStream out) {
    table.forEach(out::println);
    out.println();
    figures.forEach(out::println);
  }
}
