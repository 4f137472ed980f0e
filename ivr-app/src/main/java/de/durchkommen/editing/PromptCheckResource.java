package de.durchkommen.editing;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Role;
import de.durchkommen.prompt.PromptCheck.Finding;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether a text can be said, while somebody still writes it. Nothing is kept. */
@Path("v1/prompts/{id}/{language}/check")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "prompts")
public class PromptCheckResource {
  private final EditingDesk desk;

  @Inject
  PromptCheckResource(EditingDesk desk) {
    this.desk = desk;
  }

  /**
   * What is written so far.
   *
   * @param text ICU MessageFormat, 1 to 2,000 characters
   */
  @Schema(name = "WrittenSoFar")
  public record Written(@Nullable String text) {}

  /**
   * What the check of the build says.
   *
   * @param errors why it cannot be said; empty when it can
   * @param warnings what is doubtful about it
   */
  @Schema(name = "PromptFindings")
  public record Findings(List<String> errors, List<String> warnings) {
    private static Findings of(List<Finding> found) {
      return new Findings(texts(found, true), texts(found, false));
    }

    private static List<String> texts(List<Finding> found, boolean error) {
      return found.stream()
          .filter(finding -> finding.error() == error)
          .map(Finding::text)
          .distinct()
          .toList();
    }
  }

  /** Checks a text. */
  @POST
  @Operation(
      summary = "Check a text without adding it",
      description = "By the rules of versions: placeholders, sayable, no foreign words.")
  public Findings check(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Nullable Written written) {
    Place place = desk.place(id, language);
    String pattern = Given.pattern(Given.present(written, "text").text());
    return Findings.of(desk.prompts().checked(place, pattern));
  }
}
