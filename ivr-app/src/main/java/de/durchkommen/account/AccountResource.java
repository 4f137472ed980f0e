package de.durchkommen.account;

import de.durchkommen.account.AccountDesk.Author;
import de.durchkommen.account.AccountDesk.Change;
import de.durchkommen.account.AccountDesk.Changed;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Departures;
import de.durchkommen.api.Page;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, for supervisors. A POST takes no {@code Idempotency-Key}: its answer holds a password,
 * which is not to be kept; sent again it is told that there is such an account.
 */
@Path("v1/accounts")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountResource {
  private final AccountDesk desk;
  private final Departures departures;

  @Inject
  AccountResource(AccountDesk desk, Departures departures) {
    this.desk = desk;
    this.departures = departures;
  }

  /**
   * An account.
   *
   * @param disabledAt since when nobody can log in; null when somebody can
   * @param firstPassword just drawn, told this one time; null in all other answers
   */
  @Schema(name = "Account")
  public record Told(
      String name,
      String shownName,
      Role role,
      boolean mustChange,
      Instant createdAt,
      @Nullable Instant disabledAt,
      @Nullable String firstPassword) {
    static Told of(Account account) {
      return of(account, null);
    }

    static Told of(Changed changed) {
      return of(changed.account(), changed.firstPassword().orElse(null));
    }

    private static Told of(Account account, @Nullable String firstPassword) {
      return new Told(
          account.name(),
          account.shownName(),
          account.role(),
          account.mustChange(),
          account.createdAt(),
          account.disabledAt(),
          firstPassword);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Told[" + name + "]";
    }
  }

  /** A new account; {@code shownName} may be left out, and is the name then. */
  @Schema(name = "WantedAccount")
  public record Wanted(@Nullable String name, @Nullable String shownName, @Nullable String role) {}

  /** What is to be different; what is left out stays as it is. */
  public record Changes(
      @Nullable String shownName,
      @Nullable String role,
      @Nullable Boolean disabled,
      @Nullable Boolean newPassword) {}

  /** Accounts, in the order of their names. */
  @GET
  @Operation(summary = "All accounts, in pages; those that are disabled too")
  public Page<Told> list(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    return Page.of(desk.after(after, most + 1).stream().map(Told::of).toList(), most, Told::name);
  }

  /** Makes one. */
  @POST
  @Operation(
      summary = "Make an account; the answer has its first password, this one time",
      description = "The first password has to be changed at the first login.")
  public Response add(
      Wanted wanted,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    @Nullable String name = wanted.name();
    if (name == null || !AccountName.FORM.matcher(name).matches()) {
      throw Refusals.invalid(
          "Der Name muss 2 bis 40 kleine Buchstaben, Ziffern und Striche haben und mit einem"
              + " Buchstaben beginnen.");
    }
    String shown = shownName(wanted.shownName() == null ? name : wanted.shownName());
    Changed made =
        desk.add(name, shown, role(wanted.role()), author(caller, request))
            .orElseThrow(Refusals::taken);
    return Response.created(URI.create("v1/accounts/" + name)).entity(Told.of(made)).build();
  }

  /** Changes one. */
  @PATCH
  @Path("{name}")
  @Operation(
      summary = "Change shown name or role, disable or enable, draw a new first password",
      description =
          "What is left out stays as it is. Disabling and a new password end all sessions of the"
              + " account. Of the own account only the shown name can be changed.")
  public Told change(
      @PathParam("name") String name,
      Changes changes,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    Change change =
        new Change(
            changes.shownName() == null ? null : shownName(changes.shownName()),
            changes.role() == null ? null : role(changes.role()),
            changes.disabled());
    boolean newPassword = Boolean.TRUE.equals(changes.newPassword());
    boolean own = ApiClient.of(caller).id().equals(ApiClient.PERSON + name);
    if (own && (change.role() != null || change.disabled() != null || newPassword)) {
      throw Refusals.own();
    }
    if (!AccountName.FORM.matcher(name).matches() || desk.named(name).isEmpty()) {
      throw Refusals.missing();
    }
    Changed changed =
        desk.change(name, change, newPassword, author(caller, request))
            .orElseThrow(Refusals::missing);
    departures.told(changed.account().actor());
    return Told.of(changed);
  }

  private static String shownName(String given) {
    String shown = given.strip();
    if (!AccountName.isShowable(shown)) {
      throw Refusals.invalid(
          "Der angezeigte Name muss 1 bis " + AccountName.LONGEST_SHOWN + " Zeichen haben.");
    }
    return shown;
  }

  private static Role role(@Nullable String given) {
    return switch (given) {
      case "AGENT" -> Role.AGENT;
      case "SUPERVISOR" -> Role.SUPERVISOR;
      case null, default -> throw Refusals.invalid("Die Rolle muss AGENT oder SUPERVISOR sein.");
    };
  }

  private static Author author(SecurityContext caller, @Nullable String request) {
    return new Author(ApiClient.of(caller).id(), request == null ? "" : request);
  }
}
