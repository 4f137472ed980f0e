package de.durchkommen.editing;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.prompt.PromptCheck.Finding;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What is in force of a prompt in a language; on all nodes within two seconds. Who changes it says
 * with {@code If-Match} which publication was seen: the second of two gets 409, and nothing is
 * lost. All of it may be sent twice.
 */
@Path("v1/prompts/{id}/{language}/published")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "prompts")
public class PublishedResource {
  private final EditingDesk desk;
  private final Clock clock;

  @Inject
  PublishedResource(EditingDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What is to be in force.
   *
   * @param version an earlier one goes back
   * @param why 1 to 200 characters, without names or numbers of people
   */
  @Schema(name = "WantedPublication")
  public record Wanted(@Nullable Long version, @Nullable String why) {}

  /** What is in force. */
  @GET
  @Operation(summary = "What is in force; its ETag is for If-Match")
  public Response current(@PathParam("id") String id, @PathParam("language") String language) {
    Place place = desk.place(id, language);
    Publication now = desk.web().ask(sql -> new Publications(sql).current(place));
    return tagged(now, Told.InForce.of(now));
  }

  /** What was in force before. */
  @GET
  @Path("history")
  @Operation(summary = "Everything that was ever in force, the newest first, in pages")
  public Page<Told.InForce> history(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    Place place = desk.place(id, language);
    int most = Page.size(size);
    long below = after == null ? Long.MAX_VALUE : after;
    List<Publication> found =
        desk.web().ask(sql -> new Publications(sql).below(below, place, most + 1));
    return Page.of(
        found.stream().map(Told.InForce::of).toList(),
        most,
        one -> Long.toString(one.publication()));
  }

  /** Puts a version in force. */
  @PUT
  @Operation(summary = "Put a version in force, a new one or an earlier one")
  public Response publish(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    Place place = desk.place(id, language);
    Wanted given = Given.present(wanted, "version");
    long version = Given.present(given.version(), "version");
    Author author = Author.of(clock, caller, given.why(), requestId);
    long seen = Given.seen(ifMatch);
    // Perhaps an earlier release has made it.
    List<Finding> found = desk.sayable(place, desk.version(place, version).text());
    return done(place, version, seen, author, found);
  }

  /** Puts the text in force that was delivered. */
  @DELETE
  @Operation(
      summary = "Put the text in force as it was delivered",
      description = "why: 1 to 200 characters, in the query, as a DELETE has no body.")
  public Response asDelivered(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("why") @Nullable String why,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId) {
    Place place = desk.place(id, language);
    Author author = Author.of(clock, caller, why, requestId);
    return done(place, null, Given.seen(ifMatch), author, List.of());
  }

  private Response done(
      Place place, @Nullable Long version, long seen, Author author, List<Finding> found) {
    PublishOutcome outcome =
        desk.web().ask(sql -> new Publications(sql).publish(place, version, seen, author));
    return switch (outcome) {
      case PublishOutcome.Done(Publication now) -> {
        List<Warning> warnings = version == null ? List.of() : desk.warnings(place, found);
        yield tagged(now, new Told.Published(Told.InForce.of(now), warnings));
      }
      case PublishOutcome.NoSuchVersion() -> throw EditingDesk.noSuchVersion();
      case PublishOutcome.Outdated(Publication now) ->
          throw new Problem(
              409,
              "outdated",
              "Somebody else was faster",
              "Something else is in force than what you have seen, and nothing was changed now."
                  + " Look at it, and say it again with If-Match of that one.",
              Map.of("publication", now.number()));
    };
  }

  private static Response tagged(Publication now, Object told) {
    return Response.ok(told).tag(new EntityTag(Long.toString(now.number()))).build();
  }
}
