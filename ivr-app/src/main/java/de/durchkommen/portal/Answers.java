package de.durchkommen.portal;

import de.durchkommen.api.Problem;
import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.CancelOutcome;
import de.durchkommen.booking.LookUp;
import de.durchkommen.booking.MoveOutcome;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.RenewOutcome;
import java.time.Instant;
import java.util.Map;

/** Outcomes of booking as answers: what was done, or a {@link Problem} of a kind of its own. */
public final class Answers {
  private Answers() {}

  /** What was booked. */
  public static AppointmentPair booked(BookOutcome outcome) {
    return switch (outcome) {
      case BookOutcome.Booked(AppointmentPair pair) -> pair;
      case BookOutcome.HoldLost() -> throw holdLost();
      case BookOutcome.AlreadyBooked(AppointmentPair pair) -> throw alreadyBooked(pair);
      case BookOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** What a person has. */
  public static AppointmentPair found(LookUp outcome) {
    return switch (outcome) {
      case LookUp.Found(AppointmentPair pair) -> pair;
      case LookUp.NothingBooked() -> throw nothingBooked();
      case LookUp.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** What a pair was moved to. */
  public static AppointmentPair moved(MoveOutcome outcome) {
    return switch (outcome) {
      case MoveOutcome.Moved(AppointmentPair pair) -> pair;
      case MoveOutcome.HoldLost() -> throw holdLost();
      case MoveOutcome.NothingBooked() -> throw nothingBooked();
      case MoveOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** What was cancelled. */
  public static AppointmentPair cancelled(CancelOutcome outcome) {
    return switch (outcome) {
      case CancelOutcome.Cancelled(AppointmentPair pair) -> pair;
      case CancelOutcome.NothingBooked() -> throw nothingBooked();
      case CancelOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** What is held now. */
  public static Offer offered(OfferOutcome outcome) {
    return switch (outcome) {
      case OfferOutcome.Offered(Offer offer) -> offer;
      case OfferOutcome.AllHeld(Instant next) ->
          throw new Problem(
              409,
              "all-held",
              "All that is left is held by others",
              "Not everything is booked. Ask again when the first of the holds has run out.",
              Map.of("nextExpiry", next.toString()));
      case OfferOutcome.SoldOut(Instant asOf) ->
          throw new Problem(
              409,
              "sold-out",
              "All that fits is booked",
              "Wish for something else, or sign up for the waiting list.",
              Map.of("asOf", asOf.toString()));
      case OfferOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** Until when it is held now. */
  public static Instant renewed(RenewOutcome outcome) {
    return switch (outcome) {
      case RenewOutcome.Renewed(Instant until) -> until;
      case RenewOutcome.HoldLost() -> throw holdLost();
      case RenewOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** 409: a hold that is somebody else's by now, or nobody's. */
  public static Problem holdLost() {
    return new Problem(
        409,
        "hold-lost",
        "The hold has run out",
        "Both seats are not held with this id any more. Hold another pair.");
  }

  private static Problem alreadyBooked(AppointmentPair pair) {
    return new Problem(
        409,
        "already-booked",
        "This person has appointments",
        "Nothing was booked. Move the appointments, or cancel them first.",
        Map.of(
            "confirmation", pair.confirmation(),
            "centre", pair.centre().id(),
            "first", pair.first().toString(),
            "second", pair.second().toString()));
  }

  private static Problem nothingBooked() {
    return new Problem(
        404, "nothing-booked", "This person has no appointments", "There is nothing booked.");
  }
}
