package de.durchkommen.inventory;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Vaccines, and how far apart their doses are. */
@Path("v1/vaccines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
@Dependent
public class VaccineResource {
  private static final int MOST_DAYS = 366;

  private final WebSql web;
  private final Changes changes;

  @Inject
  VaccineResource(@ForWeb Database database, Clock clock) {
    this.web = new WebSql(database);
    this.changes = new Changes(clock);
  }

  /** All of them; there are so few that one page holds them. */
  @GET
  @Allowed({Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "All vaccines")
  public Page<Vaccine> vaccines() {
    return new Page<>(web.ask(sql -> new SupplyRows(sql).vaccines()), null);
  }

  /** Adds the vaccine or changes it. */
  @PUT
  @Path("{vaccine}")
  @Allowed(Role.SUPERVISOR)
  @Operation(
      summary = "Adds a vaccine, or changes its name or interval",
      description = "Appointments keep the interval that was in force when they were booked.")
  public Vaccine put(@PathParam("vaccine") String id, Vaccine given, @Context SecurityContext by) {
    Vaccine asked = Given.present(given, "the vaccine");
    Given.range(asked.fewestDays(), "fewestDays", 1, MOST_DAYS);
    Given.range(asked.mostDays(), "mostDays", asked.fewestDays(), MOST_DAYS);
    Vaccine vaccine =
        new Vaccine(
            Given.id(id),
            Given.text(asked.name(), "name", 60),
            asked.fewestDays(),
            asked.mostDays());
    web.ask(sql -> {
      new SupplyRows(sql).put(vaccine);
      changes.add(sql, by, "VACCINE_CHANGED", vaccine.id(), 1);
      return vaccine;
    });
    return vaccine;
  }

  static Problem missing() {
    return Problem.notFound("There is no vaccine with this id");
  }
}
