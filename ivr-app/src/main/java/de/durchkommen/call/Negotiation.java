package de.durchkommen.call;

import static de.durchkommen.call.Prompts.ALL_HELD;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.Wish;
import de.durchkommen.prompt.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Offers pairs of dates until one suits.
 *
 * <p>What is offered is held. An offer is given back only once the next one is held, so somebody
 * who asks for another day keeps what there is; {@link #close} gives back what was not taken.
 */
final class Negotiation implements AutoCloseable {
  /** What somebody can say to an offer. */
  private enum Choice {
    TAKE,
    OTHER_DAY,
    OTHER_CENTRE,
    KEEP
  }

  private static final Map<String, Choice> BOOKING_CHOICES =
      Map.of("1", Choice.TAKE, "2", Choice.OTHER_DAY, "3", Choice.OTHER_CENTRE);

  private static final Map<String, Choice> MOVE_CHOICES =
      Map.of("1", Choice.TAKE, "2", Choice.OTHER_DAY, "3", Choice.OTHER_CENTRE, "4", Choice.KEEP);

  /** How the offers are worded. */
  enum Kind {
    /** For somebody who has no appointments. */
    BOOKING,
    /** For somebody who may keep those that they have. */
    MOVE
  }

  /** What came of it. */
  sealed interface Agreement {
    /** This pair suits; it is held until the negotiation is closed. */
    record Agreed(Offer offer) implements Agreement {}

    /** The old appointments are to stay. */
    record Kept() implements Agreement {}

    /** A query that succeeded at this time found nothing to offer. */
    record SoldOut(Instant asOf) implements Agreement {}

    /** Others hold what is left, and the caller would rather be called. */
    record WantsList() implements Agreement {}

    /** The call is over. */
    record Over(Outcome outcome) implements Agreement {}
  }

  private final Conversation talk;
  private final BookingDesk desk;
  private final Clock clock;
  private final String postcode;
  private final Kind kind;
  private @Nullable Offer current;

  Negotiation(Conversation talk, BookingDesk desk, Clock clock, String postcode, Kind kind) {
    this.talk = talk;
    this.desk = desk;
    this.clock = clock;
    this.postcode = postcode;
    this.kind = kind;
  }

  /** Offers until there is an agreement, beginning with the first dates at the nearest centre. */
  Agreement agreement() {
    while (true) {
      Optional<Agreement> agreement = current == null ? first() : asked(current);
      if (agreement.isPresent()) {
        return agreement.get();
      }
    }
  }

  /** The offer agreed on is gone; the next agreement begins anew. */
  void lost() {
    giveBack();
    talk.news(Prompts.OFFER_LOST.said());
  }

  /** The offer agreed on was booked and is nobody's to give back. */
  void taken() {
    current = null;
    talk.holdsNothing();
  }

  @Override
  public void close() {
    giveBack();
  }

  private Optional<Agreement> first() {
    return switch (desk.offer(new Wish(Optional.empty(), postcode, LocalDate.now(clock)))) {
      case OfferOutcome.Offered(Offer offer) -> {
        offers(offer);
        yield Optional.empty();
      }
      case OfferOutcome.AllHeld(Instant nextExpiry) -> waited();
      case OfferOutcome.SoldOut(Instant asOf) -> Optional.of(new Agreement.SoldOut(asOf));
      case OfferOutcome.Unknown(String why) -> failed();
    };
  }

  private Optional<Agreement> asked(Offer offer) {
    return switch (talk.asks(question(offer))) {
      case Reply.Over<Choice>(Outcome outcome) -> Optional.of(new Agreement.Over(outcome));
      case Reply.Heard<Choice>(Choice choice) ->
          switch (choice) {
            case TAKE -> Optional.of(new Agreement.Agreed(offer));
            case KEEP -> Optional.of(new Agreement.Kept());
            case OTHER_DAY -> otherDay(offer);
            case OTHER_CENTRE -> otherCentre(offer);
          };
    };
  }

  private Optional<Agreement> otherDay(Offer offer) {
    LocalDate later = offer.first().toLocalDate().plusDays(1);
    return switch (desk.offer(new Wish(Optional.of(offer.centre()), postcode, later))) {
      case OfferOutcome.Offered(Offer next) -> replacedBy(next);
      case OfferOutcome.AllHeld(Instant nextExpiry) -> noLater(offer);
      case OfferOutcome.SoldOut(Instant asOf) -> noLater(offer);
      case OfferOutcome.Unknown(String why) -> failed();
    };
  }

  private Optional<Agreement> noLater(Offer offer) {
    talk.news(Prompts.OFFER_NO_LATER.with(Map.of("centre", offer.centre().name())));
    return Optional.empty();
  }

  /** The next centre by distance that has something free, after the last the nearest again. */
  private Optional<Agreement> otherCentre(Offer offer) {
    List<Centre> centres = desk.centres(postcode);
    int here = centres.indexOf(offer.centre());
    for (int i = 1; i < centres.size(); i++) {
      Centre centre = centres.get((here + i) % centres.size());
      LocalDate today = LocalDate.now(clock);
      switch (desk.offer(new Wish(Optional.of(centre), postcode, today))) {
        case OfferOutcome.Offered(Offer next) -> {
          return replacedBy(next);
        }
        case OfferOutcome.Unknown(String why) -> {
          return failed();
        }
        case OfferOutcome.AllHeld(Instant nextExpiry) -> {}
        case OfferOutcome.SoldOut(Instant asOf) -> {}
      }
    }
    if (centres.isEmpty()) {
      return failed();
    }
    talk.news(Prompts.OFFER_NO_OTHER_CENTRE.said());
    return Optional.empty();
  }

  private Optional<Agreement> replacedBy(Offer next) {
    giveBack();
    offers(next);
    return Optional.empty();
  }

  private void offers(Offer offer) {
    current = offer;
    talk.holds(offer.hold());
  }

  private Optional<Agreement> failed() {
    return talk.failure(Prompts.FAILURE_LOOKUP).map(Agreement.Over::new);
  }

  /** Others hold the last free seats: some of those may come back within minutes. */
  private Optional<Agreement> waited() {
    return switch (talk.asks(kind == Kind.MOVE ? again() : againOrList())) {
      case Reply.Over<Boolean>(Outcome outcome) -> Optional.of(new Agreement.Over(outcome));
      case Reply.Heard<Boolean>(Boolean again) ->
          again ? Optional.empty() : Optional.of(new Agreement.WantsList());
    };
  }

  private static Question<Boolean> again() {
    Utterance allHeld = ALL_HELD.said();
    return Menu.of(allHeld, allHeld, Map.of("1", true));
  }

  private static Question<Boolean> againOrList() {
    return Menu.of(
        Prompts.ALL_HELD_LIST.said(),
        Prompts.ALL_HELD_LIST_SHORT.said(),
        Map.of("1", true, "2", false));
  }

  private Question<Choice> question(Offer offer) {
    boolean move = kind == Kind.MOVE;
    Map<String, Object> dates = dates(offer);
    return Menu.of(
        (move ? Prompts.OFFER_MOVE : Prompts.OFFER).with(dates),
        (move ? Prompts.OFFER_MOVE_SHORT : Prompts.OFFER_SHORT).with(dates),
        move ? MOVE_CHOICES : BOOKING_CHOICES);
  }

  /** The dates of an offer, as the prompts take them. */
  static Map<String, Object> dates(Offer offer) {
    return dates(offer.centre(), offer.first(), offer.second());
  }

  /** The same of any pair. */
  static Map<String, Object> dates(Centre centre, LocalDateTime first, LocalDateTime second) {
    return Map.of("centre", centre.name(), "first", first, "second", second);
  }

  private void giveBack() {
    Offer offer = current;
    current = null;
    if (offer != null && talk.holdsNothing()) {
      desk.release(offer.hold());
    }
  }
}
