package de.durchkommen.live;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.api.Standing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The stream of a browser. */
@Path("v1/events")
@Dependent
@Allowed({Role.AGENT, Role.SUPERVISOR})
@Tag(name = "live")
public class EventsResource {
  private final LiveEvents events;
  private final Standing standing;

  @Inject
  EventsResource(LiveEvents events, Standing standing) {
    this.events = events;
    this.standing = standing;
  }

  /** Opens it; it goes on until the session ends or the browser goes. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Live events of somebody who is logged in, as text/event-stream",
      description =
          "First comes hello, then each state as it is now, then what happens. beat comes every 15"
              + " seconds, end with a reason before the server closes it. An account has 4 streams"
              + " at most; the oldest one ends for a further one. Last-Event-ID or after: the last"
              + " id that was seen; what was told in the last minute after it is told again.")
  public void listen(
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String last,
      @QueryParam("after") @Nullable String after,
      @Context SecurityContext caller,
      @Context HttpServletRequest request,
      @Context SseEventSink sink,
      @Context Sse sse) {
    ApiClient client = ApiClient.of(caller);
    if (client.isProgram()) {
      throw new Problem(
          403, "people-only", "Only for people", "Log in as a person: POST /api/v1/session");
    }
    events.join(
        new Connection(client, standing.of(request), new SseWire(sse, sink)),
        EventId.parse(last == null ? after : last));
  }
}
