package de.durchkommen.recording;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.recording.RecordingDesk.Author;
import de.durchkommen.recording.RecordingDesk.Heard;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recordings of talks, for supervisors. */
@Path("v1/recordings")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recordings")
public class RecordingResource {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final RecordingDesk desk;

  @Inject
  RecordingResource(RecordingDesk desk) {
    this.desk = desk;
  }

  /**
   * A recording.
   *
   * @param agent name of the account that had the talk at its end
   * @param state RUNNING, KEPT or DELETED
   * @param endedAt null while it runs
   * @param seconds of sound, whole ones; none while it runs
   * @param person key of the person, if it is known who called; no name
   * @param deletedWhy AGE, REVOKED, SUPERVISOR or BROKEN; null when it is not deleted
   */
  public record Told(
      long id,
      long talk,
      String agent,
      String language,
      String state,
      Instant begunAt,
      @Nullable Instant endedAt,
      long seconds,
      long bytes,
      @Nullable Long person,
      @Nullable Instant deletedAt,
      @Nullable String deletedWhy) {}

  /** Recordings, the newest first. */
  @GET
  @Operation(summary = "Recordings of talks, the newest first, in pages; deleted ones for a while")
  public Page<Told> list(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    int most = Page.size(size);
    long before = after.isEmpty() ? Long.MAX_VALUE : number(after);
    return Page.of(
        desk.before(before, most + 1, author(caller, request)),
        most,
        told -> String.valueOf(told.id()));
  }

  /** The sound. */
  @GET
  @Path("{id}/audio")
  @Produces("audio/wav")
  @Operation(summary = "A recording as WAV (8 kHz, 16 bit, mono), once the talk is over")
  public Response audio(
      @PathParam("id") String id,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    Heard heard = desk.heard(number(id), author(caller, request));
    return Response.ok(new WaveStream(heard.bytes(), heard.sound()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LENGTH, WaveStream.HEADER + heard.bytes())
        .build();
  }

  /** Deletes one. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Delete a recording, also one that runs; it cannot be had back")
  public void delete(
      @PathParam("id") String id,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    desk.delete(number(id), author(caller, request));
  }

  private static long number(String given) {
    if (!NUMBER.matcher(given).matches()) {
      throw RecordingRefusals.invalid("Die Nummer einer Aufnahme besteht aus Ziffern.");
    }
    return Long.parseLong(given);
  }

  private static Author author(SecurityContext caller, @Nullable String request) {
    return new Author(ApiClient.of(caller).id(), request == null ? "" : request);
  }
}
