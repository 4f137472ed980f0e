package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.language.LanguageMemory;
import de.durchkommen.language.Languages;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.queue.WaitingRoom;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Where the call scripts turn to. */
@Dependent
public class Desks {
  final WaitingRoom room;
  final Agents agents;
  final IdentityDesk identity;
  final BookingDesk booking;
  final WaitingList list;
  final StockNews stock;
  final Languages languages;
  final LanguageMemory memory;
  final UrgentWords urgent;
  final Clock clock;

  /**
   * Takes what the scripts work with.
   *
   * @param library only languages that it has texts in are offered
   * @param urgent what callers hear before everything else
   * @param clock the time in Hessen: its zone is the one in which appointments are told
   */
  @Inject
  public Desks(
      WaitingRoom room,
      Agents agents,
      IdentityDesk identity,
      BookingDesk booking,
      WaitingList list,
      StockNews stock,
      Languages languages,
      PromptLibrary library,
      LanguageMemory memory,
      UrgentWords urgent,
      Clock clock) {
    this(
        room,
        agents,
        identity,
        booking,
        list,
        stock,
        languages.among(library.languages()),
        memory,
        urgent,
        clock);
  }

  Desks(
      WaitingRoom room,
      Agents agents,
      IdentityDesk identity,
      BookingDesk booking,
      WaitingList list,
      StockNews stock,
      Languages languages,
      LanguageMemory memory,
      UrgentWords urgent,
      Clock clock) {
    this.room = room;
    this.agents = agents;
    this.identity = identity;
    this.booking = booking;
    this.list = list;
    this.stock = stock;
    this.languages = languages;
    this.memory = memory;
    this.urgent = urgent;
    this.clock = clock;
  }
}
