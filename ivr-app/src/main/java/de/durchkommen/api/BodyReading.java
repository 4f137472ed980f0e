package de.durchkommen.api;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that cannot be read is the client's error, whatever the reader throws. */
@Provider
public class BodyReading implements ReaderInterceptor {
  private static final int MOST_CAUSES = 20;

  /** For the container. */
  public BodyReading() {}

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (Problem | WebApplicationException e) {
      throw e;
    } catch (ProcessingException | IllegalArgumentException | IllegalStateException e) {
      throw problem(e);
    }
  }

  /** The body's own when it was too large, which readers wrap. */
  private static Problem problem(RuntimeException thrown) {
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return Problem.invalid(
        "The body is not the JSON that is expected here; look at /openapi for its members.");
  }
}
