package de.durchkommen.editing;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.editing.EditingDesk.Wording;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.GivenValues;
import de.durchkommen.prompt.PromptProblems;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a prompt sounds on the telephone, before anybody hears it there. */
@Path("v1/prompts/{id}/audio")
@Dependent
@Allowed(Role.SUPERVISOR)
@Tag(name = "prompts")
public class PromptAudioResource {
  private final EditingDesk desk;
  private final Announcer announcer;

  @Inject
  PromptAudioResource(EditingDesk desk, Announcer announcer) {
    this.desk = desk;
    this.announcer = announcer;
  }

  /** The sound of a version. */
  @GET
  @Produces("audio/wav")
  @Operation(
      summary = "A prompt as callers hear it",
      description =
          "version: its number; without it, what is in force. The values of the placeholders are"
              + " query parameters by their names (a count, a day as 2026-12-01, a time as 09:30);"
              + " those that are not given are samples.")
  public byte[] audio(
      @PathParam("id") String id,
      @QueryParam("language") @Nullable String language,
      @QueryParam("version") @Nullable Long version,
      @Context UriInfo uri) {
    Place place = desk.place(id, language);
    Utterance said = values(id, uri.getQueryParameters());
    Wording words = desk.wording(place, version);
    desk.sayable(place, words.pattern());
    try {
      SpokenText text = desk.edition(place, words).spoken(said, place.locale());
      return TelephoneWave.of(announcer.audio(text));
    } catch (VoiceUnavailableException mute) {
      throw new Problem(
          503,
          "no-voice",
          "There is no voice right now",
          "No voice can say this now. Ask again in a few seconds.",
          Map.of(Problem.RETRY_AFTER, 3));
    } catch (PromptProblems | IllegalArgumentException unsayable) {
      throw Problem.invalid("The prompt cannot be said with these values");
    }
  }

  private Utterance values(String id, MultivaluedMap<String, String> given) {
    try {
      return GivenValues.of(desk.prompt(id), given::getFirst);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(String.valueOf(e.getMessage()));
    }
  }
}
