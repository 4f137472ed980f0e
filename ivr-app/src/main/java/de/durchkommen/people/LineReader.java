package de.durchkommen.people;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads a file of people line by line, and keeps none of them.
 *
 * <p>Delimiter: a semicolon when there are more of them in the header line than commas. What is not
 * UTF-8 is read as U+FFFD, so that the error can name its line.
 */
final class LineReader {
  private static final String NOT_UTF_8 = "\uFFFD";
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  /** Characters; the header line is far shorter. */
  private static final int LONGEST_HEADER = 8_192;

  /** Characters of one field, and fields of one line: far more than any person has. */
  private static final int LONGEST_FIELD = 4_096;

  private static final int MOST_FIELDS = 64;

  private final CloseableIterator<CsvRecord> records;
  private final LocalDate today;
  private final ErrorList errors;
  private long last;

  private LineReader(CloseableIterator<CsvRecord> records, LocalDate today, ErrorList errors) {
    this.records = records;
    this.today = today;
    this.errors = errors;
  }

  /**
   * Begins with a file.
   *
   * @param today nobody was born later
   * @param errors where they go
   */
  static LineReader of(InputStream file, LocalDate today, ErrorList errors) throws IOException {
    var text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter(text))
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(
                CsvRecordHandler.of(
                    limits -> limits.maxFields(MOST_FIELDS).maxFieldSize(LONGEST_FIELD)),
                text);
    return new LineReader(reader.iterator(), today, errors);
  }

  private static char delimiter(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    int semicolons = 0;
    for (int i = 0; i < LONGEST_HEADER; i++) {
      int next = text.read();
      if (next < 0 || next == '\n' || next == '\r') {
        break;
      }
      semicolons += next == ';' ? 1 : next == ',' ? -1 : 0;
    }
    text.reset();
    return semicolons > 0 ? ';' : ',';
  }

  /** The header line; empty when it is wrong, which then is in the list of errors. */
  Optional<Header> header() {
    Optional<CsvRecord> first = next();
    if (first.isEmpty() && errors.count() == 0) {
      errors.add(new ImportError(1, "", Flaw.EMPTY_FILE));
    }
    return first.flatMap(header -> Header.of(header.getFields(), errors));
  }

  /** The next line, as far as it is right; empty at the end. */
  Optional<PersonLine> next(Header header) {
    return next().map(line -> line(line, header));
  }

  /** What is no CSV ends the file: nobody can tell where the next line begins. */
  private Optional<CsvRecord> next() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord line = records.next();
      last = line.getStartingLineNumber();
      return Optional.of(line);
    } catch (CsvParseException e) {
      errors.add(new ImportError(last + 1, "", Flaw.NOT_CSV));
      return Optional.empty();
    }
  }

  private PersonLine line(CsvRecord record, Header header) {
    PersonLine line = new PersonLine(record.getStartingLineNumber());
    if (record.getFieldCount() != header.columns().size()) {
      errors.add(new ImportError(line.number(), "", Flaw.FIELD_COUNT));
      return line;
    }
    for (int i = 0; i < record.getFieldCount(); i++) {
      Column column = header.columns().get(i);
      switch (cell(column, record.getField(i).strip())) {
        case Cell.Good(var value) -> line.values().put(column, value);
        case Cell.Bad(var flaw) -> errors.add(new ImportError(line.number(), column.key(), flaw));
      }
    }
    return line;
  }

  private Cell cell(Column column, String field) {
    return field.contains(NOT_UTF_8) ? new Cell.Bad(Flaw.NOT_UTF_8) : column.of(field, today);
  }
}
