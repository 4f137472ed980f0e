package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.WaitingEnd;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.call.Booking.Result;
import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Prompt;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody on the waiting list for appointments hears how they stand, or is offered the pair that
 * is kept for them. Those who wait on the line for their turn to talk are in {@link WaitingCall}.
 *
 * <p>A call that ends without an answer leaves everything as it was: the pair is kept until its
 * time is over, whoever hangs up.
 */
final class WaitingListCall {
  private static final Map<String, Boolean> CHOICES = Map.of("1", true, "2", false);

  private final Conversation talk;
  private final BookingDesk desk;
  private final WaitingList list;
  private final Clock clock;
  private final Person person;

  WaitingListCall(
      Conversation talk, BookingDesk desk, WaitingList list, Clock clock, Person person) {
    this.talk = talk;
    this.desk = desk;
    this.list = list;
    this.clock = clock;
    this.person = person;
  }

  /** Says the place; the caller stays or leaves. Empty when they stand otherwise by now. */
  Optional<Outcome> waits(int ahead) {
    talk.tells(Prompts.STANDING.with(Map.of("ahead", ahead)));
    Question<Boolean> menu =
        Menu.of(Prompts.LIST_MENU.said(), Prompts.LIST_MENU_SHORT.said(), CHOICES);
    return switch (talk.offers(menu)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean stays) -> stays ? Optional.of(stays()) : left();
    };
  }

  private Outcome stays() {
    talk.news(Prompts.LIST_KEPT.said());
    return talk.lastWords(Prompts.FAREWELL, Plain.HEARD);
  }

  private Optional<Outcome> left() {
    return switch (talk.asks(Menu.yesNo(Prompts.CONFIRM_LEAVE.said()))) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean yes) ->
          yes
              ? ended(list.leave(person.id(), talk.actor()), Prompts.LIST_LEFT, Plain.LEFT_LIST)
              : Optional.of(stays());
    };
  }

  /** Offers the pair that is kept; empty when the call goes on with how they stand by now. */
  Optional<Outcome> offered(Offer offer) {
    Map<String, Object> values = new HashMap<>(Negotiation.dates(offer));
    values.put("until", until(offer));
    Question<Boolean> question =
        Menu.of(Prompts.KEPT_OFFER.with(values), Prompts.KEPT_OFFER_SHORT.with(values), CHOICES);
    return switch (talk.asks(question)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean takes) -> takes ? taken(offer) : declined();
    };
  }

  private LocalDateTime until(Offer offer) {
    return offer.until().atZone(clock.getZone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
  }

  private Optional<Outcome> taken(Offer offer) {
    var question = Menu.yesNo(Prompts.CONFIRM_BOOKING.with(Negotiation.dates(offer)));
    return switch (talk.asks(question)) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean yes) -> yes ? booked(offer) : Optional.empty();
    };
  }

  private Optional<Outcome> booked(Offer offer) {
    return switch (new Booking(talk, desk, person).booked(offer.hold())) {
      case Result.Booked(Outcome outcome) -> Optional.of(outcome);
      case Result.Over(Outcome outcome) -> Optional.of(outcome);
      case Result.Next.LOST -> {
        talk.news(Prompts.KEPT_OFFER_LOST.said());
        yield Optional.empty();
      }
      case Result.Next.HAS_APPOINTMENTS -> Optional.empty();
      case Result.Next.AGAIN -> Optional.empty();
    };
  }

  private Optional<Outcome> declined() {
    return switch (talk.asks(Menu.yesNo(Prompts.CONFIRM_DECLINE.said()))) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(outcome);
      case Reply.Heard<Boolean>(Boolean yes) ->
          yes
              ? ended(list.decline(person.id(), talk.actor()), Prompts.DECLINED, Plain.DECLINED)
              : Optional.empty();
    };
  }

  /** Somebody else may have ended it meanwhile; then the call goes on with how they stand now. */
  private Optional<Outcome> ended(WaitingEnd end, Prompt words, Outcome outcome) {
    return switch (end) {
      case WaitingEnd.Ended() -> Optional.of(talk.result(words.said(), outcome));
      case WaitingEnd.NothingThere() -> Optional.empty();
      case WaitingEnd.Unknown(String why) -> talk.failure(Prompts.FAILURE_LIST);
    };
  }
}
