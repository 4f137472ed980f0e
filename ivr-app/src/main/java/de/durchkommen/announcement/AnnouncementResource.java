package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Content;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.editing.Author;
import de.durchkommen.editing.Given;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One announcement: changed, put before callers, and taken from them; within two seconds. */
@Path("v1/announcements/{id}")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
public class AnnouncementResource {
  private final AnnouncementDesk desk;

  @Inject
  AnnouncementResource(AnnouncementDesk desk) {
    this.desk = desk;
  }

  /**
   * A version that callers are to hear.
   *
   * @param basedOn the version, as it was listened to
   * @param heard tags of the languages in which somebody has listened to it: all that it has
   * @param why 1 to 200 characters, without names or numbers of people
   */
  public record Publish(
      @Nullable Long basedOn, @Nullable List<String> heard, @Nullable String why) {}

  /**
   * Why nobody is to hear it any more.
   *
   * @param why as of {@link Publish}
   */
  public record Withdraw(@Nullable String why) {}

  /** As it is. */
  @GET
  @Operation(summary = "An announcement as it is")
  public Told.One one(@PathParam("id") long id) {
    return desk.told(desk.of(id));
  }

  /** As it was. */
  @GET
  @Path("versions")
  @Operation(summary = "All versions of an announcement, the newest first, in pages")
  public Page<Told.One> versions(
      @PathParam("id") long id,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    desk.of(id);
    long below = after == null ? Long.MAX_VALUE : after;
    List<Announcement> found = desk.rows(rows -> rows.versions(id, below, most + 1));
    return Page.of(
        found.stream().map(desk::told).toList(), most, one -> Long.toString(one.version()));
  }

  /** Changes it. */
  @PUT
  @Operation(
      summary = "Change an announcement that is not published; it is a draft then",
      description =
          "A recording stays while the text of its language does. 409 outdated when somebody else"
              + " has changed it, 409 published while callers hear it or are about to.")
  public Told.One rewrite(
      @PathParam("id") long id,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    Wanted given = Given.present(wanted, "words");
    long basedOn = Given.present(given.basedOn(), "basedOn");
    Author author = Author.of(desk.clock(), caller, given.why(), requestId);
    Optional<Content> before = Optional.of(desk.of(id).content());
    Content content = given.content(author.at(), desk.clock().getZone(), desk.offered(), before);
    return desk.changed(rules -> rules.rewritten(id, basedOn, content, author));
  }

  /** Puts it before callers. */
  @POST
  @Path("publish")
  @Operation(
      summary = "Let callers hear it, in its time",
      description =
          "Also one that was withdrawn. 422 not-heard, too-long or no-words; 503 no-voice when a"
              + " language of it cannot be said now; 409 over when its time is.")
  public Told.One publish(
      @PathParam("id") long id,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Publish wanted) {
    Publish given = Given.present(wanted, "basedOn");
    long basedOn = Given.present(given.basedOn(), "basedOn");
    List<String> heard = Given.present(given.heard(), "heard");
    return desk.published(
        id, basedOn, heard, Author.of(desk.clock(), caller, given.why(), requestId));
  }

  /** Takes it from callers. */
  @POST
  @Path("withdraw")
  @Operation(
      summary = "Let nobody hear it any more, at once",
      description = "Whatever else has changed. Says nothing new of one that is not published.")
  public Told.One withdraw(
      @PathParam("id") long id,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Withdraw wanted) {
    Withdraw given = Given.present(wanted, "why");
    Author author = Author.of(desk.clock(), caller, given.why(), requestId);
    return desk.changed(rules -> rules.withdrawn(id, author));
  }
}
