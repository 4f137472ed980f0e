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
import de.durchkommen.booking.FreePair;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.SearchOutcome;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.ForWeb;
import de.durchkommen.portal.Answers;
import de.durchkommen.portal.WishForm;
import de.durchkommen.portal.Wishes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Booking for the caller. What is held for them stays with the talk: it came along with the caller,
 * or was found here, and nobody has to send a key for it.
 *
 * <p>The key of {@link Idempotent} is a parameter so that {@code /openapi} names it.
 */
@Path("v1/desk/appointments")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class OnBehalfResource {
  private static final int FOUND = 40;

  private final CallerAtHand callers;
  private final Wishes wishes;
  private final BookingDesk booking;
  private final OnBehalf behalf;

  @Inject
  OnBehalfResource(
      CallerAtHand callers, Wishes wishes, @ForWeb BookingDesk booking, OnBehalf behalf) {
    this.callers = callers;
    this.wishes = wishes;
    this.booking = booking;
    this.behalf = behalf;
  }

  /** What is free and fits. */
  @Schema(name = "FreeForCaller")
  public record Free(List<FreePair> items, Instant asOf) {}

  /** What is held for the caller; times are local to Hessen. */
  @Schema(name = "HeldForCaller")
  public record Held(
      Centre centre, Vaccine vaccine, LocalDateTime first, LocalDateTime second, Instant until) {}

  /** Looks for it. */
  @POST
  @Path("search")
  @Operation(summary = "Pairs that are free and fit, the first of each day; none is held")
  public Free search(@Context SecurityContext caller, @Nullable WishForm wish) {
    callers.served(caller);
    return switch (booking.search(wishes.wish(wish), FOUND)) {
      case SearchOutcome.Found(List<FreePair> pairs, Instant asOf) -> new Free(pairs, asOf);
      case SearchOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** Holds it. */
  @POST
  @Path("hold")
  @Idempotent
  @Operation(
      summary = "Hold the first pair that fits, as long as the talk goes on",
      description = "What was held before is given back.")
  public Held hold(
      @Context SecurityContext caller,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key,
      @Nullable WishForm wish) {
    callers.served(caller);
    Offer offer = Answers.offered(booking.offer(wishes.wish(wish)));
    Hand before = kept(caller, offer);
    before.hold().filter(hold -> !hold.equals(offer.hold())).ifPresent(booking::release);
    return new Held(offer.centre(), offer.vaccine(), offer.first(), offer.second(), offer.until());
  }

  /** What nobody keeps is given back at once. */
  private Hand kept(SecurityContext caller, Offer offer) {
    try {
      return callers.within(
          caller,
          (sql, hand) -> {
            callers.holds(sql, hand, Optional.of(offer.hold()));
            return hand;
          });
    } catch (Problem gone) {
      booking.release(offer.hold());
      throw gone;
    }
  }

  /** Gives it back. */
  @DELETE
  @Path("hold")
  @Operation(summary = "Give back what is held; does nothing when nothing is")
  public void release(@Context SecurityContext caller) {
    Hand before =
        callers.within(
            caller,
            (sql, hand) -> {
              callers.holds(sql, hand, Optional.empty());
              return hand;
            });
    before.hold().ifPresent(booking::release);
  }

  /** Books what is held. */
  @POST
  @Path("booking")
  @Idempotent
  @Operation(summary = "Book what is held for the caller, who has no appointments")
  public AppointmentPair book(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key) {
    Hand hand = callers.served(caller);
    return behalf.noted(
        caller,
        "CALLER_BOOKED",
        requestId,
        Answers.booked(booking.book(hand.known(), hold(hand), OnBehalf.actor(hand, requestId))));
  }

  /** Moves to what is held. */
  @POST
  @Path("move")
  @Idempotent
  @Operation(summary = "Move the caller's appointments to what is held")
  public AppointmentPair move(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key) {
    Hand hand = callers.served(caller);
    return behalf.noted(
        caller,
        "CALLER_MOVED",
        requestId,
        Answers.moved(booking.move(hand.known(), hold(hand), OnBehalf.actor(hand, requestId))));
  }

  /** Cancels both. */
  @POST
  @Path("cancellation")
  @Idempotent
  @Operation(summary = "Cancel both appointments of the caller")
  public AppointmentPair cancel(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key) {
    Hand hand = callers.served(caller);
    return behalf.noted(
        caller,
        "CALLER_CANCELLED",
        requestId,
        Answers.cancelled(booking.cancel(hand.known(), OnBehalf.actor(hand, requestId))));
  }

  private static HoldKey hold(Hand hand) {
    return hand.hold().orElseThrow(Answers::holdLost);
  }
}
