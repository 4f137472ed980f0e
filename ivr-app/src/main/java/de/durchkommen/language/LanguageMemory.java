package de.durchkommen.language;

import de.durchkommen.phone.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which language was chosen before. Never fails, and never keeps a caller waiting. */
public interface LanguageMemory {
  /**
   * What was chosen at this number, or else what somebody with this number asked for with their
   * registration; empty when neither is known, or not known soon enough.
   */
  Optional<Locale> ofNumber(PhoneNumber number);

  /** What this person has chosen, or had registered; empty for German, which is the usual. */
  Optional<Locale> ofPerson(long person);

  /** Those that somebody has chosen in the last days; fewer when that is not known soon enough. */
  Set<Locale> lately();

  /** Somebody at this number has chosen. */
  void chosen(PhoneNumber number, Locale language);

  /** This person has chosen. */
  void chosen(long person, Locale language);
}
