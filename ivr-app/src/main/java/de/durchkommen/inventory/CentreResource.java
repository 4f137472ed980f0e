package de.durchkommen.inventory;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A centre's details, hours and breaks. What is changed counts for seats that are made later. */
@Path("v1/centres/{centre}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
@Dependent
public class CentreResource {
  private static final int MOST_BREAKS = 70;

  private static final String SEEN =
      "If-Match with the ETag of what was seen: 409 when somebody else has changed it since.";

  private final WebSql web;
  private final Changes changes;

  @Inject
  CentreResource(@ForWeb Database database, Clock clock) {
    this.web = new WebSql(database);
    this.changes = new Changes(clock);
  }

  /** All that is known of the centre. */
  @GET
  @Path("details")
  @Allowed({Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "A centre in full; its ETag is for If-Match")
  public Response details(@PathParam("centre") String id) {
    return Edited.tagged(times(id).centre());
  }

  /** Adds the centre or changes it. */
  @PUT
  @Path("details")
  @Allowed(Role.SUPERVISOR)
  @Operation(summary = "Adds a centre, or changes it", description = SEEN)
  public Response put(
      @PathParam("centre") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
      @Context SecurityContext by,
      CentreDetails details) {
    CentreDetails centre = checked(Given.id(id), Given.present(details, "the centre"));
    refuse(
        web.ask(sql -> {
          CentreRows centres = new CentreRows(sql);
          if (centres.locked(id)
              && centres.details(id).filter(now -> Edited.isSame(seen, now)).isEmpty()) {
            return Outcome.OUTDATED;
          }
          if (centres.nameTaken(centre.name(), id)) {
            return Outcome.NAME_TAKEN;
          }
          centres.put(centre);
          changes.add(sql, by, "CENTRE_CHANGED", id, 1);
          return Outcome.DONE;
        }));
    return details(id);
  }

  /** The hours of each weekday on which it opens. */
  @GET
  @Path("hours")
  @Allowed({Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "A centre's opening hours; a weekday that is missing is closed")
  public Response hours(@PathParam("centre") String id) {
    return Edited.tagged(times(id).hours());
  }

  /** Replaces all its hours. */
  @PUT
  @Path("hours")
  @Allowed(Role.SUPERVISOR)
  @Operation(
      summary = "Replaces a centre's opening hours, all weekdays at once",
      description = SEEN)
  public Response putHours(
      @PathParam("centre") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
      @Context SecurityContext by,
      List<OpeningHours> hours) {
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (OpeningHours open : Given.all(hours, "the list of hours")) {
      Given.order(open.opens(), open.closes(), "opens", "closes");
      if (!weekdays.add(Given.present(open.weekday(), "weekday"))) {
        throw Problem.invalid("each weekday can be there once only; use breaks");
      }
    }
    refuse(
        web.ask(sql -> {
          CentreRows centres = new CentreRows(sql);
          if (!centres.locked(id)) {
            return Outcome.MISSING;
          }
          if (centres.times(id).filter(now -> Edited.isSame(seen, now.hours())).isEmpty()) {
            return Outcome.OUTDATED;
          }
          centres.putHours(id, hours);
          changes.add(sql, by, "CENTRE_HOURS_CHANGED", id, hours.size());
          return Outcome.DONE;
        }));
    return hours(id);
  }

  /** The breaks of each weekday. */
  @GET
  @Path("breaks")
  @Allowed({Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "A centre's breaks within its opening hours")
  public Response breaks(@PathParam("centre") String id) {
    return Edited.tagged(times(id).breaks());
  }

  /** Replaces all its breaks. */
  @PUT
  @Path("breaks")
  @Allowed(Role.SUPERVISOR)
  @Operation(summary = "Replaces a centre's breaks, all weekdays at once", description = SEEN)
  public Response putBreaks(
      @PathParam("centre") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
      @Context SecurityContext by,
      List<Break> breaks) {
    Given.range(Given.all(breaks, "the list of breaks").size(), "breaks", 0, MOST_BREAKS);
    for (Break pause : breaks) {
      Given.present(pause.weekday(), "weekday");
      Given.order(pause.begins(), pause.ends(), "begins", "ends");
    }
    List<Break> distinct = breaks.stream().distinct().toList();
    refuse(
        web.ask(sql -> {
          CentreRows centres = new CentreRows(sql);
          if (!centres.locked(id)) {
            return Outcome.MISSING;
          }
          if (centres.times(id).filter(now -> Edited.isSame(seen, now.breaks())).isEmpty()) {
            return Outcome.OUTDATED;
          }
          centres.putBreaks(id, distinct);
          changes.add(sql, by, "CENTRE_BREAKS_CHANGED", id, distinct.size());
          return Outcome.DONE;
        }));
    return breaks(id);
  }

  private OpeningTimes times(String id) {
    return web.ask(sql -> new CentreRows(sql).times(id)).orElseThrow(CentreResource::missing);
  }

  /** What became of a change. */
  private enum Outcome {
    DONE,
    MISSING,
    OUTDATED,
    NAME_TAKEN
  }

  private static void refuse(Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case MISSING -> throw missing();
      case OUTDATED -> throw Edited.outdated();
      case NAME_TAKEN ->
          throw new Problem(
              409,
              "name-taken",
              "The name is taken",
              "Another centre has this name; choose another");
    }
  }

  static Problem missing() {
    return Problem.notFound("There is no centre with this id");
  }

  private static CentreDetails checked(String id, CentreDetails given) {
    Given.range(given.latitude(), "latitude", -90, 90);
    Given.range(given.longitude(), "longitude", -180, 180);
    Given.range(given.lanes(), "lanes", 0, CentreDetails.MOST_LANES);
    Given.range(
        given.slotMinutes(),
        "slotMinutes",
        CentreDetails.SHORTEST_SLOT,
        CentreDetails.LONGEST_SLOT);
    Given.range(given.weight(), "weight", 0, CentreDetails.MOST_WEIGHT);
    return new CentreDetails(
        id,
        Given.text(given.name(), "name", 60),
        Given.text(given.street(), "street", 100),
        Given.postcode(given.postcode()),
        Given.text(given.town(), "town", 60),
        given.latitude(),
        given.longitude(),
        given.lanes(),
        given.slotMinutes(),
        given.openOnHolidays(),
        given.weight());
  }
}
