package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.FreePair;
import de.durchkommen.booking.SearchOutcome;
import de.durchkommen.booking.Wish;
import de.durchkommen.language.LanguageMemory;
import de.durchkommen.language.Languages;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sentences of the pairs that are offered next at each centre, so that they can be made before
 * somebody waits for them. Nothing is held for that.
 */
@ApplicationScoped
public class NextOffers {
  /** How many days of each centre: of each the first pair that is free. */
  static final int DAYS = 5;

  /** Any place in the middle of Hessen: all centres are asked, one after the other. */
  private static final String POSTCODE = "35390";

  /** In the order in which a caller hears them. */
  private static final List<Prompt> SAID =
      List.of(Prompts.OFFER, Prompts.OFFER_SHORT, Prompts.CONFIRM_BOOKING);

  private final BookingDesk desk;
  private final LanguageMemory memory;
  private final Clock clock;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  NextOffers() {
    this.desk = null;
    this.memory = null;
    this.clock = null;
  }

  /** Looks at what this desk has. */
  @Inject
  public NextOffers(BookingDesk desk, LanguageMemory memory, Clock clock) {
    this.desk = desk;
    this.memory = memory;
    this.clock = clock;
  }

  /** The languages in which they will be said soon: German, and what callers have chosen lately. */
  public Set<Locale> languages() {
    Set<Locale> languages = new HashSet<>(memory.lately());
    languages.add(Languages.GERMAN);
    return languages;
  }

  /** All of them, by centre; none while nobody can tell what is free. */
  public List<Utterance> sentences() {
    List<Utterance> sentences = new ArrayList<>();
    for (Centre centre : desk.centres(POSTCODE)) {
      Wish wish = new Wish(Optional.of(centre), POSTCODE, LocalDate.now(clock));
      if (desk.search(wish, DAYS) instanceof SearchOutcome.Found(var pairs, var asOf)) {
        pairs.forEach(pair -> SAID.forEach(prompt -> sentences.add(said(prompt, pair))));
      }
    }
    return sentences;
  }

  private static Utterance said(Prompt prompt, FreePair pair) {
    return prompt.with(Negotiation.dates(pair.centre(), pair.first(), pair.second()));
  }
}
