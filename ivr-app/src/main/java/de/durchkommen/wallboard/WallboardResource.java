package de.durchkommen.wallboard;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The wallboard: how the hotline stands, and how it was. Names of agents, none of callers. */
@Path("v1/wallboard")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision")
public class WallboardResource {
  private final Supplier<Board> board;
  private final Supplier<Pasts> pasts;

  @Inject
  WallboardResource(RunningWallboard wallboard) {
    this(wallboard::board, wallboard::pasts);
  }

  WallboardResource(Supplier<Board> board, Supplier<Pasts> pasts) {
    this.board = board;
    this.pasts = pasts;
  }

  /** As it is now. */
  @GET
  @Operation(
      summary = "How the hotline stands",
      description = "The same comes by itself as the live state wallboard, see GET events.")
  public Board now() {
    return board.get();
  }

  /** As it was. */
  @GET
  @Path("history")
  @Operation(
      summary = "How it was: today by quarters, seven days by hours, 31 days by days",
      description =
          "expected is the mean of the same weekday and time in the last four weeks; it is there"
              + " for the rest of today as well.")
  public History history(@QueryParam("span") @DefaultValue("day") String span) {
    return pasts.get().of(span(span));
  }

  private static HistoryQuery.Span span(String word) {
    return switch (word) {
      case "day" -> HistoryQuery.Span.DAY;
      case "week" -> HistoryQuery.Span.WEEK;
      case "month" -> HistoryQuery.Span.MONTH;
      default -> throw Problem.invalid("span has to be day, week or month");
    };
  }
}
