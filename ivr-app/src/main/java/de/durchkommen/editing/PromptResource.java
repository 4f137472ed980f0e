package de.durchkommen.editing;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.Sql;
import de.durchkommen.editing.Publications.Live;
import de.durchkommen.prompt.Prompt;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that callers can hear, as it is in force. */
@Path("v1/prompts")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "prompts")
public class PromptResource {
  /** So many versions of a prompt are told beside each language; the others come in pages. */
  static final int VERSIONS = 20;

  private static final int LONGEST_SEARCH = 100;

  private final EditingDesk desk;

  @Inject
  PromptResource(EditingDesk desk) {
    this.desk = desk;
  }

  /** Prompts, in the order of their ids. */
  @GET
  @Operation(
      summary = "All prompts in a language as they are in force, in pages",
      description = "search: part of the id or of the text, in small or capital letters.")
  public Page<Told.Listed> list(
      @QueryParam("language") @DefaultValue("de") String language,
      @QueryParam("search") @DefaultValue("") String search,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    if (search.length() > LONGEST_SEARCH) {
      throw Problem.invalid("search has to have up to " + LONGEST_SEARCH + " characters");
    }
    if (!desk.prompts().languages().contains(language)) {
      throw Problem.invalid("language has to be one of " + desk.prompts().languages());
    }
    Now now = desk.web().ask(sql -> Now.of(sql, language));
    List<Told.Listed> found =
        desk.prompts().all().stream()
            .filter(prompt -> prompt.id().compareTo(after) > 0)
            .map(prompt -> listed(prompt, language, now))
            .filter(one -> matches(one, search, Locale.forLanguageTag(language)))
            .limit(most + 1L)
            .toList();
    return Page.of(found, most, Told.Listed::id);
  }

  /**
   * What is in force in a language, by the id of the prompt.
   *
   * @param published without those of which nothing was ever published
   * @param live without those that are as delivered
   */
  private record Now(Map<String, Publication> published, Map<String, Live> live) {
    static Now of(Sql sql, String language) {
      Publications publications = new Publications(sql);
      Map<String, Publication> published = new HashMap<>();
      publications.ofLanguage(language).forEach(one -> published.put(one.place().prompt(), one));
      Map<String, Live> live = new HashMap<>();
      publications.live().stream()
          .filter(one -> one.place().language().equals(language))
          .forEach(one -> live.put(one.place().prompt(), one));
      return new Now(published, live);
    }
  }

  private Told.Listed listed(Prompt prompt, String language, Now now) {
    Place place = new Place(language, prompt.id());
    Publication published = now.published().getOrDefault(prompt.id(), Publication.none(place));
    Optional<Live> live = Optional.ofNullable(now.live().get(prompt.id()));
    return new Told.Listed(
        prompt.id(),
        Told.arguments(prompt),
        language,
        Told.orNull(live.map(Live::text).or(() -> desk.prompts().delivered(place))),
        live.map(Live::recording).isPresent(),
        published.number(),
        published.version());
  }

  private static boolean matches(Told.Listed one, String search, Locale language) {
    String wanted = search.strip().toLowerCase(language);
    return one.id().contains(wanted)
        || Optional.ofNullable(one.text())
            .filter(text -> text.toLowerCase(language).contains(wanted))
            .isPresent();
  }

  /** A prompt with its versions. */
  @GET
  @Path("{id}")
  @Operation(summary = "One prompt in all languages side by side, with the newest versions")
  public Told.Whole one(@PathParam("id") String id) {
    Prompt prompt = desk.prompt(id);
    return desk.web()
        .ask(sql ->
            new Told.Whole(
                prompt.id(),
                Told.arguments(prompt),
                desk.prompts().languages().stream()
                    .map(language -> side(sql, new Place(language, prompt.id())))
                    .toList()));
  }

  private Told.Side side(Sql sql, Place place) {
    return new Told.Side(
        place.language(),
        Told.orNull(desk.prompts().delivered(place)),
        Told.InForce.of(new Publications(sql).current(place)),
        new Versions(sql)
            .below(Long.MAX_VALUE, place, VERSIONS).stream().map(Told.Version::of).toList());
  }
}
