package de.durchkommen.agent;

import de.durchkommen.agent.AgentDesk.Author;
import de.durchkommen.agent.AgentDesk.Told;
import de.durchkommen.agent.Exchange.Mode;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agents, for supervisors. */
@Path("v1/agents")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agents")
public class AgentResource {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern SKILL = Pattern.compile("[a-z][a-z0-9-]{0,23}");
  private static final int MOST_LANGUAGES = 16;
  private static final int MOST_SKILLS = 10;

  /** With the name of the account it fits the audit. */
  private static final int LONGEST_WHY = 200;

  private final AgentDesk desk;

  @Inject
  AgentResource(AgentDesk desk) {
    this.desk = desk;
  }

  /**
   * What an agent is able to do.
   *
   * @param languages 1 to 16, two small letters each
   * @param skills up to 10: small letters, digits and dashes, up to 24
   */
  public record Able(@Nullable List<String> languages, @Nullable List<String> skills) {}

  /** Why; 1 to 200 characters, without names or numbers of callers. */
  public record Forced(@Nullable String why) {}

  /**
   * Who listens in, and how.
   *
   * @param phone the listener's telephone
   * @param mode LISTEN, WHISPER or JOIN
   */
  public record Listening(@Nullable String phone, @Nullable String mode) {}

  /** All who can log in, with what they are doing. */
  @GET
  @Operation(summary = "Agents, with what they are able to do and are doing, in pages")
  public Page<Told> list(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    return Page.of(desk.after(after.replaceAll("[^a-z0-9-]", "~"), most + 1), most, Told::name);
  }

  /** What they have done today; they are as many as there are agents, so one page. */
  @GET
  @Path("days/today")
  @Operation(summary = "What agents have done today: talks, their length, calls not answered")
  public Page<AgentDay> today() {
    return new Page<>(desk.days(), null);
  }

  /** Sets languages and skills. */
  @PUT
  @Path("{name}")
  @Operation(summary = "Which languages an agent speaks, and what else they are able to do")
  public void able(
      @PathParam("name") String name,
      @Nullable Able able,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    if (able == null || able.languages() == null || able.languages().isEmpty()) {
      throw DeskRefusals.invalid("languages fehlt: mindestens eine Sprache, zum Beispiel de.");
    }
    Set<String> languages = words("languages", able.languages(), LANGUAGE, MOST_LANGUAGES);
    Set<String> skills =
        words("skills", able.skills() == null ? List.of() : able.skills(), SKILL, MOST_SKILLS);
    desk.able(name, languages, skills, author(caller, request));
  }

  /** Pauses an agent. */
  @POST
  @Path("{name}/pause")
  @Operation(summary = "An agent is given no caller any more, and why")
  public void pause(
      @PathParam("name") String name,
      @Nullable Forced forced,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    String why = forced == null || forced.why() == null ? "" : forced.why().strip();
    if (why.isEmpty() || why.length() > LONGEST_WHY) {
      throw DeskRefusals.invalid("why muss 1 bis " + LONGEST_WHY + " Zeichen haben.");
    }
    desk.pause(name, why, author(caller, request));
  }

  /** Listens in. */
  @POST
  @Path("{name}/observation")
  @Operation(summary = "Listen in to an agent's talk, whisper to the agent, or join; they see it")
  public void observe(
      @PathParam("name") String name,
      @Nullable Listening listening,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    @Nullable String phone = listening == null ? null : listening.phone();
    if (phone == null || !AgentPhone.NAME.matcher(phone).matches()) {
      throw DeskRefusals.invalid("Bitte geben Sie in phone den Namen Ihres Telefons an.");
    }
    Mode mode =
        Arrays.stream(Mode.values())
            .filter(one -> listening != null && one.name().equals(listening.mode()))
            .findFirst()
            .orElseThrow(() -> DeskRefusals.invalid("mode muss LISTEN, WHISPER oder JOIN sein."));
    desk.observe(name, phone, mode, author(caller, request));
  }

  private static Set<String> words(String field, List<String> given, Pattern form, int most) {
    Set<String> words = new TreeSet<>();
    for (@Nullable String word : given) {
      if (word == null || !form.matcher(word).matches()) {
        throw DeskRefusals.invalid(field + " enthält etwas, das nicht sein kann.");
      }
      words.add(word);
    }
    if (words.size() > most) {
      throw DeskRefusals.invalid(field + " darf höchstens " + most + " Einträge haben.");
    }
    return words;
  }

  private static Author author(SecurityContext caller, @Nullable String request) {
    return new Author(ApiClient.of(caller).id(), request == null ? "" : request);
  }
}
