package de.durchkommen.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header line: which column stands where. */
record Header(List<Column> columns) {
  /** What the header line says; errors go to the list, and there is no header then. */
  static Optional<Header> of(List<String> fields, ErrorList errors) {
    List<Column> columns = new ArrayList<>();
    long before = errors.count();
    for (String field : fields) {
      Optional<Column> column = column(field);
      // What is no column is not repeated: without a header line this is somebody's data.
      if (column.isEmpty()) {
        errors.add(new ImportError(1, "#" + (columns.size() + 1), Flaw.COLUMN_UNKNOWN));
      } else if (columns.contains(column.get())) {
        errors.add(new ImportError(1, column.get().key(), Flaw.COLUMN_TWICE));
      }
      columns.add(column.orElse(Column.NAME));
    }
    Arrays.stream(Column.values())
        .filter(column -> !column.optional() && !columns.contains(column))
        .forEach(column -> errors.add(new ImportError(1, column.key(), Flaw.COLUMN_MISSING)));
    return errors.count() == before ? Optional.of(new Header(columns)) : Optional.empty();
  }

  private static Optional<Column> column(String field) {
    String key = field.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(Column.values()).filter(column -> column.key().equals(key)).findFirst();
  }

  /** Whether the file says anything about names. */
  boolean named() {
    return columns.contains(Column.NAME);
  }
}
