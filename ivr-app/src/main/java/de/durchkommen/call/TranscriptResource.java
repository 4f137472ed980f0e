package de.durchkommen.call;

import de.durchkommen.api.OwnCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a call, while it goes on: for the test telephone. Open only to who knows the
 * token in {@code durchkommen.api.token}, and to nobody when there is none.
 */
@Path("calls")
@Dependent
@OwnCheck
public class TranscriptResource {
  private final CallJournal journal;
  private final Optional<String> token;

  /** Takes where transcripts are and the token that opens them. */
  @Inject
  public TranscriptResource(
      CallJournal journal, @ConfigProperty(name = "durchkommen.api.token") Optional<String> token) {
    this.journal = journal;
    this.token = token;
  }

  /**
   * A transcript from a line on.
   *
   * @param lines the lines, oldest first
   * @param outcome how the call ended; null while it goes on
   */
  public record Excerpt(List<Transcript.Line> lines, @Nullable String outcome) {}

  /** The lines of a call from this one on. */
  @GET
  @Path("{call}/transcript")
  @Produces(MediaType.APPLICATION_JSON)
  public Excerpt transcript(
      @PathParam("call") String call,
      @QueryParam("from") @DefaultValue("0") int from,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    if (token.isEmpty() || !same("Bearer " + token.get(), authorization)) {
      throw new NotAuthorizedException("Bearer");
    }
    Transcript transcript = journal.transcript(call).orElseThrow(NotFoundException::new);
    // The outcome first: lines that are noted after it was read do not go missing.
    String outcome = transcript.outcome().map(Outcome::line).orElse(null);
    return new Excerpt(transcript.lines(from), outcome);
  }

  private static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
