package de.durchkommen.people;

/**
 * A kind of error in a file of people: what is wrong and what to do, in German for those who work
 * at the machine and in English for programs. Without the value: it may be personal.
 */
public enum Flaw {
  /** Nothing in it. */
  EMPTY_FILE(
      "Die Datei ist leer. Bitte eine Datei mit Kopfzeile und mindestens einer Zeile nehmen.",
      "The file is empty: send one with a header line and at least one more line."),
  /** A column that must be there. */
  COLUMN_MISSING(
      "Diese Spalte fehlt in der Kopfzeile. Bitte ergänzen.",
      "This column is missing in the header line: add it."),
  /** A column that nobody knows. */
  COLUMN_UNKNOWN(
      "Diese Spalte der Kopfzeile ist nicht bekannt. Erlaubt sind: " + Column.KEYS + ".",
      "This column of the header line is not known. Allowed are: " + Column.KEYS + "."),
  /** The same column again. */
  COLUMN_TWICE(
      "Diese Spalte steht zweimal in der Kopfzeile. Bitte eine davon entfernen.",
      "This column is twice in the header line: remove one of them."),
  /** Quotes that do not end, or a line that does. */
  NOT_CSV(
      "Ab hier ist die Datei nicht als CSV lesbar, meist wegen eines Anführungszeichens ohne"
          + " Gegenstück; der Rest wurde nicht geprüft. Bitte die Zeile in Ordnung bringen.",
      "From here on this is not CSV, mostly because of a quotation mark without its counterpart;"
          + " the rest was not checked. Put this line right."),
  /** More or fewer fields than the header. */
  FIELD_COUNT(
      "Die Zeile hat nicht so viele Felder wie die Kopfzeile. Bitte Trennzeichen prüfen; Felder,"
          + " die eines enthalten, gehören in Anführungszeichen.",
      "This line has not as many fields as the header line: check the delimiters; fields that"
          + " contain one belong in quotation marks."),
  /** Bytes that are not UTF-8. */
  NOT_UTF_8(
      "Hier stehen Zeichen, die nicht UTF-8 sind. Bitte die Datei als UTF-8 speichern.",
      "There are bytes here that are not UTF-8: save the file as UTF-8."),
  /** Nothing where something must be. */
  MISSING("Das Feld ist leer. Bitte ausfüllen.", "This field is empty: fill it in."),
  /** Not ten digits. */
  CODE_FORM(
      "Ein Code hat zehn Ziffern und beginnt nicht mit 0. Bitte vergleichen; Tabellenprogramme"
          + " müssen die Spalte als Text behandeln.",
      "A code has ten digits and does not start with 0: compare it; spreadsheets have to treat this"
          + " column as text."),
  /** A mistyped code. */
  CODE_CHECK_DIGIT(
      "Die Prüfziffer passt nicht zum Code: eine Ziffer ist falsch oder vertauscht. Bitte mit dem"
          + " Brief vergleichen.",
      "The check digit does not fit: a digit is wrong or swapped. Compare with the letter."),
  /** No date. */
  DATE_FORM(
      "Das ist kein Datum. Bitte JJJJ-MM-TT oder TT.MM.JJJJ schreiben.",
      "This is no date: write YYYY-MM-DD or DD.MM.YYYY."),
  /** A date on which nobody alive was born. */
  DATE_RANGE(
      "Dieses Geburtsdatum kann nicht sein: es liegt in der Zukunft oder ist zu lange her.",
      "This birth date cannot be: it is in the future or too long ago."),
  /** Not five digits. */
  POSTCODE_FORM(
      "Eine Postleitzahl hat fünf Ziffern; eine führende 0 gehört dazu.",
      "A postcode has five digits, a leading 0 included."),
  /** No group from 1 to 9. */
  GROUP_RANGE(
      "Die Prioritätsgruppe ist eine Zahl von 1 bis 9.",
      "The priority group is a number from 1 to 9."),
  /** A language that the hotline does not have. */
  LANGUAGE_UNKNOWN(
      "Diese Sprache gibt es nicht. Erlaubt sind: " + Column.LANGUAGE_KEYS + ".",
      "There is no such language. Allowed are: " + Column.LANGUAGE_KEYS + "."),
  /** No telephone number. */
  PHONE_FORM(
      "Das ist keine Rufnummer. Bitte +49… oder 0… schreiben, oder das Feld leer lassen.",
      "This is no telephone number: write +49… or 0…, or leave it empty."),
  /** A name that does not fit. */
  NAME_FORM(
      "Ein Name hat höchstens 100 Zeichen und keine Steuerzeichen.",
      "A name has up to 100 characters and no control characters."),
  /** The same code twice in the file. */
  CODE_TWICE(
      "Derselbe Code steht schon in einer früheren Zeile. Bitte eine der beiden entfernen.",
      "The same code is in an earlier line: remove one of them."),
  /** A code of somebody else. */
  OTHER_BIRTH_DATE(
      "Diesen Code hat schon jemand mit einem anderen Geburtsdatum. Bitte Code und Geburtsdatum"
          + " prüfen.",
      "Somebody with another birth date has this code already: check code and birth date.");

  private final String german;
  private final String english;

  Flaw(String german, String english) {
    this.german = german;
    this.english = english;
  }

  /** What is wrong and what to do, in German. */
  public String german() {
    return german;
  }

  /** What is wrong and what to do, in English. */
  public String english() {
    return english;
  }
}
