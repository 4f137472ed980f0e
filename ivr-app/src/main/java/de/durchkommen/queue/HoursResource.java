package de.durchkommen.queue;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import de.durchkommen.queue.OpeningHours.Span;
import de.durchkommen.queue.SettingsChange.Author;
import de.durchkommen.queue.SettingsDesk.Version;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Longer today: on the real day the line stayed open two hours longer. Changes the settings of this
 * day only, and may be sent twice.
 */
@Path("v1/queue/hours")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting room")
public class HoursResource {
  private final WebSql web;
  private final Clock clock;
  private final QueueSettings initial;

  @Inject
  HoursResource(@ForWeb Database database, Clock clock, Config config) {
    this(database, clock, RunningRoom.initial(config));
  }

  HoursResource(Database database, Clock clock, QueueSettings initial) {
    this.web = new WebSql(database);
    this.clock = clock;
    this.initial = initial;
  }

  /**
   * Until when the line is open today.
   *
   * @param until as 22:00, by the clock in Hessen; 24:00 for midnight
   * @param why 1 to 200 characters, without names or numbers of people
   */
  public record Extension(@Nullable String until, @Nullable String why) {}

  /** Keeps the line open longer today, also when it has closed already. */
  @POST
  @Path("extension")
  @Operation(summary = "Keep the line open longer today")
  public SettingsResource.Told extend(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Extension wanted) {
    Extension given = SettingsForm.present(wanted, "until");
    int until = SettingsForm.minute(given.until(), "until");
    Instant now = clock.instant();
    Author author = SettingsResource.author(now, caller, given.why(), requestId);
    return SettingsResource.done(
        web.ask(sql -> extended(sql, until, author))
            .orElseThrow(() ->
                Problem.invalid(
                    "until has to be later than now and than the end of today's hours, and today"
                        + " must have some; other changes are made in the settings")));
  }

  private Optional<SettingsChange> extended(Sql sql, int until, Author author) {
    SettingsDesk desk = new SettingsDesk(sql);
    Version current = desk.current(initial);
    return longer(current.settings().hours(), until, author.at())
        .map(hours ->
            desk.change(current.number(), current.settings().with(hours), author, initial));
  }

  /** The same hours but for today, whose last span ends then; empty when that is not later. */
  private static Optional<OpeningHours> longer(OpeningHours hours, int until, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.HESSEN);
    int minute = LocalTime.ofInstant(now, OpeningHours.HESSEN).toSecondOfDay() / 60;
    List<Span> spans = new ArrayList<>(hours.on(today));
    if (spans.isEmpty() || until <= minute || until < spans.getLast().until()) {
      return Optional.empty();
    }
    Span last = spans.removeLast();
    spans.add(new Span(last.from(), until));
    Map<LocalDate, List<Span>> days = new HashMap<>(hours.days());
    days.put(today, spans);
    return Optional.of(new OpeningHours(hours.week(), days));
  }
}
