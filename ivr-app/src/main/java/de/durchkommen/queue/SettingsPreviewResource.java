package de.durchkommen.queue;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What settings would do, before they are in force; changes nothing. */
@Path("v1/queue/settings/preview")
@Dependent
@Allowed(Role.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "waiting room")
public class SettingsPreviewResource {
  private final WebSql web;
  private final Function<QueueKind, Optional<RoomGlance>> rooms;
  private final Clock clock;
  private final QueueSettings initial;

  @Inject
  SettingsPreviewResource(
      @ForWeb Database database, RoomGlances rooms, Clock clock, Config config) {
    this(database, rooms::of, clock, RunningRoom.initial(config));
  }

  SettingsPreviewResource(
      Database database,
      Function<QueueKind, Optional<RoomGlance>> rooms,
      Clock clock,
      QueueSettings initial) {
    this.web = new WebSql(database);
    this.rooms = rooms;
    this.clock = clock;
    this.initial = initial;
  }

  /**
   * What they would do.
   *
   * @param version that is in force now
   * @param outdated whether that is another one than the one they are based on
   * @param waiting who waits for the dialogue and is told by them from then on; null when nobody
   *     can tell
   * @param waitingForPeople the same of those who wait for a person
   * @param callbacks who waits to be called back, in both queues
   * @param open whether the line would be open now
   * @param closes until when; null while it would be shut, and when it never closes
   * @param opens when it would open; null while it would be open, and when it does not within a
   *     year
   */
  public record Preview(
      long version,
      boolean outdated,
      @Nullable Integer waiting,
      @Nullable Integer waitingForPeople,
      int callbacks,
      boolean open,
      @Nullable Instant closes,
      @Nullable Instant opens) {}

  /** Tells it; what cannot be is refused as by the change itself. */
  @POST
  @Operation(
      summary = "What these settings would do now: for how many, and whether the line is open",
      description = "Takes what PUT queue/settings takes; a reason is not needed.")
  public Preview preview(SettingsResource.@Nullable Wanted wanted) {
    SettingsResource.Wanted given = SettingsForm.present(wanted, "settings");
    long basedOn = SettingsForm.present(given.basedOn(), "basedOn");
    QueueSettings settings = SettingsForm.present(given.settings(), "settings").settings();
    long version = web.ask(sql -> new SettingsDesk(sql).current(initial)).number();
    Optional<RoomGlance> selfService = rooms.apply(QueueKind.SELF_SERVICE);
    Optional<RoomGlance> people = rooms.apply(QueueKind.PEOPLE);
    int callbacks = callbacks(selfService) + callbacks(people);
    OpeningHours.State then = settings.hours().at(clock.instant());
    return new Preview(
        version,
        version != basedOn,
        selfService.map(RoomGlance::waitingAll).orElse(null),
        people.map(RoomGlance::waitingAll).orElse(null),
        callbacks,
        then instanceof OpeningHours.State.Open,
        then instanceof OpeningHours.State.Open(Instant until) ? known(until) : null,
        then instanceof OpeningHours.State.Shut(Instant opens) ? known(opens) : null);
  }

  private static int callbacks(Optional<RoomGlance> room) {
    return room.map(known -> known.callbacks() + known.ringing()).orElse(0);
  }

  private static @Nullable Instant known(Instant moment) {
    return moment.isBefore(Instant.MAX) ? moment : null;
  }
}
