package de.durchkommen.recording;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.agent.CallerAtHand.Hand;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.RequestId;
import de.durchkommen.database.Sql;
import de.durchkommen.recording.RecordingRows.Why;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The caller takes the yes back (GDPR, article 7 (3)), and says so to the agent: what was recorded
 * is deleted at once (article 17), and nothing more is in this call.
 */
@Path("v1/desk/talk/recording")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class RevocationResource {
  private static final String REVOKED =
      "UPDATE recording_consent SET revoked_at = ?"
          + " WHERE call_id = ? AND answer = 'YES' AND revoked_at IS NULL";

  private static final String OF_CALL = "r.call_id = ?";

  private static final String OF_PERSON =
      "(r.call_id = ? OR r.person = ? OR r.talk IN (SELECT id FROM talk WHERE person = ?))";

  private final CallerAtHand callers;
  private final RecordingUpkeep upkeep;
  private final Clock clock;

  @Inject
  RevocationResource(CallerAtHand callers, RecordingUpkeep upkeep, Clock clock) {
    this.callers = callers;
    this.upkeep = upkeep;
    this.clock = clock;
  }

  /** How many recordings were deleted. */
  public record Deleted(int deleted) {}

  /** Deletes them. */
  @DELETE
  @Operation(
      summary = "The caller takes the consent back: what was recorded is deleted",
      description =
          "What was recorded in this call; with all=true all recordings of the person, who has to"
              + " be identified. In the talk, or while it is written down.")
  public Deleted revoked(
      @QueryParam("all") @DefaultValue("false") boolean all,
      @HeaderParam(RequestId.HEADER) @Nullable String request,
      @Context SecurityContext caller) {
    int deleted = callers.within(caller, (sql, hand) -> revoked(sql, hand, all, request));
    upkeep.tick();
    return new Deleted(deleted);
  }

  private int revoked(Sql sql, Hand hand, boolean all, @Nullable String request) {
    Instant now = RecordingLimits.now(clock);
    sql.update(REVOKED, List.of(now, hand.callId()));
    RecordingRows rows = new RecordingRows(sql, now);
    List<Object> values =
        all ? List.of(hand.callId(), hand.known(), hand.known()) : List.of(hand.callId());
    String which = all ? OF_PERSON : OF_CALL;
    int deleted = 0;
    for (int some = rows.deleted(which, values, Why.REVOKED);
        some > 0;
        some = rows.deleted(which, values, Why.REVOKED)) {
      deleted += some;
    }
    callers.audit(sql, hand, "RECORDING_REVOKED", now, request);
    return deleted;
  }
}
