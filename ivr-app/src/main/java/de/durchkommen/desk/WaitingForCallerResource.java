package de.durchkommen.desk;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.agent.CallerAtHand.Hand;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.Idempotent;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.booking.WaitingEnd;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.booking.WaitingSignUp;
import de.durchkommen.booking.WaitingStanding;
import de.durchkommen.booking.WaitingWish;
import de.durchkommen.database.ForWeb;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.portal.Answers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The waiting list for the caller: at the centres around where the letter was sent to. */
@Path("v1/desk/waiting-list")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class WaitingForCallerResource {
  private final CallerAtHand callers;
  private final Letters letters;
  private final WaitingList list;
  private final BookingDesk booking;
  private final OnBehalf behalf;

  @Inject
  WaitingForCallerResource(
      CallerAtHand callers,
      Letters letters,
      @ForWeb WaitingList list,
      @ForWeb BookingDesk booking,
      OnBehalf behalf) {
    this.callers = callers;
    this.letters = letters;
    this.list = list;
    this.booking = booking;
    this.behalf = behalf;
  }

  /**
   * Where the caller is called when something is free.
   *
   * @param phone a German number with its area code, after 0, 0049 or +49
   * @param language in which they are spoken to (ISO 639-1); null for that of the letter
   */
  @Schema(name = "CallerWantsToWait")
  public record Wanted(@Nullable String phone, @Nullable String language) {
    /** Without what is personal. */
    @Override
    public String toString() {
      return "Wanted[…]";
    }
  }

  /**
   * How the caller stands.
   *
   * @param state NOT_WAITING, WAITING or OFFERED
   * @param ahead while waiting: how many stand before them, 1,000 for that or more
   * @param offer what is kept for them
   */
  @Schema(name = "CallerWaits")
  public record Waits(String state, @Nullable Integer ahead, @Nullable Kept offer) {}

  /**
   * Seats that are kept for the caller.
   *
   * @param first time of the first dose, local time in Hessen
   * @param second time of the second dose
   * @param until until when they are kept
   */
  @Schema(name = "KeptForCaller")
  public record Kept(
      Centre centre, Vaccine vaccine, LocalDateTime first, LocalDateTime second, Instant until) {}

  /** How the caller stands. */
  @GET
  @Operation(summary = "The caller's place on the waiting list, or what is kept for them")
  public Waits standing(@Context SecurityContext caller) {
    return switch (list.standing(callers.shown(caller).known())) {
      case WaitingStanding.NotWaiting() -> new Waits("NOT_WAITING", null, null);
      case WaitingStanding.Waiting(int ahead) -> waiting(ahead);
      case WaitingStanding.Offered(var offer) ->
          new Waits(
              "OFFERED",
              null,
              new Kept(
                  offer.centre(), offer.vaccine(), offer.first(), offer.second(), offer.until()));
      case WaitingStanding.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** Puts the caller on it. */
  @POST
  @Operation(
      summary = "Put the caller on the waiting list, or change the number to call",
      description = "Who is on it keeps the place.")
  public Waits signUp(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    Hand hand = callers.served(caller);
    WaitingSignUp signedUp =
        list.signUp(wish(hand.known(), wanted), OnBehalf.actor(hand, requestId));
    Waits now =
        switch (signedUp) {
          case WaitingSignUp.SignedUp(int ahead, _) -> waiting(ahead);
          case WaitingSignUp.Already(int ahead, _) -> waiting(ahead);
          case WaitingSignUp.HasAppointments() ->
              throw new Problem(
                  409,
                  "has-appointments",
                  "The caller has appointments",
                  "Who has appointments needs no list. Move them, or cancel them first.");
          case WaitingSignUp.NoSuchPerson() ->
              throw Problem.notFound("There is no such person (any more)");
          case WaitingSignUp.Unknown(String why) -> throw Problem.unknown(why);
        };
    return behalf.noted(caller, "CALLER_ON_WAITING_LIST", requestId, now);
  }

  private WaitingWish wish(long person, @Nullable Wanted wanted) {
    PhoneNumber phone =
        Optional.ofNullable(wanted)
            .map(Wanted::phone)
            .flatMap(PhoneNumber::parse)
            .orElseThrow(() ->
                Problem.invalid(
                    "phone has to be a German landline or mobile number with its area code"));
    Letters.Letter letter = letters.of(person);
    String language = Optional.ofNullable(wanted).map(Wanted::language).orElseGet(letter::language);
    if (!language.matches("[a-z]{2}")) {
      throw Problem.invalid("language has to be two small letters, as de");
    }
    return new WaitingWish(person, letter.postcode(), phone, language, Optional.empty());
  }

  /** Takes the caller off it. */
  @DELETE
  @Operation(summary = "Take the caller off the waiting list; what is kept for them goes to others")
  public void leave(
      @Context SecurityContext caller, @HeaderParam(RequestId.HEADER) @Nullable String requestId) {
    Hand hand = callers.served(caller);
    switch (list.leave(hand.known(), OnBehalf.actor(hand, requestId))) {
      case WaitingEnd.Ended() -> behalf.noted(caller, "CALLER_OFF_WAITING_LIST", requestId, true);
      case WaitingEnd.NothingThere() -> throw Problem.notFound("The caller is not on the list");
      case WaitingEnd.Unknown(String why) -> throw Problem.unknown(why);
    }
  }

  /** Books what is kept. */
  @POST
  @Path("booking")
  @Idempotent
  @Operation(summary = "Book what the waiting list keeps for the caller")
  public AppointmentPair book(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key) {
    Hand hand = callers.served(caller);
    return switch (list.standing(hand.known())) {
      case WaitingStanding.Offered(var offer) ->
          behalf.noted(
              caller,
              "CALLER_BOOKED",
              requestId,
              Answers.booked(
                  booking.book(hand.known(), offer.hold(), OnBehalf.actor(hand, requestId))));
      case WaitingStanding.NotWaiting(), WaitingStanding.Waiting(_) -> throw Answers.holdLost();
      case WaitingStanding.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  private static Waits waiting(int ahead) {
    return new Waits("WAITING", ahead, null);
  }
}
