package de.durchkommen.portal;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.BOOKING;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Idempotent;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.booking.Actor;
import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A person's pair of appointments. Code and birth date stand in bodies only.
 *
 * <p>The key of {@link Idempotent} is a parameter so that {@code /openapi} names it.
 */
@Path("v1/appointments")
@Dependent
@Allowed(
    value = {BOOKING, SUPERVISOR},
    programs = AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "appointments")
public class AppointmentResource {
  private final BookingDesk desk;
  private final Identification identification;

  @Inject
  AppointmentResource(@ForWeb BookingDesk desk, Identification identification) {
    this.desk = desk;
    this.identification = identification;
  }

  /**
   * Whom it is about.
   *
   * @param code of the invitation letter, ten digits
   * @param birthDate as {@code 1938-04-10}
   * @param person for agents and supervisors, instead of both: a person's key
   */
  public record Who(@Nullable String code, @Nullable String birthDate, @Nullable Long person)
      implements Identification.Claim {}

  /**
   * Whom it is about, and which hold is to be theirs.
   *
   * @param hold the id of a hold
   */
  public record WhoAndHold(
      @Nullable String code,
      @Nullable String birthDate,
      @Nullable Long person,
      @Nullable String hold)
      implements Identification.Claim {}

  /** Books what is held. */
  @POST
  @Idempotent
  @Operation(summary = "Book a hold for a person who has no appointments")
  @APIResponseSchema(
      value = AppointmentPair.class,
      responseCode = "201",
      responseDescription = "Booked")
  public Response book(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key,
      @Nullable WhoAndHold sent) {
    WhoAndHold asked = needed(sent);
    HoldKey hold = hold(asked);
    ApiClient client = ApiClient.of(caller);
    long person = identification.person(client, asked);
    AppointmentPair pair = Answers.booked(desk.book(person, hold, actor(client, requestId)));
    return Response.status(Response.Status.CREATED).entity(pair).build();
  }

  /** Tells what is booked; a POST, so that nothing personal stands in an address. */
  @POST
  @Path("lookup")
  @Operation(summary = "What a person has booked")
  public AppointmentPair lookUp(@Context SecurityContext caller, @Nullable Who sent) {
    long person = identification.person(ApiClient.of(caller), needed(sent));
    return Answers.found(desk.appointments(person));
  }

  /** Moves it to what is held. */
  @POST
  @Path("move")
  @Idempotent
  @Operation(summary = "Move a person's pair to a hold; the old one stands until then")
  public AppointmentPair move(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key,
      @Nullable WhoAndHold sent) {
    WhoAndHold asked = needed(sent);
    HoldKey hold = hold(asked);
    ApiClient client = ApiClient.of(caller);
    long person = identification.person(client, asked);
    return Answers.moved(desk.move(person, hold, actor(client, requestId)));
  }

  /** Cancels it. */
  @POST
  @Path("cancellation")
  @Idempotent
  @Operation(summary = "Cancel both appointments of a person")
  public AppointmentPair cancel(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key,
      @Nullable Who sent) {
    ApiClient client = ApiClient.of(caller);
    long person = identification.person(client, needed(sent));
    return Answers.cancelled(desk.cancel(person, actor(client, requestId)));
  }

  private static <T> T needed(@Nullable T sent) {
    if (sent == null) {
      throw Problem.invalid("The body is missing: send whom it is about as JSON");
    }
    return sent;
  }

  private static HoldKey hold(WhoAndHold asked) {
    Given given = new Given("hold", asked.hold());
    return HoldKey.parse(given.needed("the id of a hold"))
        .orElseThrow(() -> given.problem("has to be the id of a hold"));
  }

  private static Actor actor(ApiClient client, @Nullable String requestId) {
    Actor.Channel channel = client.role() == Role.BOOKING ? Actor.Channel.API : Actor.Channel.AGENT;
    return new Actor(channel, client.id(), requestId == null ? "" : requestId);
  }
}
