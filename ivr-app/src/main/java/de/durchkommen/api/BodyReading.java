package de.durchkommen.api;

import jakarta.json.JsonException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A body is read by {@link SoundJson} first. One that cannot be read is the client's error,
 * whatever the reader throws. So are an empty one and the {@code null} of JSON, where a resource
 * takes a body.
 */
@Provider
public class BodyReading implements ReaderInterceptor {
  private static final int MOST_CAUSES = 20;

  /** For the container. */
  public BodyReading() {}

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    @Nullable Object body;
    try {
      lookedThrough(context);
      body = context.proceed();
    } catch (Problem e) {
      throw e;
    } catch (NoContentException e) {
      throw unexpected();
    } catch (ProcessingException
        | BadRequestException
        | JsonException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw problem(e);
    }
    if (body == null) {
      throw unexpected();
    }
    return body;
  }

  /** All but files is JSON here, and was limited before. */
  private static void lookedThrough(ReaderInterceptorContext context) throws IOException {
    @Nullable MediaType type = context.getMediaType();
    if (type == null || !ApiLimits.isFile(type.getType() + "/" + type.getSubtype())) {
      byte[] body = context.getInputStream().readAllBytes();
      if (body.length > 0) {
        SoundJson.check(body);
      }
      context.setInputStream(new ByteArrayInputStream(body));
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
    return unexpected();
  }

  private static Problem unexpected() {
    return Problem.invalid(
        "The body is not what is expected here; look at /openapi for its type and members.");
  }
}
