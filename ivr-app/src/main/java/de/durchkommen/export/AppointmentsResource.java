package de.durchkommen.export;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who comes to a centre on a day. */
@Path("v1/centres/{id}/appointments")
@Dependent
@Allowed(value = Role.SUPERVISOR, programs = Role.AGENT)
@Tag(name = "centres")
public class AppointmentsResource {
  private final Database database;
  private final Clock clock;

  /** Takes where appointments are. */
  @Inject
  public AppointmentsResource(@ForWeb Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The day as a table. */
  @GET
  @Produces("text/csv;charset=UTF-8")
  @Operation(summary = "Appointments of a centre on a day, as CSV or as a calendar")
  public Response table(
      @PathParam("id") String centre,
      @QueryParam("day") @Nullable String day,
      @Context SecurityContext caller) {
    return answer(centre, day, DayList.Format.CSV, caller);
  }

  /** The day as a calendar. */
  @GET
  @Produces("text/calendar;charset=UTF-8")
  @Operation(summary = "Appointments of a centre on a day, as CSV or as a calendar")
  public Response calendar(
      @PathParam("id") String centre,
      @QueryParam("day") @Nullable String day,
      @Context SecurityContext caller) {
    return answer(centre, day, DayList.Format.ICS, caller);
  }

  private Response answer(
      String centre, @Nullable String day, DayList.Format format, SecurityContext caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DayList list =
        list(centre, day(day), ApiClient.of(caller).id(), now)
            .orElseThrow(() -> Problem.notFound("There is no such centre"));
    StreamingOutput output = out -> list.write(format, out, now);
    String name = list.centreId() + "-" + list.day() + "." + format.name().toLowerCase(Locale.ROOT);
    return Response.ok(output)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static LocalDate day(@Nullable String day) {
    try {
      return LocalDate.parse(day == null ? "" : day);
    } catch (DateTimeParseException e) {
      throw Problem.invalid("day has to be a date as 2021-01-19");
    }
  }

  /** The list, noted as given out in the same transaction. */
  Optional<DayList> list(String centre, LocalDate day, String client, Instant now) {
    return database.answer(
        entities -> {
          Sql sql = new Sql(entities);
          Optional<DayList> list = DayList.of(sql, centre, day);
          list.ifPresent(
              given -> AuditLog.add(sql, given.event(AuditEvent.Channel.API, client, now)));
          return list;
        },
        why -> {
          throw Problem.unknown(why);
        });
  }
}
