package de.durchkommen.launch.prompts;

import de.durchkommen.voice.RecordingCheck.Fault;
import de.durchkommen.voice.RecordingImport.Refused;
import de.durchkommen.voice.RecordingImport.Report;
import java.util.ArrayList;
import java.util.List;

/** What came of an import, as a table for those who recorded. */
final class ImportReport {
  /** Names that are shown of a long list. */
  private static final int SHOWN = 12;

  private static final String[] HEAD = {"Datei", "Was ist", "Was zu tun ist"};

  private ImportReport() {}

  static String of(String language, Report report) {
    var text = new StringBuilder();
    text.append("%s: %d Aufnahmen aufgenommen%n".formatted(language, report.accepted().size()));
    if (!report.refused().isEmpty()) {
      text.append("Nicht aufgenommen: %d Dateien%n".formatted(report.refused().size()));
      text.append(table(rows(report.refused())));
    }
    text.append(list("Zu keiner Ansage gehören", report.unknown()));
    text.append(list("Es fehlen noch", report.missing()));
    return text.toString();
  }

  private static List<String[]> rows(List<Refused> refused) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Refused file : refused) {
      String name = file.file();
      for (Fault fault : file.faults()) {
        rows.add(new String[] {name, fault.what(), fault.remedy()});
        name = "";
      }
    }
    return rows;
  }

  private static String table(List<String[]> rows) {
    int[] widths = new int[HEAD.length];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    var text = new StringBuilder();
    for (String[] row : rows) {
      var line = new StringBuilder("  ");
      for (int i = 0; i < widths.length; i++) {
        line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String list(String heading, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    String more = names.size() > SHOWN ? " und %d mehr".formatted(names.size() - SHOWN) : "";
    return "%s (%d): %s%s%n".formatted(heading, names.size(), shown, more);
  }
}
