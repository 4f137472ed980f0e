package de.durchkommen.announcement;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Urgent announcements that are over. A class of its own, as JAX-RS would take {@code over} for the
 * id of one otherwise.
 */
@Path("v1/announcements/over")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
public class AnnouncementsOverResource {
  private final AnnouncementDesk desk;

  @Inject
  AnnouncementsOverResource(AnnouncementDesk desk) {
    this.desk = desk;
  }

  /** Those whose time is over. */
  @GET
  @Operation(summary = "Announcements whose time is over, the newest first, in pages")
  public Page<Told.One> over(
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    long below = after == null ? Long.MAX_VALUE : after;
    List<Announcement> found =
        desk.rows(rows -> rows.over(desk.clock().instant(), below, most + 1));
    return Page.of(found.stream().map(desk::told).toList(), most, one -> Long.toString(one.id()));
  }
}
