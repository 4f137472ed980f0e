package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Content;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.editing.Author;
import de.durchkommen.editing.Given;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.RecordingApproval;
import de.durchkommen.prompt.SpokenText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A person's voice for the words of an announcement in a language. */
@Path("v1/announcements/{id}/recordings/{language}")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
public class AnnouncementRecordingResource {
  /** The largest file, in bytes: a minute and a half at 48 kHz. */
  static final int LARGEST = 8 << 20;

  private final AnnouncementDesk desk;
  private final RecordingApproval approval;

  @Inject
  AnnouncementRecordingResource(AnnouncementDesk desk, RecordingApproval approval) {
    this.desk = desk;
    this.approval = approval;
  }

  /** Has a person say the words. */
  @PUT
  @Consumes({"audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"})
  @Operation(
      summary = "Have a person say the words that an announcement has in a language",
      description = "Up to 8 MiB. 422 with reasons when callers could not be made to listen to it.")
  public Told.One record(
      @PathParam("id") long id,
      @PathParam("language") String language,
      @QueryParam("basedOn") @Nullable Long basedOn,
      @QueryParam("why") @Nullable String why,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      InputStream body) {
    long seen = Given.present(basedOn, "basedOn");
    Author author = Author.of(desk.clock(), caller, why, requestId);
    Announcement now = desk.of(id);
    byte[] wav = bytes(body);
    approve(wav, desk.words(now, language));
    return desk.changed(rules -> {
      Content said = said(now.content(), language, rules.kept(wav));
      return rules.rewritten(id, seen, said, author);
    });
  }

  /** Has a voice say them again. */
  @DELETE
  @Operation(summary = "Have a voice say the words again")
  public Told.One remove(
      @PathParam("id") long id,
      @PathParam("language") String language,
      @QueryParam("basedOn") @Nullable Long basedOn,
      @QueryParam("why") @Nullable String why,
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId) {
    long seen = Given.present(basedOn, "basedOn");
    Author author = Author.of(desk.clock(), caller, why, requestId);
    Content said = said(desk.of(id).content(), language, null);
    return desk.changed(rules -> rules.rewritten(id, seen, said, author));
  }

  private static Content said(Content content, String language, @Nullable String hash) {
    return new Content(
        content.name(),
        content.span(),
        content.words().stream()
            .map(one ->
                one.language().equals(language) ? new Words(language, one.text(), hash) : one)
            .toList());
  }

  private void approve(byte[] wav, Words words) {
    SpokenText said = new SpokenText(Locale.of(words.language()), words.text());
    List<String> reasons =
        approval.checked(wav, said).stream()
            .filter(Finding::error)
            .map(Finding::text)
            .distinct()
            .toList();
    if (!reasons.isEmpty()) {
      throw new Problem(
          422,
          "recording-refused",
          "Callers cannot be made to listen to this",
          reasons.getFirst(),
          Map.of("reasons", reasons));
    }
  }

  private static byte[] bytes(InputStream body) {
    byte[] wav;
    try {
      wav = body.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw Problem.invalid("The recording did not arrive whole, send it again");
    }
    if (wav.length > LARGEST) {
      throw new Problem(
          413,
          "too-large",
          "The recording is too large",
          "A recording has up to " + LARGEST + " bytes.");
    }
    return wav;
  }
}
