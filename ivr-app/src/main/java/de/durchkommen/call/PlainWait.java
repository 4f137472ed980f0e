package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.language.LanguageMemory;
import de.durchkommen.language.Languages;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitingRoom;
import java.lang.reflect.Proxy;
import java.time.Clock;

/**
 * For measurements: the greeting and the waiting of any caller, and no dialogue after it. Who keys
 * a code or asks for the stock has come to the wrong place: there are no desks behind it.
 */
public final class PlainWait implements CallScript {
  private final Desks desks;

  /** Waits in a room. */
  public PlainWait(WaitingRoom room, Clock clock) {
    BookingDesk booking = closed(BookingDesk.class);
    this.desks =
        new Desks(
            room,
            Agents.none(),
            closed(IdentityDesk.class),
            booking,
            closed(WaitingList.class),
            new StockNews(booking, clock),
            new Languages(Languages.GERMAN.getLanguage()),
            closed(LanguageMemory.class),
            UrgentWords.NONE,
            clock);
  }

  private static <T> T closed(Class<T> desk) {
    Object nobody =
        Proxy.newProxyInstance(
            desk.getClassLoader(),
            new Class<?>[] {desk},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    return desk.cast(nobody);
  }

  @Override
  public Outcome answered(Caller caller) {
    try (Stay stay = desks.room.enters(Visit.arrival(caller, desks.room))) {
      caller.hears(Prompts.WELCOME.said());
      return new WaitingCall(caller, stay, desks, new Story()).over().orElse(Outcome.Plain.ENDED);
    }
  }
}
