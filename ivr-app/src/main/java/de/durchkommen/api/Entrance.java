package de.durchkommen.api;

import de.durchkommen.api.Bulkheads.Place;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What every request to the API passes first: who is it, is there room for it, is its body small
 * enough. A filter of the servlet, which sees the whole of a request, from its first byte to the
 * last one of its answer; so a place is given back in any case. An answer that goes on when the
 * request has been dealt with (live events) takes none.
 *
 * <p>Whoever shows no key of this API may come in another way, as people do ({@link WayIn}). A
 * request without either goes on as nobody's: {@link Doors} lets it into those resources only that
 * check themselves who is calling.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class Entrance extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "bearer ";
  private static final String OURS = "dk_";

  private transient KnownClients clients;
  private transient Bulkheads bulkheads;
  private transient RandomGenerator random;
  private transient WayIn people;

  /** For the servlet container, which then calls {@link #begin}. */
  @SuppressWarnings("NullAway")
  public Entrance() {}

  @Inject
  void begin(KnownClients clients, Bulkheads bulkheads, RandomGenerator random, WayIn people) {
    this.clients = clients;
    this.bulkheads = bulkheads;
    this.random = random;
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = RequestId.of(request.getHeader(RequestId.HEADER), random);
    response.setHeader(RequestId.HEADER, id);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      admitted(new ApiRequest(request, id), response, chain);
    } catch (Problem problem) {
      answer(response, problem);
    } catch (RuntimeException | ServletException e) {
      answer(response, Unforeseen.told(e, RequestId.drawn(random)));
    }
  }

  private void admitted(ApiRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.refuseLargeBody();
    Optional<String> shown = shown(request.getHeader("Authorization"));
    if (shown.isPresent()) {
      byKey(shown.get(), request, response, chain);
      return;
    }
    Optional<WayIn.Admitted> somebody = people.admitted(request);
    if (somebody.isPresent()) {
      placed(somebody.get().client(), somebody.get().mostAtOnce(), request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void byKey(
      String shown, ApiRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Admission admission =
        ApiKey.parse(shown).map(clients::admission).orElseGet(Admission.Refused::new);
    switch (admission) {
      case Admission.Refused() -> throw refused();
      case Admission.Unknown(String why) -> throw Problem.unknown(why);
      case Admission.Admitted(ApiClient client, int most) ->
          placed(client, most, request, response, chain);
    }
  }

  private void placed(
      ApiClient client,
      int most,
      ApiRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    try (Place _ = bulkheads.place(client, most).orElseThrow(Entrance::tooMany)) {
      chain.doFilter(request.of(client), response);
    }
  }

  /** The key of this API that a request shows; empty when it shows none, or another token. */
  private static Optional<String> shown(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> token.startsWith(OURS));
  }

  /** 401, the same for all who are not let in. */
  static Problem refused() {
    return new Problem(
        401,
        "unauthorized",
        "Who is asking is not known",
        "Send an API key that is in force: Authorization: Bearer dk_<client>_<secret>, or log in"
            + " as a person: POST /api/v1/session");
  }

  private static Problem tooMany() {
    return new Problem(
        429,
        "too-many-requests",
        "Too many requests at once",
        "This client has as many requests under way as it may. Wait for their answers.",
        Map.of(Problem.RETRY_AFTER, ApiLimits.AGAIN_SECONDS));
  }

  private static void answer(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      throw new IOException("The answer was cut off");
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(ProblemAnswer.TYPE);
    ProblemAnswer.headers(problem).forEach(response::setHeader);
    response.getOutputStream().write(ProblemAnswer.bytes(problem));
  }
}
