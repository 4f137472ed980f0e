package de.durchkommen.announcement;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.queue.QueueKind;
import de.durchkommen.queue.RoomGlance;
import de.durchkommen.queue.RoomGlances;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who would hear an announcement, and for how long; changes nothing. */
@Path("v1/announcements/{id}/preview")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
public class AnnouncementPreviewResource {
  private final AnnouncementDesk desk;
  private final Function<QueueKind, Optional<RoomGlance>> rooms;

  @Inject
  AnnouncementPreviewResource(AnnouncementDesk desk, RoomGlances rooms) {
    this(desk, rooms::of);
  }

  AnnouncementPreviewResource(
      AnnouncementDesk desk, Function<QueueKind, Optional<RoomGlance>> rooms) {
    this.desk = desk;
    this.rooms = rooms;
  }

  /** Tells it. */
  @GET
  @Operation(summary = "What publishing an announcement would do")
  public Told.Preview preview(@PathParam("id") long id) {
    Instant now = desk.clock().instant();
    Announcement one = desk.of(id);
    List<Announcement> open = desk.rows(rows -> rows.open(now));
    return new Told.Preview(
        one.number(),
        one.standing(now),
        waiting(QueueKind.SELF_SERVICE),
        waiting(QueueKind.PEOPLE),
        seconds(one),
        AnnouncementDesk.LONGEST_SPEECH.toSeconds(),
        Told.missing(one, desk.offered()),
        open.stream()
            .filter(other -> other.id() != id && other.isAhead(now))
            .filter(other -> other.content().span().overlaps(one.content().span()))
            .map(Told::other)
            .toList());
  }

  private @Nullable Integer waiting(QueueKind kind) {
    return rooms.apply(kind).map(RoomGlance::waitingAll).orElse(null);
  }

  private Map<String, Double> seconds(Announcement one) {
    Map<String, Double> seconds = new TreeMap<>();
    for (Words words : one.content().words()) {
      try {
        seconds.put(words.language(), desk.speech(words).toMillis() / 1_000.0);
      } catch (Problem mute) {
        // Publishing says which voice is missing.
      }
    }
    return seconds;
  }
}
