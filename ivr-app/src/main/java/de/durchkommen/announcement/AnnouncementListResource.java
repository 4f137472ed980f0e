package de.durchkommen.announcement;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.editing.Author;
import de.durchkommen.editing.Given;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Urgent announcements: those that are not over, and new ones. */
@Path("v1/announcements")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
public class AnnouncementListResource {
  private final AnnouncementDesk desk;

  @Inject
  AnnouncementListResource(AnnouncementDesk desk) {
    this.desk = desk;
  }

  /**
   * Those that are not over.
   *
   * @param languages that callers are offered, German first
   * @param longestText how many characters a text may have
   * @param items by their beginning; there are never more than 50
   */
  public record Open(List<String> languages, int longestText, List<Told.One> items) {
    /** Copies the lists. */
    public Open {
      languages = List.copyOf(languages);
      items = List.copyOf(items);
    }
  }

  /** Those whose time is not over. */
  @GET
  @Operation(
      summary = "Announcements whose time is not over, by their beginning",
      description = "Those that callers hear are LIVE, those that they will hear COMING.")
  public Open open() {
    List<Announcement> found = desk.rows(rows -> rows.open(desk.clock().instant()));
    return new Open(desk.offered(), Words.LONGEST, found.stream().map(desk::told).toList());
  }

  /** A new one. */
  @POST
  @Operation(
      summary = "Write an announcement, which nobody hears yet",
      description = "starts and ends are times on clocks in Hessen; without starts it is now.")
  public Response draft(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    Wanted given = Given.present(wanted, "words");
    Author author = Author.of(desk.clock(), caller, given.why(), requestId);
    Announcement.Content content =
        given.content(author.at(), desk.clock().getZone(), desk.offered(), Optional.empty());
    Told.One made = desk.changed(rules -> rules.drafted(content, author));
    return Response.created(URI.create("v1/announcements/" + made.id())).entity(made).build();
  }
}
