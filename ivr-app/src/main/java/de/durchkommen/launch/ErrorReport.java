package de.durchkommen.launch;

import de.durchkommen.people.ImportError;
import de.durchkommen.people.ImportOutcome.Rejected;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;

/** What is wrong in a file of people, for who has to put it right. */
record ErrorReport(Rejected rejected) {
  /** So many lines are shown; the file has more of them. */
  private static final int SHOWN = 20;

  /** Writes the report to a file, and its beginning to the terminal. */
  void write(Path file, PrintWriter out) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("zeile", "spalte", "fehler", "hinweis", "andere_zeile");
      for (ImportError error : rejected.errors()) {
        csv.writeRecord(
            String.valueOf(error.line()),
            error.column(),
            error.flaw().name(),
            error.flaw().german(),
            Objects.toString(error.otherLine(), ""));
      }
    }
    out.printf("Nichts wurde aufgenommen: %,d Fehler.%n", rejected.count());
    rejected.errors().stream().limit(SHOWN).map(ErrorReport::line).forEach(out::println);
    if (rejected.count() > SHOWN) {
      out.println("  …");
    }
    out.printf("Die ersten %,d stehen in %s%n", rejected.errors().size(), file);
    out.flush();
  }

  private static String line(ImportError error) {
    String column = error.column().isEmpty() ? "" : ", Spalte " + error.column();
    String other = error.otherLine() == null ? "" : " (Zeile " + error.otherLine() + ")";
    return "  Zeile " + error.line() + column + ": " + error.flaw().german() + other;
  }
}
