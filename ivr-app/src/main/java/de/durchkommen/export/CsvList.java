package de.durchkommen.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The list of a day as CSV (RFC 4180, UTF-8), a line at a time.
 *
 * <p>A field that a spreadsheet would take for a formula begins with an apostrophe, so that it is
 * text there: see OWASP, "CSV Injection".
 */
final class CsvList {
  /** Beginnings of formulas, and what spreadsheets skip before one. */
  private static final String FORMULA = "=+-@\t\r";

  private static final List<String> HEADER =
      List.of(
          "time",
          "dose",
          "vaccine",
          "confirmation",
          "name",
          "birth_date",
          "priority_group",
          "language");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private CsvList() {}

  static void write(DayList list, OutputStream out) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord(HEADER);
      for (ListedAppointment appointment : list.appointments()) {
        csv.writeRecord(fields(appointment).stream().map(CsvList::text).toList());
      }
    }
  }

  private static List<String> fields(ListedAppointment appointment) {
    return List.of(
        appointment.startsAt().format(TIME),
        String.valueOf(appointment.dose()),
        appointment.vaccine(),
        appointment.confirmation(),
        Objects.requireNonNullElse(appointment.name(), ""),
        appointment.birthDate().toString(),
        String.valueOf(appointment.priorityGroup()),
        appointment.language());
  }

  private static String text(String field) {
    boolean formula = !field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0;
    return formula ? "'" + field : field;
  }
}
