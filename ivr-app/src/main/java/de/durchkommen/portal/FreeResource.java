package de.durchkommen.portal;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.BOOKING;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.FreePair;
import de.durchkommen.booking.Limits;
import de.durchkommen.booking.SearchOutcome;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is free. */
@Path("v1/free")
@Dependent
@Allowed({BOOKING, AGENT, SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class FreeResource {
  private static final String USUAL = "20";

  private final BookingDesk desk;
  private final Wishes wishes;

  @Inject
  FreeResource(@ForWeb BookingDesk desk, Wishes wishes) {
    this.desk = desk;
    this.wishes = wishes;
  }

  /**
   * What is free and fits.
   *
   * @param items by centre, nearest first, and there by day: the first pair of each day
   * @param asOf when that was so
   */
  public record Free(List<FreePair> items, Instant asOf) {}

  /** Pairs that are free and fit; nobody holds them. */
  @GET
  @Operation(
      summary = "Pairs that are free and fit, the first of each day",
      description = "Nothing is held: the next moment they may be somebody else's.")
  public Free free(
      @QueryParam("postcode") @Nullable String postcode,
      @QueryParam("centre") @Nullable String centre,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("daypart") @Nullable String daypart,
      @QueryParam("hoursFrom") @Nullable String hoursFrom,
      @QueryParam("hoursUntil") @Nullable String hoursUntil,
      @QueryParam("vaccine") @Nullable String vaccine,
      @QueryParam("size") @DefaultValue(USUAL) int size) {
    if (size < 1 || size > Limits.LONGEST_SEARCH) {
      throw Problem.invalid("size has to be from 1 to " + Limits.LONGEST_SEARCH);
    }
    WishForm form =
        new WishForm(postcode, centre, from, to, daypart, hoursFrom, hoursUntil, vaccine);
    return switch (desk.search(wishes.wish(form), size)) {
      case SearchOutcome.Found(List<FreePair> pairs, Instant asOf) -> new Free(pairs, asOf);
      case SearchOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }
}
