package de.durchkommen.inventory;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.booking.Vaccine;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is delivered, and the seats that are made of it. */
@Path("v1/supply")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inventory")
@Dependent
public class SupplyResource {
  /** More than Germany was delivered in any week of 2021. */
  private static final int MOST_DOSES = 10_000_000;

  private final WebSql web;
  private final Clock clock;

  @Inject
  SupplyResource(@ForWeb Database database, Clock clock) {
    this.web = new WebSql(database);
    this.clock = clock;
  }

  /**
   * How many doses are delivered.
   *
   * @param doses 0 to {@link #MOST_DOSES}
   */
  public record Doses(int doses) {}

  /**
   * A centre's part of a delivery.
   *
   * @param pairs how many people it is for
   */
  public record Share(String centre, int pairs) {}

  /**
   * A delivery, and what is to be made of it.
   *
   * @param week ISO week, as {@code 2021-W03}
   * @param doses delivered then
   * @param pairs people who get their first dose of it in that week, and their second one of it
   *     too: half of the doses
   * @param secondsIn the ISO week in which the second doses are, where the days allow it
   * @param centres their parts, by weight
   */
  public record Supply(
      String vaccine, String week, int doses, int pairs, String secondsIn, List<Share> centres) {}

  /** The plan for one week. */
  @GET
  @Path("{vaccine}/{week}")
  @Allowed({Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "What is delivered of a vaccine in an ISO week, and for which centres")
  public Supply supply(@PathParam("vaccine") String vaccine, @PathParam("week") String week) {
    IsoWeek asked = IsoWeek.named(week);
    return web.ask(sql -> supply(sql, vaccine, asked))
        .orElseThrow(() -> Problem.notFound("Nothing is planned of this vaccine for this week"));
  }

  /** Changes the plan for one week. */
  @PUT
  @Path("{vaccine}/{week}")
  @Allowed(Role.SUPERVISOR)
  @Operation(summary = "Plans a delivery; its seats are made by the next generation")
  public Supply put(
      @PathParam("vaccine") String vaccine,
      @PathParam("week") String week,
      Doses given,
      @Context SecurityContext caller) {
    IsoWeek asked = IsoWeek.named(week);
    int doses = Given.present(given, "doses").doses();
    Given.range(doses, "doses", 0, MOST_DOSES);
    String actor = ApiClient.of(caller).id();
    return web.ask(sql -> planned(sql, vaccine, asked, doses, actor))
        .orElseThrow(VaccineResource::missing);
  }

  /** Makes the seats from tomorrow on what the plan says. */
  @POST
  @Path("generation")
  @Allowed(Role.SUPERVISOR)
  @Operation(
      summary = "Makes the seats from tomorrow on what the plan says",
      description =
          "Adds what is missing and takes away what is too much and free. May take some seconds,"
              + " and may be asked for again at any time, also after it broke off.")
  public GenerationReport generate(@Context SecurityContext caller) {
    Instant now = clock.instant();
    LocalDate tomorrow = Hessen.day(now).plusDays(1);
    return new SeatGeneration(web)
        .generate(tomorrow, now, AuditEvent.Channel.API, ApiClient.of(caller).id());
  }

  private Optional<Supply> planned(Sql sql, String vaccine, IsoWeek week, int doses, String actor) {
    SupplyRows rows = new SupplyRows(sql);
    if (rows.vaccine(vaccine).isEmpty()) {
      return Optional.empty();
    }
    rows.put(vaccine, week, doses);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String subject = vaccine + " " + week.name();
    AuditLog.add(
        sql,
        new AuditEvent(now, AuditEvent.Channel.API, actor, "SUPPLY_PLANNED", subject, doses, ""));
    return supply(sql, vaccine, week);
  }

  private static Optional<Supply> supply(Sql sql, String vaccine, IsoWeek week) {
    SupplyRows rows = new SupplyRows(sql);
    Optional<Vaccine> found = rows.vaccine(vaccine);
    return found.flatMap(
        known -> rows.doses(vaccine, week).map(doses -> supply(sql, known, week, doses)));
  }

  private static Supply supply(Sql sql, Vaccine vaccine, IsoWeek week, int doses) {
    int pairs = SeatPlan.pairs(doses);
    List<CentreDetails> centres =
        new CentreRows(sql).all().stream().map(OpeningTimes::centre).toList();
    int[] parts =
        Apportionment.parts(pairs, centres.stream().map(centre -> (long) centre.weight()).toList());
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      shares.add(new Share(centres.get(i).id(), parts[i]));
    }
    int weeks = (vaccine.fewestDays() + 6) / 7;
    IsoWeek seconds = new IsoWeek(week.monday().plusWeeks(weeks));
    return new Supply(vaccine.id(), week.name(), doses, pairs, seconds.name(), shares);
  }
}
