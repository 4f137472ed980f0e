package de.durchkommen.inventory;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public holidays of Hessen, for whoever sets hours. */
@Path("v1/holidays")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
public class HolidayResource {
  private final Clock clock;

  @Inject
  HolidayResource(Clock clock) {
    this.clock = clock;
  }

  /**
   * A holiday.
   *
   * @param name in German
   */
  public record Holiday(LocalDate day, String name) {}

  /** From today on to the end of the next year. */
  @GET
  @Operation(summary = "The public holidays of Hessen, from today to the end of the next year")
  public Page<Holiday> holidays() {
    LocalDate today = Hessen.day(clock.instant());
    List<Holiday> holidays = new ArrayList<>();
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      Holidays.named(year)
          .tailMap(today)
          .forEach((day, name) -> holidays.add(new Holiday(day, name)));
    }
    return new Page<>(holidays, null);
  }
}
