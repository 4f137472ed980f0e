package de.durchkommen.call;

import de.durchkommen.language.LanguageMemory;
import de.durchkommen.phone.PhoneNumber;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was chosen, in two maps. */
final class FakeMemory implements LanguageMemory {
  final Map<PhoneNumber, Locale> numbers = new HashMap<>();
  final Map<Long, Locale> people = new HashMap<>();

  @Override
  public Optional<Locale> ofNumber(PhoneNumber number) {
    return Optional.ofNullable(numbers.get(number));
  }

  @Override
  public Optional<Locale> ofPerson(long person) {
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public Set<Locale> lately() {
    return Set.copyOf(numbers.values());
  }

  @Override
  public void chosen(PhoneNumber number, Locale language) {
    numbers.put(number, language);
  }

  @Override
  public void chosen(long person, Locale language) {
    people.put(person, language);
  }
}
