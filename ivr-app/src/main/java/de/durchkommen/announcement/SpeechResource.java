package de.durchkommen.announcement;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.editing.Given;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long words take to say, while they are written. */
@Path("v1/announcements/speech")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
public class SpeechResource {
  private final AnnouncementDesk desk;

  @Inject
  SpeechResource(AnnouncementDesk desk) {
    this.desk = desk;
  }

  /**
   * How long they take.
   *
   * @param seconds of speech
   * @param mostSeconds more cannot be published
   */
  public record Length(double seconds, long mostSeconds) {}

  /** Tells it; nothing is kept. */
  @POST
  @Operation(summary = "How long words of an announcement take to say; nothing is kept")
  public Length length(Wanted.@Nullable InLanguage wanted) {
    Wanted.InLanguage given = Given.present(wanted, "text");
    String language = Given.present(given.language(), "language");
    if (!desk.offered().contains(language)) {
      throw Problem.invalid("language has to be one of " + desk.offered());
    }
    Words words = new Words(language, Wanted.text(given.text()), null);
    return new Length(
        desk.speech(words).toMillis() / 1_000.0, AnnouncementDesk.LONGEST_SPEECH.toSeconds());
  }
}
