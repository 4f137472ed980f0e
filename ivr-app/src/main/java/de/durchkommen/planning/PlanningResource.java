package de.durchkommen.planning;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How many agents are needed, and what so many do; by Erlang-A. Nothing is changed. */
@Path("v1/planning")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "planning")
public class PlanningResource {
  private static final int MOST_DAYS = 31;

  private final Database database;
  private final Clock clock;

  @Inject
  PlanningResource(@ForWeb Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What so many agents do.
   *
   * @param erlangs offered load
   * @param waitSeconds mean, of all callers
   * @param queue mean number of callers who wait
   */
  @Schema(name = "StaffPerformance")
  public record Told(
      int agents,
      double erlangs,
      double inTime,
      double abandoned,
      double waits,
      double waitSeconds,
      double occupancy,
      double queue) {
    static Told of(Load load, int agents, Duration within) {
      Performance so = new ErlangA(load, agents).performance(within);
      return new Told(
          agents,
          load.erlangs(),
          so.inTime(),
          so.abandoned(),
          so.waits(),
          Load.seconds(so.meanWait()),
          so.occupancy(),
          so.queue());
    }
  }

  /** What callers meet with. */
  @GET
  @Path("performance")
  @Operation(
      summary = "What callers meet with when there are so many agents",
      description =
          "calls: an hour, 0 to 100,000. handling, patience: mean seconds. within: seconds.")
  public Told performance(
      @QueryParam("calls") @Nullable Double calls,
      @QueryParam("handling") @Nullable Double handling,
      @QueryParam("patience") @Nullable Double patience,
      @QueryParam("within") @DefaultValue("20") double within,
      @QueryParam("agents") @Nullable Integer agents) {
    int there = given(agents, "agents");
    if (there < 0 || there > Staffing.MOST_AGENTS) {
      throw Problem.invalid("agents has to be from 0 to " + Staffing.MOST_AGENTS);
    }
    Load load = load(calls, handling, patience);
    Staffing goal = checked(() -> new Staffing(seconds(within, "within"), 0, 1));
    return Told.of(load, there, goal.within());
  }

  /** How many are needed. */
  @GET
  @Path("agents")
  @Operation(
      summary = "The fewest agents with whom so many callers are served in time",
      description =
          "share: of all callers, 0 to 1, to be served within so many seconds; abandoned: the most"
              + " who may hang up, 0 to 1.")
  public Told agents(
      @QueryParam("calls") @Nullable Double calls,
      @QueryParam("handling") @Nullable Double handling,
      @QueryParam("patience") @Nullable Double patience,
      @QueryParam("within") @DefaultValue("20") double within,
      @QueryParam("share") @DefaultValue("0.8") double share,
      @QueryParam("abandoned") @DefaultValue("1") double abandoned) {
    Load load = load(calls, handling, patience);
    Staffing goal = checked(() -> new Staffing(seconds(within, "within"), share, abandoned));
    OptionalInt needed = goal.agents(load);
    if (needed.isEmpty()) {
      throw new Problem(
          422,
          "not-enough",
          "No number of agents is enough",
          "Not even " + Staffing.MOST_AGENTS + " agents keep this goal. Ask for less.");
    }
    return Told.of(load, needed.getAsInt(), goal.within());
  }

  /** What was. */
  @GET
  @Path("estimates")
  @Operation(
      summary = "Handling time and patience as they were",
      description = "days: 1 to 31, the last ones.")
  public Estimates estimates(@QueryParam("days") @DefaultValue("1") int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid("days has to be from 1 to " + MOST_DAYS);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return database.answer(
        entities ->
            new EstimateQuery(new Sql(entities)).between(now.minus(Duration.ofDays(days)), now),
        why -> {
          throw Problem.unknown(why);
        });
  }

  private static Load load(
      @Nullable Double calls, @Nullable Double handling, @Nullable Double patience) {
    double number = given(calls, "calls");
    Duration each = seconds(given(handling, "handling"), "handling");
    Duration until = seconds(given(patience, "patience"), "patience");
    return checked(() -> new Load(number, each, until));
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw Problem.invalid(name + " is missing");
    }
    return value;
  }

  /** Whatever is given becomes a time; whether it is one that can be is checked after that. */
  private static Duration seconds(double given, String name) {
    if (!Double.isFinite(given) || Math.abs(given) > 1e9) {
      throw Problem.invalid(name + " has to be a number of seconds");
    }
    return Duration.ofMillis(Math.round(1e3 * given));
  }

  private static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()));
    }
  }
}
