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
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The own talk, on the line and on paper. Each request answers all that the desk shows. */
@Path("v1/desk/talk")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class TalkResource {
  private final DeskSql desk;
  private final DeskView view;
  private final TalkDesk talks;
  private final Transfers transfers;

  @Inject
  TalkResource(DeskSql desk, DeskView view, TalkDesk talks, Transfers transfers) {
    this.desk = desk;
    this.view = view;
    this.talks = talks;
    this.transfers = transfers;
  }

  /** Where self-service goes on: termine, buchen, verschieben or warteliste. */
  public record Point(@Nullable String point) {}

  /**
   * Another agent.
   *
   * @param to the account's name
   * @param ask whether they are asked first, while the caller hears music
   */
  public record Target(@Nullable String to, @Nullable Boolean ask) {}

  /** In which language an interpreter is needed. */
  @Schema(name = "WantedInterpreter")
  public record Wanted(@Nullable String language) {}

  /** What is to be remembered, up to 1,000 characters. */
  public record Note(@Nullable String note) {}

  /**
   * What became of it.
   *
   * @param code a {@link WrapCode}
   * @param note when it is left out the earlier one stays
   */
  public record Wrap(@Nullable String code, @Nullable String note) {}

  /** Music. */
  @POST
  @Path("hold")
  @Operation(summary = "The caller hears music")
  public DeskState hold(@Context SecurityContext caller) {
    return done(caller, account -> talks.hold(account, true));
  }

  /** No music. */
  @POST
  @Path("resume")
  @Operation(summary = "The caller is back from the music")
  public DeskState resume(@Context SecurityContext caller) {
    return done(caller, account -> talks.hold(account, false));
  }

  /** Back to self-service. */
  @POST
  @Path("back")
  @Operation(summary = "The caller goes back to self-service at a point of it")
  public DeskState back(@Context SecurityContext caller, @Nullable Point sent) {
    @Nullable String point = sent == null ? null : sent.point();
    if (point == null || !DeskView.POINTS.contains(point)) {
      throw DeskRefusals.invalid(
          "point muss " + String.join(", ", DeskView.POINTS) + " sein: eines davon.");
    }
    return done(caller, account -> talks.back(account, point));
  }

  /** The end. */
  @POST
  @Path("end")
  @Operation(summary = "The talk is over; the caller is told good-bye")
  public DeskState end(@Context SecurityContext caller) {
    return done(caller, talks::end);
  }

  /** To another agent. */
  @POST
  @Path("transfer")
  @Operation(summary = "The caller goes to another agent who is ready, or that one is asked first")
  public DeskState transfer(@Context SecurityContext caller, @Nullable Target target) {
    @Nullable String to = target == null ? null : target.to();
    if (target == null || to == null || to.isEmpty()) {
      throw DeskRefusals.invalid("Bitte geben Sie in to an, zu wem.");
    }
    boolean ask = Boolean.TRUE.equals(target.ask());
    return done(
        caller,
        account -> {
          if (ask) {
            transfers.ask(account, to);
          } else {
            transfers.blind(account, to);
          }
        });
  }

  /** The caller stays with whoever was asked. */
  @POST
  @Path("transfer/completion")
  @Operation(summary = "The caller stays with whoever was asked")
  public DeskState complete(@Context SecurityContext caller) {
    return done(caller, transfers::complete);
  }

  /** All three. */
  @POST
  @Path("transfer/conference")
  @Operation(summary = "Caller, agent and whoever was asked hear each other")
  public DeskState conference(@Context SecurityContext caller) {
    return done(caller, transfers::conference);
  }

  /** Nobody is asked any more. */
  @DELETE
  @Path("transfer")
  @Operation(summary = "Nobody is asked any more; the caller is back")
  public DeskState cancel(@Context SecurityContext caller) {
    return done(caller, transfers::cancel);
  }

  /** An interpreter. */
  @POST
  @Path("interpreter")
  @Operation(summary = "An interpreter is rung into the talk")
  public DeskState interpreter(@Context SecurityContext caller, @Nullable Wanted wanted) {
    @Nullable String language = wanted == null ? null : wanted.language();
    if (language == null || !language.matches("[a-z]{2}")) {
      throw DeskRefusals.invalid("language muss aus zwei kleinen Buchstaben bestehen.");
    }
    return done(caller, account -> talks.interpreter(account, language));
  }

  /** A note. */
  @PUT
  @Path("note")
  @Operation(summary = "What is to be remembered of the talk, or of the one just over")
  public DeskState note(@Context SecurityContext caller, @Nullable Note sent) {
    @Nullable String note = sent == null ? null : sent.note();
    if (note == null) {
      throw DeskRefusals.invalid("note fehlt.");
    }
    checked(note);
    return done(caller, account -> talks.note(account, note));
  }

  /** All is written down. */
  @POST
  @Path("wrap")
  @Operation(summary = "What became of the talk; the next caller may come")
  public DeskState wrap(@Context SecurityContext caller, @Nullable Wrap sent) {
    WrapCode code =
        Arrays.stream(WrapCode.values())
            .filter(one -> sent != null && one.name().equals(sent.code()))
            .findFirst()
            .orElseThrow(() ->
                DeskRefusals.invalid(
                    "code muss einer der Werte sein, die der Zustand des Platzes nennt."));
    @Nullable String note = sent == null ? null : sent.note();
    if (note != null) {
      checked(note);
    }
    return done(caller, account -> talks.wrap(account, code, note));
  }

  private static void checked(String note) {
    if (note.length() > AgentLimits.LONGEST_NOTE) {
      throw DeskRefusals.invalid(
          "note darf höchstens " + AgentLimits.LONGEST_NOTE + " Zeichen haben.");
    }
  }

  private DeskState done(SecurityContext caller, LongConsumer change) {
    AgentAccount own = desk.ask(book -> AgentAccount.of(book.sql(), caller));
    change.accept(own.id());
    return desk.ask(book -> view.state(book.sql(), own, desk.now()));
  }
}
