package de.durchkommen.account;

import de.durchkommen.account.LoginDesk.Begun;
import de.durchkommen.account.Sessions.Live;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Departures;
import de.durchkommen.api.OwnCheck;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logging in and out, for people. What is wrong is told in German: a page shows it as it is. */
@Path("v1/session")
@Dependent
@OwnCheck
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class SessionResource {
  private final LoginDesk desk;
  private final SessionSettings settings;
  private final Departures departures;

  @Inject
  SessionResource(LoginDesk desk, SessionSettings settings, Departures departures) {
    this.desk = desk;
    this.settings = settings;
    this.departures = departures;
  }

  /** Who wants to come in. */
  public record Login(@Nullable String name, @Nullable String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login";
    }
  }

  /** A password, and the one that is to take its place. */
  public record PasswordChange(
      @Nullable String old, @JsonbProperty("new") @Schema(name = "new") @Nullable String chosen) {
    /** Without the passwords. */
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  /**
   * A session.
   *
   * @param csrf to be sent as {@code X-CSRF-Token} with all that is not only looked at
   * @param mustChange whether nothing else goes before the password is changed
   * @param idleSeconds it ends when it is not used for so long
   * @param endsAt when it ends, however much it is used
   */
  @Schema(name = "Session")
  public record Told(
      String name,
      String shownName,
      Role role,
      String csrf,
      boolean mustChange,
      long idleSeconds,
      Instant endsAt) {}

  /** Logs in. */
  @POST
  @Operation(
      summary = "Log in by name and password; the answer sets the cookie of the session",
      description = "Errors are told in German. After five wrong passwords the name is locked.")
  public Response login(
      Login login,
      @CookieParam(SessionCookie.NAME) @Nullable String cookie,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    Begun begun =
        desk.login(
            typed(login.name(), "den Namen", AccountLimits.LONGEST_TYPED_NAME),
            typed(login.password(), "das Passwort", AccountLimits.LONGEST_TYPED_PASSWORD),
            SessionToken.parse(cookie),
            id(request));
    return answered(begun, begun.account().mustChange(), caller);
  }

  /** Who is logged in. */
  @GET
  @Operation(summary = "Who is logged in by the cookie that is sent, and the CSRF token")
  public Told current(
      @CookieParam(SessionCookie.NAME) @Nullable String cookie, @Context SecurityContext caller) {
    SessionToken token = token(cookie, caller).orElseThrow(Refusals::loggedOut);
    Live live = desk.live(token).orElseThrow(Refusals::loggedOut);
    return new Told(
        live.name(),
        live.shownName(),
        live.role(),
        token.csrf(),
        live.mustChange(),
        settings.idle().toSeconds(),
        live.endsAt());
  }

  /** Logs out. */
  @DELETE
  @Operation(summary = "Log out; it may be sent twice")
  public Response logout(
      @CookieParam(SessionCookie.NAME) @Nullable String cookie,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    token(cookie, caller)
        .ifPresent(token -> {
          ApiClient who = ApiClient.of(caller);
          desk.logout(token, who, id(request));
          departures.told(who.id());
        });
    return Response.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.none(isSecure(caller)))
        .build();
  }

  /** Changes the password. */
  @PUT
  @Path("password")
  @Operation(
      summary = "Change the own password; all sessions of the account end, and a new one begins",
      description = "old: the password until now. new: 10 to 128 characters.")
  public Response password(
      PasswordChange change,
      @CookieParam(SessionCookie.NAME) @Nullable String cookie,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    Live live = token(cookie, caller).flatMap(desk::live).orElseThrow(Refusals::loggedOut);
    int longest = AccountLimits.LONGEST_TYPED_PASSWORD;
    String old = typed(change.old(), "das bisherige Passwort", longest);
    String chosen = typed(change.chosen(), "das neue Passwort", longest);
    Begun begun = desk.change(live, old, chosen, id(request));
    departures.told(live.client().id());
    return answered(begun, false, caller);
  }

  private Response answered(Begun begun, boolean mustChange, SecurityContext caller) {
    Account account = begun.account();
    Told told =
        new Told(
            account.name(),
            account.shownName(),
            account.role(),
            begun.token().csrf(),
            mustChange,
            settings.idle().toSeconds(),
            begun.endsAt());
    return Response.ok(told)
        .header(HttpHeaders.SET_COOKIE, SessionCookie.of(begun.token(), isSecure(caller)))
        .build();
  }

  private boolean isSecure(SecurityContext caller) {
    return settings.secure() || caller.isSecure();
  }

  /** The session's token, when it is the session by which the request was let in. */
  private static Optional<SessionToken> token(@Nullable String cookie, SecurityContext caller) {
    return caller.getUserPrincipal() instanceof ApiClient client && !client.isProgram()
        ? SessionToken.parse(cookie)
        : Optional.empty();
  }

  private static String typed(@Nullable String text, String what, int longest) {
    if (text == null || text.isEmpty()) {
      throw Refusals.invalid("Bitte geben Sie " + what + " ein.");
    }
    if (text.length() > longest) {
      throw Refusals.invalid("Bitte prüfen Sie " + what + ": Es sind zu viele Zeichen.");
    }
    return text;
  }

  private static String id(@Nullable String request) {
    return request == null ? "" : request;
  }
}
