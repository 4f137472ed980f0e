package de.durchkommen.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the protocol has errors for: no such path, not this method, not this type. */
@Provider
public class ProtocolErrorMapper implements ExceptionMapper<WebApplicationException> {
  private static final int FIRST_ERROR = 400;
  private static final int NOT_FOUND = 404;
  private static final Map<Integer, String> DETAILS =
      Map.of(
          401, "Send a token that this resource takes.",
          404, "Look at /openapi for the paths that there are.",
          405, "Look at the header Allow for the methods that there are.",
          406, "Look at /openapi for the types that this can be sent in.",
          415, "Look at /openapi for the types that this can be read from.");

  /** Headers that say how to do it right. */
  private static final List<String> KEPT =
      List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

  /** For the container. */
  public ProtocolErrorMapper() {}

  @Override
  public Response toResponse(WebApplicationException e) {
    Response told = e.getResponse();
    if (told.getStatus() < FIRST_ERROR) {
      return told;
    }
    // A parameter that is no number is told so by the standard, too.
    Problem problem =
        told.getStatus() == NOT_FOUND && e.getCause() != null
            ? Problem.invalid("A parameter has not the form that it needs; look at /openapi.")
            : problem(told.getStatusInfo());
    Response.ResponseBuilder answer = Response.fromResponse(ProblemAnswer.of(problem));
    for (String header : KEPT) {
      if (told.getHeaderString(header) != null) {
        answer.header(header, null).header(header, told.getHeaderString(header));
      }
    }
    return answer.build();
  }

  private static Problem problem(Response.StatusType status) {
    String title = status.getReasonPhrase();
    return new Problem(
        status.getStatusCode(),
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
        title,
        DETAILS.getOrDefault(status.getStatusCode(), title + "."));
  }
}
