package de.durchkommen.call;

import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.News;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitingRoom;
import java.time.Duration;
import java.util.Optional;

/**
 * For measurements: somebody who only waits, hears how they stand and music between, until their
 * turn has come. What the telephone, the line and the waiting room do for it is that of any caller.
 */
public final class PlainWait implements CallScript {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final WaitingRoom room;
  private final Prompt announcement;

  /**
   * Waits in a room.
   *
   * @param announcement what is said instead of the position; without arguments
   */
  public PlainWait(WaitingRoom room, Prompt announcement) {
    this.room = room;
    this.announcement = announcement;
  }

  @Override
  public Outcome answered(Caller caller) {
    Optional<PhoneNumber> number = caller.number().flatMap(PhoneNumber::parse);
    String language = caller.language().getLanguage();
    Arrival arrival = new Arrival(caller.callId(), number, language, caller.details().priority());
    try (Stay stay = room.enters(arrival)) {
      caller.placeIsKept(true);
      while (!(stay.standing() instanceof Standing.Admitted)) {
        stay.news().ifPresent(news -> told(caller, stay, news));
        caller.waits(within(stay.patience()), stay.bell());
      }
      stay.served();
      return Outcome.Plain.ENDED;
    }
  }

  private void told(Caller caller, Stay stay, News news) {
    caller.learns(announcement.said());
    stay.told(news);
  }

  private static Duration within(Duration patience) {
    Duration shorter = patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
    return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
  }
}
