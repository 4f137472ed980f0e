package de.durchkommen.queue;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The waiting room as agents and supervisors see it; no numbers, no names. */
@Path("v1/queue")
@Dependent
@Allowed({Role.AGENT, Role.SUPERVISOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting room")
public class QueueResource {
  private static final String SELF_SERVICE = "self-service";
  private static final String PEOPLE = "people";

  private final WebSql web;
  private final QueueMetrics metrics;
  private final PeopleMetrics people;
  private final Clock clock;

  @Inject
  QueueResource(
      @ForWeb Database database, QueueMetrics metrics, PeopleMetrics people, Clock clock) {
    this.web = new WebSql(database);
    this.metrics = metrics;
    this.people = people;
    this.clock = clock;
  }

  /**
   * How things stand.
   *
   * @param asOf when that was so
   * @param phase SHUT, LOBBY (who calls waits for the opening) or OPEN
   * @param opens when the line opens; null while it is open, and when it does not within a year
   * @param waiting who waits on the line, by language
   * @param absent whose place is kept after a cut
   * @param callbacks who waits to be called back
   * @param ringing who is being called
   * @param oldestSeconds how long the first on the line has waited; null when nobody does
   * @param dialogues how many run, ringing telephones included
   * @param limit how many are let in at once; below {@code set} while the database is slow
   * @param set how many a supervisor allows at once
   * @param next how long the next caller will wait; null when nobody can tell
   */
  @Schema(name = "QueueState")
  public record State(
      Instant asOf,
      String phase,
      @Nullable Instant opens,
      Map<String, Integer> waiting,
      int absent,
      int callbacks,
      int ringing,
      @Nullable Long oldestSeconds,
      int dialogues,
      int limit,
      int set,
      @Nullable Range next) {}

  /**
   * A range in minutes.
   *
   * @param fromMinutes 0 for "less than {@code untilMinutes}"
   * @param untilMinutes null for "more than {@code fromMinutes}"
   */
  public record Range(long fromMinutes, @Nullable Long untilMinutes) {}

  /** How things stand on all nodes together. */
  @GET
  @Operation(summary = "How many wait, how long, and how many are let in")
  public State state() {
    return state(metrics);
  }

  /** How things stand with those who wait for a person. */
  @GET
  @Path("people")
  @Operation(
      summary = "The same for those who wait for a person",
      description = "limit is how many agents are signed in, dialogues how many are busy.")
  public State people() {
    return state(people);
  }

  private static State state(QueueMetrics metrics) {
    RoomGlance now =
        metrics
            .latest()
            .map(RoomGlance::of)
            .orElseThrow(() -> Problem.unknown("no round has been worked yet"));
    return new State(
        now.asOf(),
        now.phase(),
        now.opens(),
        now.waiting(),
        now.absent(),
        now.callbacks(),
        now.ringing(),
        now.oldest() == null ? null : now.longest().toSeconds(),
        now.dialogues(),
        now.limit(),
        now.set(),
        now.next());
  }

  /** The live tickets. */
  @GET
  @Path("tickets")
  @Allowed(Role.SUPERVISOR)
  @Operation(
      summary = "All who wait or are in a dialogue, in their order, in pages",
      description = "Those who wait for a person with for=people.")
  public Page<TicketList.Line> tickets(
      @QueryParam("for") @DefaultValue(SELF_SERVICE) String queue,
      @QueryParam("after") @DefaultValue("0-0") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    QueueKind kind = kind(queue);
    if (!after.matches("[0-9]-[0-9]{1,18}")) {
      throw Problem.invalid("after has to be what the page before gave as next");
    }
    int priority = after.charAt(0) - '0';
    long place = Long.parseLong(after.substring(2));
    return Page.of(
        web.ask(sql -> new TicketList(sql, kind).behind(priority, place, most + 1)),
        most,
        line -> line.priority() + "-" + line.place());
  }

  /** Ends the ticket of somebody who is not on the line. */
  @DELETE
  @Path("tickets/{id}")
  @Allowed(Role.SUPERVISOR)
  @Operation(
      summary = "End a ticket whose owner is not on the line",
      description =
          "The place is gone then, and nobody is called back for it. Kept in the audit"
              + " with its reason, which holds no names or numbers of people.")
  public void end(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @PathParam("id") long id,
      @QueryParam("for") @DefaultValue(SELF_SERVICE) String queue,
      @QueryParam("why") @Nullable String why) {
    QueueKind kind = kind(queue);
    SettingsChange.Author author = SettingsResource.author(clock.instant(), caller, why, requestId);
    switch (web.ask(sql -> new TicketList(sql, kind).ended(id, author))) {
      case ENDED -> {}
      case ON_THE_LINE ->
          throw new Problem(
              409,
              "on-the-line",
              "The owner of the ticket is on the line",
              "Only who was cut off or waits to be called back can be taken out.");
      case NONE -> throw Problem.notFound("There is no such ticket, or it is over");
    }
  }

  /** The draws at the openings. */
  @GET
  @Path("draws")
  @Allowed({Role.BOOKING, Role.AGENT, Role.SUPERVISOR})
  @Operation(
      summary = "The draws, the newest first, in pages",
      description =
          "The commitment is there before the opening, and the seed afterwards, so that"
              + " anybody can check the order.")
  public Page<DrawList.Held> draws(
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    long before = after == null ? Long.MAX_VALUE : after;
    return Page.of(
        web.ask(sql -> new DrawList(sql).before(before, most + 1)),
        most,
        draw -> Long.toString(draw.id()));
  }

  /** Who drew which place. */
  @GET
  @Path("draws/{id}/lots")
  @Allowed({Role.BOOKING, Role.AGENT, Role.SUPERVISOR})
  @Operation(summary = "The tickets of a draw in the order drawn, in pages")
  public Page<DrawList.Lot> lots(
      @PathParam("id") long id,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    if (web.ask(sql -> new DrawList(sql).draw(id)).isEmpty()) {
      throw Problem.notFound("There is no such draw");
    }
    return Page.of(
        web.ask(sql -> new DrawList(sql).behind(id, after, most + 1)),
        most,
        lot -> Long.toString(lot.place()));
  }

  private static QueueKind kind(String queue) {
    return switch (queue) {
      case SELF_SERVICE -> QueueKind.SELF_SERVICE;
      case PEOPLE -> QueueKind.PEOPLE;
      default -> throw Problem.invalid("for has to be self-service or people");
    };
  }

  static Range range(WaitRange range) {
    return new Range(range.from().toMinutes(), range.until().map(Duration::toMinutes).orElse(null));
  }
}
