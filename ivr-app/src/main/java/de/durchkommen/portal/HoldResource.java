package de.durchkommen.portal;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.BOOKING;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Idempotent;
import de.durchkommen.api.Problem;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.booking.Offer;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of seats that are held for a client: who has a hold can book it.
 *
 * <p>The key of {@link Idempotent} is a parameter so that {@code /openapi} names it.
 */
@Path("v1/holds")
@Dependent
@Allowed(
    value = {BOOKING, SUPERVISOR},
    programs = AGENT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "holds")
public class HoldResource {
  private final BookingDesk desk;
  private final Wishes wishes;

  @Inject
  HoldResource(@ForWeb BookingDesk desk, Wishes wishes) {
    this.desk = desk;
    this.wishes = wishes;
  }

  /**
   * A pair that is held.
   *
   * @param id what books, renews or gives back this hold; a secret of its client
   * @param first time of the first dose, local time in Hessen
   * @param second time of the second dose
   * @param until until when it is held, when it is not renewed
   */
  public record Held(
      String id,
      Centre centre,
      Vaccine vaccine,
      LocalDateTime first,
      LocalDateTime second,
      Instant until) {}

  /** Until when a hold is held now. */
  public record Renewed(Instant until) {}

  /** Holds the first pair that fits. */
  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Hold the first pair that fits, for three minutes")
  @APIResponseSchema(value = Held.class, responseCode = "201", responseDescription = "Held")
  public Response hold(
      @HeaderParam(Idempotent.HEADER) @Parameter(required = true) @Nullable String key,
      @Nullable WishForm wish) {
    return held(Answers.offered(desk.offer(wishes.wish(wish))));
  }

  private static Response held(Offer offer) {
    String id = offer.hold().text();
    Held held =
        new Held(id, offer.centre(), offer.vaccine(), offer.first(), offer.second(), offer.until());
    return Response.created(URI.create("v1/holds/" + id)).entity(held).build();
  }

  /** Holds on. */
  @POST
  @Path("{id}/renewal")
  @Operation(summary = "Hold it for another three minutes from now on")
  public Renewed renew(@PathParam("id") String id) {
    return new Renewed(Answers.renewed(desk.renew(key(id))));
  }

  /** Gives it back; does nothing when it is not held any more. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Give it back at once")
  public void release(@PathParam("id") String id) {
    desk.release(key(id));
  }

  private static HoldKey key(String id) {
    return HoldKey.parse(id).orElseThrow(() -> Problem.notFound("That is not the id of a hold"));
  }
}
