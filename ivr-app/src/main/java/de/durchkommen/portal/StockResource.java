package de.durchkommen.portal;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.BOOKING;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Stock;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How much is left. */
@Path("v1/stock")
@Dependent
@Allowed({BOOKING, AGENT, SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class StockResource {
  private final BookingDesk desk;
  private final Wishes wishes;

  @Inject
  StockResource(@ForWeb BookingDesk desk, Wishes wishes) {
    this.desk = desk;
    this.wishes = wishes;
  }

  /** Which of three answers it is; that nobody can tell is a problem of status 503. */
  @Schema(name = "StockKind")
  public enum Kind {
    /** Some pairs are free. */
    AVAILABLE,
    /** What is not booked is held by others. */
    ALL_HELD,
    /** All is booked, said a query that succeeded. */
    SOLD_OUT
  }

  /**
   * What is left.
   *
   * @param count pairs that can be booked now; only when available
   * @param asOf when that was so; not when all is held
   * @param nextExpiry when the first hold ends; only when all is held
   */
  public record Left(
      Kind kind, @Nullable Integer count, @Nullable Instant asOf, @Nullable Instant nextExpiry) {}

  /** What is left of what fits. */
  @GET
  @Operation(
      summary = "How many pairs are left of what fits",
      description = "Sold out is said only after a query that found all booked; else 503.")
  public Left left(
      @QueryParam("postcode") @Nullable String postcode,
      @QueryParam("centre") @Nullable String centre,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("daypart") @Nullable String daypart,
      @QueryParam("hoursFrom") @Nullable String hoursFrom,
      @QueryParam("hoursUntil") @Nullable String hoursUntil,
      @QueryParam("vaccine") @Nullable String vaccine) {
    WishForm form =
        new WishForm(postcode, centre, from, to, daypart, hoursFrom, hoursUntil, vaccine);
    return switch (desk.stock(wishes.wish(form))) {
      case Stock.Available(int count, Instant asOf) -> new Left(Kind.AVAILABLE, count, asOf, null);
      case Stock.AllHeld(Instant next) -> new Left(Kind.ALL_HELD, null, null, next);
      case Stock.SoldOut(Instant asOf) -> new Left(Kind.SOLD_OUT, null, asOf, null);
      case Stock.Unknown(String why) -> throw Problem.unknown(why);
    };
  }
}
