package de.durchkommen.editing;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a prompt in a language. All of it may be sent twice: the second time it adds nothing.
 */
@Path("v1/prompts/{id}/{language}/versions")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "prompts")
public class PromptVersionResource {
  /** The largest recording, in bytes: a minute and a half at 48 kHz. */
  static final int LARGEST_RECORDING = 8 << 20;

  private final EditingDesk desk;
  private final Clock clock;

  @Inject
  PromptVersionResource(EditingDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A new text.
   *
   * @param text ICU MessageFormat, 1 to 2,000 characters
   * @param why 1 to 200 characters, without names or numbers of people
   */
  @Schema(name = "WantedVersion")
  public record Wanted(@Nullable String text, @Nullable String why) {}

  /** Its versions. */
  @GET
  @Operation(summary = "All versions of a prompt in a language, the newest first, in pages")
  public Page<Told.Version> versions(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    Place place = desk.place(id, language);
    int most = Page.size(size);
    long below = after == null ? Long.MAX_VALUE : after;
    List<PromptVersion> found =
        desk.web().ask(sql -> new Versions(sql).below(below, place, most + 1));
    return Page.of(
        found.stream().map(Told.Version::of).toList(),
        most,
        version -> Long.toString(version.number()));
  }

  /** One of them. */
  @GET
  @Path("{number}")
  @Operation(summary = "One version")
  public Told.Version version(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("number") long number) {
    return Told.Version.of(desk.version(desk.place(id, language), number));
  }

  /** Adds a text; callers do not hear it yet. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add a text, which is not in force yet",
      description =
          "It is checked as the build checks: placeholders, sayable with any values, no foreign"
              + " words. 422 with field and reasons when it cannot be said; warnings come with the"
              + " version.")
  public Response write(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    Place place = desk.place(id, language);
    Wanted given = Given.present(wanted, "text");
    String pattern = Given.pattern(given.text());
    Author author = Author.of(clock, caller, given.why(), requestId);
    return created(desk.written(place, pattern, author));
  }

  /** Adds a recording; callers do not hear it yet. */
  @POST
  @Consumes({"audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"})
  @Operation(
      summary = "Add a recording of a prompt without placeholders, which is not in force yet",
      description =
          "says: the number of the version whose text is said in it; without it, the text in"
              + " force. Up to 8 MiB.")
  public Response record(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("why") @Nullable String why,
      @QueryParam("says") @Nullable Long says,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      InputStream body) {
    Place place = desk.place(id, language);
    Author author = Author.of(clock, caller, why, requestId);
    return created(desk.recorded(place, bytes(body), says, author));
  }

  private static byte[] bytes(InputStream body) {
    byte[] wav;
    try {
      wav = body.readNBytes(LARGEST_RECORDING + 1);
    } catch (IOException e) {
      throw Problem.invalid("The recording did not arrive whole, send it again");
    }
    if (wav.length > LARGEST_RECORDING) {
      throw new Problem(
          413,
          "too-large",
          "The recording is too large",
          "A recording has up to " + LARGEST_RECORDING + " bytes.");
    }
    return wav;
  }

  private static Response created(Told.Added added) {
    Told.Version version = added.version();
    String address =
        "v1/prompts/%s/%s/versions/%d"
            .formatted(version.prompt(), version.language(), version.number());
    return Response.created(URI.create(address)).entity(added).build();
  }
}
