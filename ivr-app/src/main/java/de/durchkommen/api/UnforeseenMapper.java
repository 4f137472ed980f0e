package de.durchkommen.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.random.RandomGenerator;

/** Everything else that a resource throws: a bug. */
@Provider
@Dependent
public class UnforeseenMapper implements ExceptionMapper<Throwable> {
  private final RandomGenerator random;

  @Inject
  UnforeseenMapper(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public Response toResponse(Throwable e) {
    return ProblemAnswer.of(Unforeseen.told(e, RequestId.drawn(random)));
  }
}
