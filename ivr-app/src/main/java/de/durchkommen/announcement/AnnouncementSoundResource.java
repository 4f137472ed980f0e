package de.durchkommen.announcement;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Role;
import de.durchkommen.editing.Given;
import de.durchkommen.editing.TelephoneWave;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How an announcement sounds on the telephone, before anybody hears it there. */
@Path("v1/announcements/{id}/audio")
@Dependent
@Allowed(Role.SUPERVISOR)
@Tag(name = "announcements")
public class AnnouncementSoundResource {
  private final AnnouncementDesk desk;

  @Inject
  AnnouncementSoundResource(AnnouncementDesk desk) {
    this.desk = desk;
  }

  /** The sound. */
  @GET
  @Produces("audio/wav")
  @Operation(summary = "An announcement as callers of a language hear it")
  public byte[] audio(@PathParam("id") long id, @QueryParam("language") @Nullable String language) {
    Announcement one = desk.of(id);
    return TelephoneWave.of(desk.sound(desk.words(one, Given.present(language, "language"))));
  }
}
