package de.durchkommen.queue;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import de.durchkommen.queue.SettingsChange.Author;
import de.durchkommen.queue.SettingsDesk.Version;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor sets of the waiting room while calls run; in force within two seconds, on all
 * nodes. All of it may be sent twice: the second time it changes nothing.
 */
@Path("v1/queue/settings")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting room")
public class SettingsResource {
  private final WebSql web;
  private final Clock clock;
  private final QueueSettings initial;

  @Inject
  SettingsResource(@ForWeb Database database, Clock clock, Config config) {
    this(database, clock, RunningRoom.initial(config));
  }

  SettingsResource(Database database, Clock clock, QueueSettings initial) {
    this.web = new WebSql(database);
    this.clock = clock;
    this.initial = initial;
  }

  /**
   * A version of the settings.
   *
   * @param version its number; 0 when nobody has set anything yet
   * @param at since when; null for version 0
   * @param actor who set it
   * @param why the reason given
   */
  @Schema(name = "SettingsVersion")
  public record Told(
      long version, @Nullable Instant at, String actor, String why, SettingsForm settings) {}

  /**
   * New settings.
   *
   * @param basedOn the version that they change
   * @param why 1 to 200 characters, without names or numbers of people
   */
  @Schema(name = "WantedSettings")
  public record Wanted(
      @Nullable Long basedOn, @Nullable String why, @Nullable SettingsForm settings) {}

  /**
   * An earlier version that is to be in force again.
   *
   * @param version the earlier one
   * @param basedOn the version in force, as seen
   * @param why as of {@link Wanted}
   */
  public record Back(@Nullable Long version, @Nullable Long basedOn, @Nullable String why) {}

  /** The version in force. */
  @GET
  @Operation(summary = "The settings of the waiting room in force")
  public Told current() {
    return told(web.ask(sql -> new SettingsDesk(sql).current(initial)));
  }

  /** Earlier ones too. */
  @GET
  @Path("versions")
  @Operation(summary = "All versions of the settings, the newest first, in pages")
  public Page<Told> versions(
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    long upTo = after == null ? Long.MAX_VALUE : after - 1;
    List<Version> found = web.ask(sql -> new SettingsDesk(sql).newest(upTo, most + 1));
    return Page.of(
        found.stream().map(SettingsResource::told).toList(),
        most,
        version -> Long.toString(version.version()));
  }

  /** Puts others in force. */
  @PUT
  @Operation(
      summary = "Change the settings",
      description =
          "Says on which version the change is based: who has not seen the newest one"
              + " gets 409, and nothing is overwritten.")
  public Told change(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Wanted wanted) {
    Wanted given = SettingsForm.present(wanted, "settings");
    long basedOn = SettingsForm.present(given.basedOn(), "basedOn");
    QueueSettings settings = SettingsForm.present(given.settings(), "settings").settings();
    Author author = author(clock.instant(), caller, given.why(), requestId);
    return done(web.ask(sql -> new SettingsDesk(sql).change(basedOn, settings, author, initial)));
  }

  /** Puts an earlier version in force again, as a new one. */
  @POST
  @Path("undo")
  @Operation(summary = "Put an earlier version in force again")
  public Told undo(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Back wanted) {
    Back given = SettingsForm.present(wanted, "version");
    long version = SettingsForm.present(given.version(), "version");
    long basedOn = SettingsForm.present(given.basedOn(), "basedOn");
    Author author = author(clock.instant(), caller, given.why(), requestId);
    return done(
        web.ask(sql ->
                earlier(sql, version)
                    .map(old -> new SettingsDesk(sql).change(basedOn, old, author, initial)))
            .orElseThrow(() -> Problem.notFound("There is no such version")));
  }

  private Optional<QueueSettings> earlier(Sql sql, long version) {
    return version == 0
        ? Optional.of(initial)
        : new SettingsDesk(sql).version(version).map(Version::settings);
  }

  static Author author(
      Instant now, SecurityContext caller, @Nullable String why, @Nullable String requestId) {
    String reason = SettingsForm.present(why, "why").strip();
    if (reason.isEmpty() || reason.length() > Author.LONGEST_WHY) {
      throw Problem.invalid("why has to have 1 to " + Author.LONGEST_WHY + " characters");
    }
    return new Author(now, ApiClient.of(caller).id(), reason, requestId == null ? "" : requestId);
  }

  static Told done(SettingsChange change) {
    return switch (change) {
      case SettingsChange.Done(Version now) -> told(now);
      case SettingsChange.Outdated(Version now) ->
          throw new Problem(
              409,
              "outdated",
              "Somebody else was faster",
              "The settings have changed since version basedOn, and nothing was changed now. Look"
                  + " at the version in force, and say it again based on that one.",
              Map.of("version", now.number()));
    };
  }

  private static Told told(Version version) {
    return new Told(
        version.number(),
        version.number() == 0 ? null : version.at(),
        version.actor(),
        version.why(),
        SettingsForm.of(version.settings()));
  }
}
