package de.durchkommen.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Problems that resources throw. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {
  /** For the container. */
  public ProblemMapper() {}

  @Override
  public Response toResponse(Problem problem) {
    return ProblemAnswer.of(problem);
  }
}
