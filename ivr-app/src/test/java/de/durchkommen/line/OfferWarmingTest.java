package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.FreePair;
import de.durchkommen.booking.SearchOutcome;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.booking.Wish;
import de.durchkommen.call.NextOffers;
import de.durchkommen.language.LanguageMemory;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferWarmingTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneId.of("Europe/Berlin"));
  private static final Centre KASSEL = new Centre("kassel", "Kassel");
  private static final Centre FULDA = new Centre("fulda", "Fulda");
  private static final Vaccine VACCINE = new Vaccine("c", "Comirnaty", 21, 42);

  private final ScheduledExecutorService schedule = mock(ScheduledExecutorService.class);
  private final BookingDesk desk = mock(BookingDesk.class);
  private final PromptLibrary library =
      new PromptLibrary(PromptFolder.of(Optional.of("../prompts")), CLOCK);
  private final LanguageMemory memory = mock(LanguageMemory.class);
  private final List<String> made = new ArrayList<>();

  private OfferWarming warming(Announcer announcer) {
    return warming(announcer, Optional.of("it"));
  }

  private OfferWarming warming(Announcer announcer, Optional<String> ordered) {
    var warming = new Warming(library, announcer, ordered);
    return new OfferWarming(new NextOffers(desk, memory, CLOCK), warming, schedule);
  }

  private Path audio(SpokenText text) {
    made.add(text.language() + " " + text.text());
    return Path.of("audio");
  }

  @BeforeEach
  void twoCentres() {
    when(desk.centres(any())).thenReturn(List.of(KASSEL, FULDA));
    when(desk.search(any(), eq(5)))
        .thenAnswer(call -> {
          Centre centre = call.<Wish>getArgument(0).centre().orElseThrow();
          LocalDateTime first = LocalDateTime.parse("2026-12-01T09:30");
          var pair = new FreePair(centre, VACCINE, first, first.plusDays(21));
          return new SearchOutcome.Found(List.of(pair), CLOCK.instant());
        });
  }

  @Test
  void whatIsOfferedNextIsMadeInTheWantedLanguages() {
    warming(this::audio).round();

    assertThat(made).hasSize(2 * 3 * 2).doesNotHaveDuplicates();
    assertThat(made)
        .filteredOn(text -> text.startsWith("de Ich habe zwei Termine für Sie in Kassel."))
        .singleElement()
        .asString()
        .contains("am Dienstag, dem ersten Dezember, um 9 Uhr 30");
    assertThat(made).anyMatch(text -> text.startsWith("de Ich buche jetzt für Sie in Fulda"));
    assertThat(made).filteredOn(text -> text.startsWith("it ")).hasSize(2 * 3);
  }

  @Test
  void withoutAnOrderInGermanAndInWhatWasChosenLately() {
    when(memory.lately()).thenReturn(Set.of(Locale.forLanguageTag("pl")));

    warming(this::audio, Optional.empty()).round();

    assertThat(made)
        .extracting(text -> text.substring(0, 3))
        .containsOnly("de ", "pl ")
        .hasSize(2 * 3 * 2);
    assertThat(made.getFirst()).startsWith("de ");
  }

  @Test
  void itGoesOnAfterAnyFailure() {
    OfferWarming mute =
        warming(text -> {
          throw new VoiceUnavailableException("no engine");
        });
    mute.round();
    when(desk.centres(any())).thenThrow(new IllegalStateException("a bug"));
    mute.round();

    verify(schedule, times(2)).schedule(any(Runnable.class), anyLong(), eq(TimeUnit.MILLISECONDS));
  }

  @Test
  void whatNobodyCanTellIsNotSaid() {
    when(desk.search(any(), eq(5))).thenReturn(new SearchOutcome.Unknown("database"));

    warming(this::audio).round();

    assertThat(made).isEmpty();
  }
}
