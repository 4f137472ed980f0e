package de.durchkommen.people;

import de.durchkommen.identity.InvitationCode;
import de.durchkommen.people.Cell.Bad;
import de.durchkommen.people.Cell.Good;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a file of people, each with the rule for its fields. */
enum Column {
  /** The code in the letter. */
  CODE {
    @Override
    Cell of(String field, LocalDate today) {
      if (field.isEmpty()) {
        return new Bad(Flaw.MISSING);
      }
      if (!CODE_FORM.matcher(field).matches()) {
        return new Bad(Flaw.CODE_FORM);
      }
      return InvitationCode.parse(field)
          .<Cell>map(code -> new Good(code.digits()))
          .orElseGet(() -> new Bad(Flaw.CODE_CHECK_DIGIT));
    }
  },
  /** ISO 8601, or as Germans write it. */
  BIRTH_DATE {
    @Override
    Cell of(String field, LocalDate today) {
      if (field.isEmpty()) {
        return new Bad(Flaw.MISSING);
      }
      Optional<LocalDate> date = date(field);
      if (date.isEmpty()) {
        return new Bad(Flaw.DATE_FORM);
      }
      boolean alive = date.get().isAfter(today.minusYears(OLDEST_YEARS));
      return alive && !date.get().isAfter(today) ? new Good(date.get()) : new Bad(Flaw.DATE_RANGE);
    }
  },
  /** Five digits. */
  POSTCODE {
    @Override
    Cell of(String field, LocalDate today) {
      if (field.isEmpty()) {
        return new Bad(Flaw.MISSING);
      }
      return POSTCODE_FORM.matcher(field).matches() ? new Good(field) : new Bad(Flaw.POSTCODE_FORM);
    }
  },
  /** As in the German CoronaImpfV; an empty field is the first group. */
  PRIORITY_GROUP {
    @Override
    Cell of(String field, LocalDate today) {
      if (field.isEmpty()) {
        return new Good(1);
      }
      return GROUP_FORM.matcher(field).matches()
          ? new Good(Integer.parseInt(field))
          : new Bad(Flaw.GROUP_RANGE);
    }
  },
  /** ISO 639-1; an empty field is German. */
  LANGUAGE {
    @Override
    Cell of(String field, LocalDate today) {
      String language = field.toLowerCase(Locale.ROOT);
      if (language.isEmpty()) {
        return new Good("de");
      }
      return LANGUAGES.contains(language) ? new Good(language) : new Bad(Flaw.LANGUAGE_UNKNOWN);
    }
  },
  /** E.164, or a number as it is dialled in Germany; may be empty. */
  PHONE {
    @Override
    Cell of(String field, LocalDate today) {
      if (field.isEmpty()) {
        return new Good(null);
      }
      String dialled = PHONE_FILLERS.matcher(field).replaceAll("");
      String number =
          dialled.startsWith("00")
              ? "+" + dialled.substring(2)
              : dialled.startsWith("0") ? "+49" + dialled.substring(1) : dialled;
      return PHONE_FORM.matcher(number).matches() ? new Good(number) : new Bad(Flaw.PHONE_FORM);
    }
  },
  /** May be empty, and the whole column may be missing. */
  NAME {
    @Override
    Cell of(String field, LocalDate today) {
      if (field.isEmpty()) {
        return new Good(null);
      }
      boolean fits = field.codePointCount(0, field.length()) <= LONGEST_NAME;
      boolean printable = field.codePoints().noneMatch(Character::isISOControl);
      return fits && printable ? new Good(field) : new Bad(Flaw.NAME_FORM);
    }
  };

  /** All of them, as users read them. */
  static final String KEYS = "code, birth_date, postcode, priority_group, language, phone, name";

  /** The languages of the hotline, as users read them. */
  static final String LANGUAGE_KEYS = "de, en, tr, ru, uk, pl, it, ar";

  private static final List<String> LANGUAGES = List.of(LANGUAGE_KEYS.split(", "));

  /** Characters of a name, as the table has them. */
  private static final int LONGEST_NAME = 100;

  /** Nobody is older. */
  private static final int OLDEST_YEARS = 130;

  private static final Pattern CODE_FORM = Pattern.compile("[1-9][0-9]{9}");
  private static final Pattern POSTCODE_FORM = Pattern.compile("[0-9]{5}");
  private static final Pattern GROUP_FORM = Pattern.compile("[1-9]");

  /** A country code and up to 15 digits in all: ITU-T E.164. */
  private static final Pattern PHONE_FORM = Pattern.compile("[+][1-9][0-9]{6,14}");

  private static final Pattern PHONE_FILLERS = Pattern.compile("[ ()/.-]");
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter GERMAN =
      DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /**
   * What this field says.
   *
   * @param field without spaces at its ends
   * @param today nobody was born later
   */
  abstract Cell of(String field, LocalDate today);

  /** Its name in the header line. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the file may do without it. */
  boolean optional() {
    return this == NAME;
  }

  private static Optional<LocalDate> date(String field) {
    try {
      return Optional.of(
          ISO.matcher(field).matches() ? LocalDate.parse(field) : LocalDate.parse(field, GERMAN));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
