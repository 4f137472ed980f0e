package de.durchkommen.agent;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agents' telephones, as a supervisor adds and removes them. */
@Path("v1/agents/phones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "agents")
@Dependent
@Allowed(Role.SUPERVISOR)
public class AgentPhoneResource {
  private static final int CREATED = 201;
  private static final int CONFLICT = 409;

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  @Inject
  AgentPhoneResource(@ForWeb Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Which telephone to add.
   *
   * @param name 1 to 30 small letters, digits and dashes; anything in what a client sends
   * @param secure whether it registers by TLS and takes encrypted sound only (SRTP); without a word
   *     of it, it does neither
   */
  @Schema(name = "WantedPhone")
  public record Wanted(@Nullable String name, @Nullable Boolean secure) {}

  /**
   * What is set up in the telephone.
   *
   * @param user its user, also for authentication
   * @param password shown this once
   */
  public record Access(String name, String user, String password) {
    /** Without the password: it does not belong in logs. */
    @Override
    public String toString() {
      return "Access[" + name + "]";
    }
  }

  /** The telephones that may register, by name. */
  @GET
  @Operation(summary = "The telephones that may register")
  public Page<AgentPhone> phones(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    List<AgentPhone> found =
        ask(sql ->
            sql.rows(
                AgentPhones.LIVE,
                row -> {
                  String name = row.getString(1);
                  Instant since = Sql.local(row, 2).toInstant(ZoneOffset.UTC);
                  return new AgentPhone(name, AgentPhone.user(name), since);
                },
                List.of(after, most + 1)));
    return Page.of(found, most, AgentPhone::name);
  }

  /**
   * Adds one. Not to be sent again with a key: the answer would have to be kept, and its password
   * with it.
   */
  @POST
  @Operation(
      summary = "Adds a telephone, which can register at once",
      description =
          "The password is in this answer and nowhere else. Who heard no answer removes the"
              + " telephone and adds it again.")
  public Response add(@Nullable Wanted wanted, @Context SecurityContext caller) {
    String name = named(wanted == null ? null : wanted.name());
    boolean secure = wanted != null && Boolean.TRUE.equals(wanted.secure());
    String by = ApiClient.of(caller).id();
    PhonePassword password = PhonePassword.drawn(random);
    if (!changed("AGENT_PHONE_ADDED", name, by, phones -> phones.add(name, password, secure))) {
      throw new Problem(
          CONFLICT,
          "phone-exists",
          "There is a telephone of this name",
          "Take another name, or remove the telephone first: its password cannot be shown again");
    }
    Access access = new Access(name, AgentPhone.user(name), password.text());
    return Response.status(CREATED).header("Cache-Control", "no-store").entity(access).build();
  }

  /** Removes one. */
  @DELETE
  @Path("{name}")
  @Operation(summary = "Removes a telephone: it cannot register any more, and is not called")
  public void remove(@PathParam("name") String name, @Context SecurityContext caller) {
    String by = ApiClient.of(caller).id();
    if (!changed("AGENT_PHONE_REMOVED", named(name), by, phones -> phones.remove(name))) {
      throw Problem.notFound("No telephone has this name");
    }
  }

  private boolean changed(
      String action,
      String name,
      String by,
      Function<AgentPhones<RuntimeException>, Boolean> change) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return ask(sql -> {
      boolean done = change.apply(new AgentPhones<>(sql::update, now));
      if (done) {
        AuditLog.add(sql, new AuditEvent(now, Channel.API, by, action, name, 1, ""));
      }
      return done;
    });
  }

  private static String named(@Nullable String name) {
    if (name == null || !AgentPhone.NAME.matcher(name).matches()) {
      throw Problem.invalid("name has to be 1 to 30 small letters, digits and dashes");
    }
    return name;
  }

  private <T> T ask(Function<Sql, T> work) {
    return database.answer(
        entities -> work.apply(new Sql(entities)),
        why -> {
          throw Problem.unknown(why);
        });
  }
}
