package de.durchkommen.booking;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.database.ForWeb;
import de.durchkommen.phone.PhoneNumber;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The waiting list, for the call centre. What is kept for somebody is booked as any hold is. All of
 * it may be sent twice: the second time it changes nothing.
 */
@Path("v1/waiting-list")
@Dependent
@Allowed(value = Role.SUPERVISOR, programs = Role.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting list")
public class WaitingResource {
  private final WaitingList list;
  private final BookingDesk desk;

  @Inject
  WaitingResource(@ForWeb WaitingList list, @ForWeb BookingDesk desk) {
    this.list = list;
    this.desk = desk;
  }

  /**
   * Who wants to wait, and where they are called.
   *
   * @param person a person's key
   * @param postcode where they live, five digits
   * @param phone a German number with its area code, after 0, 0049 or +49
   * @param language in which they are spoken to (ISO 639-1); null for German
   * @param centre only there, by its id; null for those within 50 km, or the nearest one
   */
  @Schema(name = "WantedEntry")
  public record Wanted(
      @Nullable Long person,
      @Nullable String postcode,
      @Nullable String phone,
      @Nullable String language,
      @Nullable String centre) {}

  /**
   * How somebody stands.
   *
   * @param state NOT_WAITING, WAITING or OFFERED
   * @param ahead while waiting: how many stand before them, 1,000 for that or more
   * @param offer the pair that is kept for them
   */
  public record Standing(String state, @Nullable Integer ahead, @Nullable Kept offer) {}

  /**
   * A pair that is kept.
   *
   * @param hold with which it is booked
   * @param first time of the first dose, local time in Hessen
   * @param second time of the second dose
   * @param until until when it is kept
   */
  public record Kept(
      String hold,
      Centre centre,
      Vaccine vaccine,
      LocalDateTime first,
      LocalDateTime second,
      Instant until) {}

  /**
   * Puts somebody on the list; who is on it keeps the place, and is called at this number. Tells
   * the place; whether a pair is kept, {@link #standing} tells.
   */
  @POST
  @Operation(summary = "Put a person on the waiting list, or change the number to call")
  public Standing signUp(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    return switch (list.signUp(wish(wanted), actor(caller, requestId))) {
      case WaitingSignUp.SignedUp(int ahead, _) -> waiting(ahead);
      case WaitingSignUp.Already(int ahead, _) -> waiting(ahead);
      case WaitingSignUp.HasAppointments() ->
          throw new Problem(
              409,
              "already-booked",
              "This person has appointments",
              "Who has appointments needs no list. Move them, or cancel them first.");
      case WaitingSignUp.NoSuchPerson() -> throw Problem.notFound("There is no such person");
      case WaitingSignUp.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** How somebody stands. */
  @GET
  @Path("people/{person}")
  @Operation(summary = "A person's place in line, or the pair that is kept for them")
  public Standing standing(@PathParam("person") long person) {
    return switch (list.standing(person)) {
      case WaitingStanding.NotWaiting() -> new Standing("NOT_WAITING", null, null);
      case WaitingStanding.Waiting(int ahead) -> waiting(ahead);
      case WaitingStanding.Offered(Offer offer) -> new Standing("OFFERED", null, kept(offer));
      case WaitingStanding.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  /** Declines what is kept for somebody. */
  @POST
  @Path("people/{person}/decline")
  @Operation(summary = "Decline the pair that is kept for a person, who leaves the list")
  public void decline(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @PathParam("person") long person) {
    ended(list.decline(person, actor(caller, requestId)), "Nothing is kept for this person");
  }

  /** Takes somebody off the list. */
  @DELETE
  @Path("people/{person}")
  @Operation(summary = "Take a person off the waiting list")
  public void leave(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @PathParam("person") long person) {
    ended(list.leave(person, actor(caller, requestId)), "This person is not on the list");
  }

  /** All who wait, in their order; without the numbers at which they are called. */
  @GET
  @Allowed(Role.SUPERVISOR)
  @Operation(summary = "The waiting list in its order, in pages")
  public Page<WaitingListing.Line> all(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    return switch (list.listed(after, most + 1)) {
      case WaitingListing.Found(List<WaitingListing.Line> lines) ->
          Page.of(lines, most, line -> Long.toString(line.id()));
      case WaitingListing.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  private WaitingWish wish(@Nullable Wanted wanted) {
    if (wanted == null || wanted.person() == null) {
      throw Problem.invalid("person is missing: give the key of a person");
    }
    String postcode = Optional.ofNullable(wanted.postcode()).orElse("");
    String language = Optional.ofNullable(wanted.language()).orElse("de");
    if (!postcode.matches("[0-9]{5}")) {
      throw Problem.invalid("postcode has to have five digits");
    }
    if (!language.matches("[a-z]{2}")) {
      throw Problem.invalid("language has to be two small letters, as de");
    }
    PhoneNumber phone =
        Optional.ofNullable(wanted.phone())
            .flatMap(PhoneNumber::parse)
            .orElseThrow(() ->
                Problem.invalid(
                    "phone has to be a German landline or mobile number with its area code"));
    return new WaitingWish(
        wanted.person(), postcode, phone, language, centre(wanted.centre(), postcode));
  }

  private Optional<Centre> centre(@Nullable String id, String postcode) {
    if (id == null) {
      return Optional.empty();
    }
    List<Centre> all = desk.centres(postcode);
    if (all.isEmpty()) {
      throw Problem.unknown("centres");
    }
    return Optional.of(
        all.stream()
            .filter(centre -> centre.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("centre has to be the id of a centre")));
  }

  private static Standing waiting(int ahead) {
    return new Standing("WAITING", ahead, null);
  }

  private static Kept kept(Offer offer) {
    return new Kept(
        offer.hold().text(),
        offer.centre(),
        offer.vaccine(),
        offer.first(),
        offer.second(),
        offer.until());
  }

  private static void ended(WaitingEnd end, String nothing) {
    switch (end) {
      case WaitingEnd.Ended() -> {}
      case WaitingEnd.NothingThere() -> throw Problem.notFound(nothing);
      case WaitingEnd.Unknown(String why) -> throw Problem.unknown(why);
    }
  }

  private static Actor actor(SecurityContext caller, @Nullable String requestId) {
    String id = ApiClient.of(caller).id();
    return new Actor(Actor.Channel.AGENT, id, requestId == null ? "" : requestId);
  }
}
