package de.durchkommen.agent;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.api.Allowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The own seat: each request may be sent again, and answers all that the desk shows. */
@Path("v1/desk/seat")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class SeatResource {
  private final DeskSql desk;
  private final DeskView view;
  private final SeatDesk seats;

  @Inject
  SeatResource(DeskSql desk, DeskView view, SeatDesk seats) {
    this.desk = desk;
    this.view = view;
    this.seats = seats;
  }

  /** Which telephone. */
  public record Place(@Nullable String phone) {}

  /** Why there is a pause: BREAK, LUNCH, MEETING, TRAINING or OTHER. */
  public record Rest(@Nullable String reason) {}

  /** Signs in. */
  @PUT
  @Operation(summary = "Sign in with a telephone")
  public DeskState signIn(@Context SecurityContext caller, @Nullable Place place) {
    @Nullable String phone = place == null ? null : place.phone();
    if (phone == null || !AgentPhone.NAME.matcher(phone).matches()) {
      throw DeskRefusals.invalid("Bitte geben Sie in phone den Namen eines Telefons an.");
    }
    return done(caller, (own, account) -> own.signIn(account, phone));
  }

  /** Signs out. */
  @DELETE
  @Operation(summary = "Sign out; not while the telephone rings or in a talk")
  public DeskState signOut(@Context SecurityContext caller) {
    return done(caller, SeatDesk::signOut);
  }

  /** Ready. */
  @POST
  @Path("ready")
  @Operation(summary = "The next caller may come; in a talk: no pause after it")
  public DeskState ready(@Context SecurityContext caller) {
    return done(caller, SeatDesk::ready);
  }

  /** Not ready. */
  @POST
  @Path("pause")
  @Operation(summary = "No caller may come; in a talk: a pause after it")
  public DeskState pause(@Context SecurityContext caller, @Nullable Rest rest) {
    PauseReason why =
        Arrays.stream(PauseReason.values())
            .filter(PauseReason::isChosen)
            .filter(reason -> rest != null && reason.name().equals(rest.reason()))
            .findFirst()
            .orElseThrow(() ->
                DeskRefusals.invalid(
                    "reason muss BREAK, LUNCH, MEETING, TRAINING oder OTHER sein."));
    return done(caller, (own, account) -> own.pause(account, why));
  }

  private DeskState done(SecurityContext caller, ObjLongConsumer<SeatDesk> change) {
    AgentAccount own = desk.ask(book -> AgentAccount.of(book.sql(), caller));
    change.accept(seats, own.id());
    return desk.ask(book -> view.state(book.sql(), own, desk.now()));
  }
}
