package de.durchkommen.account;

import de.durchkommen.account.Sessions.Live;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Standing;
import de.durchkommen.api.WayIn;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in by the cookie of their session.
 *
 * <p>A browser sends the cookie by itself, so whoever makes it send a request could use it. Against
 * that stand the cookie's own {@code SameSite=Strict} and, for all that is not only looked at, two
 * checks here: the page that asks is ours ({@code Sec-Fetch-Site}, {@code Origin}), and it knows
 * the session's CSRF token, which the login answered.
 */
@Dependent
class SessionDoor implements WayIn, Standing {
  /** Where the token stands. */
  static final String CSRF = "X-CSRF-Token";

  private static final String SESSION = "/api/v1/session";
  private static final Set<String> BEFORE_A_CHANGE = Set.of(SESSION, SESSION + "/password");

  /** What a page asks for by itself again and again, whether anybody sits before it or not. */
  private static final Set<String> NO_USE = Set.of("/api/v1/events");

  private static final Set<String> LOOKING = Set.of("GET", "HEAD");
  private static final Set<String> OUR_SITES = Set.of("same-origin", "none");

  private final WebSql web;
  private final SessionSettings settings;
  private final Clock clock;

  @Inject
  SessionDoor(@ForWeb Database database, SessionSettings settings, Clock clock) {
    this.web = new WebSql(database);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Optional<Admitted> admitted(HttpServletRequest request) {
    String path = path(request);
    boolean looking = LOOKING.contains(request.getMethod());
    boolean login = path.equals(SESSION) && request.getMethod().equals("POST");
    Optional<SessionToken> token = token(request);
    if (!looking && (login || token.isPresent())) {
      refuseForeign(request);
    }
    Optional<Live> session = token.flatMap(NO_USE.contains(path) ? this::live : this::used);
    session.ifPresent(live -> {
      if (!looking && !login && !knowsToken(request, live)) {
        throw Refusals.withoutToken();
      }
      if (live.mustChange() && !BEFORE_A_CHANGE.contains(path)) {
        throw Refusals.mustChange();
      }
    });
    return session.map(live -> new Admitted(live.client(), AccountLimits.REQUESTS_AT_ONCE));
  }

  @Override
  public Supplier<Optional<ApiClient>> of(HttpServletRequest request) {
    Optional<SessionToken> token = token(request);
    return () -> token.flatMap(this::live).filter(live -> !live.mustChange()).map(Live::client);
  }

  private Optional<Live> live(SessionToken token) {
    return web.ask(sql -> new Sessions(sql, settings.idle()).live(token, AccountLimits.now(clock)));
  }

  private Optional<Live> used(SessionToken token) {
    Instant now = AccountLimits.now(clock);
    return web.ask(sql -> {
      Sessions sessions = new Sessions(sql, settings.idle());
      Optional<Live> session = sessions.live(token, now);
      session.ifPresent(live -> sessions.used(token, live, now));
      return session;
    });
  }

  /** What the address says behind host and port, as resources are found by it. */
  private static String path(HttpServletRequest request) {
    return Stream.of(request.getServletPath(), request.getPathInfo())
        .map(part -> part == null ? "" : part)
        .reduce("", String::concat);
  }

  private static Optional<SessionToken> token(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
            .flatMap(cookie -> SessionToken.parse(cookie.getValue()).stream())
            .findFirst();
  }

  private static boolean knowsToken(HttpServletRequest request, Live session) {
    @Nullable String given = request.getHeader(CSRF);
    return given != null && MessageDigest.isEqual(SessionToken.csrfHash(given), session.csrfHash());
  }

  /** Programs that are no browsers send neither of the two, and have no cookies of others. */
  private static void refuseForeign(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader("Origin");
    if ((site != null && !OUR_SITES.contains(site))
        || (origin != null && !isOurs(origin, host(request)))) {
      throw Refusals.foreign();
    }
  }

  /** What the browser thinks it talks to; HTTP/2 may have no such header. */
  private static String host(HttpServletRequest request) {
    @Nullable String host = request.getHeader("Host");
    return host != null ? host : request.getServerName() + ":" + request.getServerPort();
  }

  /** By host and port: whether it came by TLS is known to the proxy in front of us only. */
  private static boolean isOurs(String origin, String host) {
    try {
      @Nullable String authority = new URI(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
