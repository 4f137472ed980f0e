package de.durchkommen.inventory;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Role;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How full a centre is, day by day. */
@Path("v1/centres/{centre}/utilisation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
@Dependent
@Allowed(Role.SUPERVISOR)
public class UtilisationResource {
  /** About a quarter of a year. */
  private static final int MOST_DAYS = 92;

  private final WebSql web;
  private final Clock clock;

  @Inject
  UtilisationResource(@ForWeb Database database, Clock clock) {
    this.web = new WebSql(database);
    this.clock = clock;
  }

  /**
   * A day, all vaccines and both doses together.
   *
   * @param seats all that there are, closed ones too
   * @param booked those that have an appointment
   * @param free those that somebody can still get, held ones too
   * @param closed whether the centre is closed on that day against its hours
   */
  @Schema(name = "DayOfCentre")
  public record Day(LocalDate day, int seats, int booked, int free, boolean closed) {
    private Day and(SeatCount some) {
      return new Day(
          day,
          seats + some.count(),
          booked + (some.booked() ? some.count() : 0),
          free + (some.free() ? some.count() : 0),
          closed);
    }
  }

  /** Days in their order, those without seats too. */
  @GET
  @Operation(
      summary = "Seats of each day: how many there are, are booked, are free",
      description = "from: the first day, today without it. days: 1 to 92.")
  public Page<Day> days(
      @PathParam("centre") String centre,
      @QueryParam("from") @Nullable String from,
      @QueryParam("days") @DefaultValue("28") int days) {
    Given.range(days, "days", 1, MOST_DAYS);
    LocalDate first = from == null ? Hessen.day(clock.instant()) : Given.day(from);
    return web.ask(sql -> days(sql, centre, first, days))
        .map(found -> new Page<>(found, null))
        .orElseThrow(CentreResource::missing);
  }

  private Optional<List<Day>> days(Sql sql, String centre, LocalDate first, int days) {
    if (new CentreRows(sql).details(centre).isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Set<LocalDate> closed = new Closures(sql, now).among(centre, first, days);
    Map<LocalDate, Day> all = new TreeMap<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = first.plusDays(i);
      all.put(day, new Day(day, 0, 0, 0, closed.contains(day)));
    }
    for (Vaccine vaccine : new SupplyRows(sql).vaccines()) {
      SeatCount.of(sql, centre, vaccine.id(), first)
          .forEach(some -> all.computeIfPresent(some.day(), (day, so) -> so.and(some)));
    }
    return Optional.of(new ArrayList<>(all.values()));
  }
}
