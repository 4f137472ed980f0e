package de.durchkommen.inventory;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Days on which a centre is closed against its hours, and who must be told. */
@Path("v1/centres/{centre}/closures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
@Dependent
public class ClosureResource {
  /** So many days are closed at once. */
  private static final int MOST_DAYS = 366;

  private static final int LONGEST_REASON = 200;

  private final WebSql web;
  private final Clock clock;

  @Inject
  ClosureResource(@ForWeb Database database, Clock clock) {
    this.web = new WebSql(database);
    this.clock = clock;
  }

  /**
   * Which days to close.
   *
   * @param day the first, today or later
   * @param until the last, at most a year later; null for the one day
   * @param reason why, in words for those who tell people, up to 200 characters
   */
  public record Closing(LocalDate day, @Nullable LocalDate until, String reason) {}

  /**
   * A day that was closed.
   *
   * @param seats how many seats it has, booked ones too
   * @param people who must be told; the first of them
   */
  public record ClosedDay(LocalDate day, int seats, Page<ToTell> people) {}

  /** Closes days, each in one transaction; the days before one that fails stay closed. */
  @POST
  @Allowed(Role.SUPERVISOR)
  @Operation(
      summary = "Closes a day, or all days until another one, and lists who must be told",
      description =
          "Frees no appointment and moves nobody. Days without seats are closed too, so that none"
              + " are made there.")
  public List<ClosedDay> close(
      @PathParam("centre") String centre, Closing given, @Context SecurityContext caller) {
    Closing asked = Given.present(given, "what to close");
    String reason = Given.text(asked.reason(), "reason", LONGEST_REASON);
    LocalDate first = Given.present(asked.day(), "day");
    LocalDate last = Optional.ofNullable(asked.until()).orElse(first);
    if (first.isBefore(Hessen.day(clock.instant()))) {
      throw Problem.invalid("day has to be today or later");
    }
    if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
      throw Problem.invalid("until has to be from day to " + (MOST_DAYS - 1) + " days after it");
    }
    String by = ApiClient.of(caller).id();
    List<ClosedDay> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(closed(centre, day, reason, by));
    }
    return days;
  }

  private ClosedDay closed(String centre, LocalDate day, String reason, String by) {
    OptionalInt seats = web.ask(sql -> closures(sql).close(centre, day, reason, by));
    int count = seats.orElseThrow(CentreResource::missing);
    return new ClosedDay(day, count, people(centre, day.toString(), 0, Page.USUAL));
  }

  /** The closed days of a centre. */
  @GET
  @Allowed({Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "The days on which a centre is closed, and how many people must be told")
  public Page<Closure> closures(
      @PathParam("centre") String centre,
      @QueryParam("after") @DefaultValue("1970-01-01") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    LocalDate from = Given.day(after);
    int most = Page.size(size);
    List<Closure> found = web.ask(sql -> closures(sql).list(centre, from, most + 1));
    return Page.of(found, most, closure -> closure.day().toString());
  }

  /** Who must be told, live. */
  @GET
  @Path("{day}/people")
  @Allowed(value = Role.SUPERVISOR, programs = Role.AGENT)
  @Operation(summary = "Who has an appointment on a closed day now, and who has been told")
  public Page<ToTell> people(
      @PathParam("centre") String centre,
      @PathParam("day") String day,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    LocalDate asked = Given.day(day);
    int most = Page.size(size);
    Optional<List<ToTell>> found =
        web.ask(sql ->
            closures(sql).isClosed(centre, asked)
                ? Optional.of(closures(sql).people(centre, asked, after, most + 1))
                : Optional.empty());
    return Page.of(
        found.orElseThrow(ClosureResource::open), most, person -> Long.toString(person.person()));
  }

  /** Ticks somebody off. */
  @POST
  @Path("{day}/people/{person}/told")
  @Allowed(value = Role.SUPERVISOR, programs = Role.AGENT)
  @Operation(summary = "Ticks somebody off as told; the first time counts")
  public void told(
      @PathParam("centre") String centre,
      @PathParam("day") String day,
      @PathParam("person") long person,
      @Context SecurityContext caller) {
    LocalDate asked = Given.day(day);
    String by = ApiClient.of(caller).id();
    if (!web.ask(sql -> closures(sql).told(centre, asked, person, by))) {
      throw Problem.notFound("This person has no appointment on this closed day");
    }
  }

  /** Opens a day again. */
  @DELETE
  @Path("{day}")
  @Allowed(Role.SUPERVISOR)
  @Operation(summary = "Opens a closed day again; its free seats are offered from then on")
  public void open(
      @PathParam("centre") String centre,
      @PathParam("day") String day,
      @Context SecurityContext caller) {
    LocalDate asked = Given.day(day);
    String by = ApiClient.of(caller).id();
    if (web.ask(sql -> closures(sql).open(centre, asked, by)).isEmpty()) {
      throw open();
    }
  }

  private Closures closures(Sql sql) {
    return new Closures(sql, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private static Problem open() {
    return Problem.notFound("The centre is not closed on this day");
  }
}
