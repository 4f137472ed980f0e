package de.durchkommen.desk;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.agent.CallerAtHand.Hand;
import de.durchkommen.agent.CallerAtHand.How;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.booking.AppointmentPair;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.LookUp;
import de.durchkommen.database.ForWeb;
import de.durchkommen.portal.Identification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who the caller is. */
@Path("v1/desk/caller")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class CallerResource {
  private final CallerAtHand callers;
  private final Identification identification;
  private final Questions questions;
  private final BookingDesk booking;
  private final Letters letters;
  private final Clock clock;

  @Inject
  CallerResource(
      CallerAtHand callers,
      Identification identification,
      Questions questions,
      @ForWeb BookingDesk booking,
      Letters letters,
      Clock clock) {
    this.callers = callers;
    this.identification = identification;
    this.questions = questions;
    this.booking = booking;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * The caller.
   *
   * @param name null when the invitation had none
   * @param language in which the letter was written
   * @param appointments null when nothing is booked
   */
  @Schema(name = "CallerAtHand")
  public record Told(
      @Nullable String name,
      LocalDate birthDate,
      String postcode,
      String language,
      @Nullable AppointmentPair appointments) {
    /** Without what is personal: it does not belong in logs. */
    @Override
    public String toString() {
      return "Told[…]";
    }
  }

  /**
   * What the caller says of themselves: code and birth date, or name, birth date and postcode.
   *
   * @param code ten digits of the letter
   * @param name first name and surname
   */
  public record Said(
      @Nullable String code,
      @Nullable String birthDate,
      @Nullable String name,
      @Nullable String postcode)
      implements Identification.Claim {
    /** An agent does not say whom they mean. */
    @Override
    public @Nullable Long person() {
      return null;
    }

    /** Without what is personal. */
    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /** Who it is, and what is booked. */
  @GET
  @Operation(summary = "Who the caller is and what is booked for them; also while it rings")
  public Told told(
      @Context SecurityContext caller, @HeaderParam(RequestId.HEADER) @Nullable String requestId) {
    Hand hand = callers.shown(caller);
    return told(hand, hand.known(), requestId);
  }

  /** Finds out who it is. */
  @POST
  @Path("identification")
  @Operation(
      summary = "Who the caller is, by the code of the letter or by questions",
      description =
          "Wrong answers lock as wrong codes do: five in a row in one call, twenty in a row of one"
              + " agent.")
  public Told identified(
      @Context SecurityContext caller,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Said said) {
    if (said == null) {
      throw Problem.invalid(
          "The body is missing: send code and birthDate, or name, birthDate and" + " postcode");
    }
    Hand hand = callers.served(caller);
    if (said.code() == null) {
      return told(hand, questions.asked(caller, said, requestId), requestId);
    }
    long person = identification.person(ApiClient.of(caller), said);
    callers.within(
        caller,
        (sql, now) -> {
          callers.identified(sql, now, person, How.CODE);
          callers.audit(sql, now, "CALLER_IDENTIFIED_BY_CODE", clock.instant(), requestId);
          return true;
        });
    return told(hand, person, requestId);
  }

  private Told told(Hand hand, long person, @Nullable String requestId) {
    Instant now = clock.instant();
    Letters.Letter letter =
        letters.of(person, sql -> callers.audit(sql, hand, "CALLER_SHOWN", now, requestId));
    @Nullable AppointmentPair appointments =
        switch (booking.appointments(person)) {
          case LookUp.Found(AppointmentPair pair) -> pair;
          case LookUp.NothingBooked() -> null;
          case LookUp.Unknown(String why) -> throw Problem.unknown(why);
        };
    return new Told(
        letter.name(), letter.birthDate(), letter.postcode(), letter.language(), appointments);
  }
}
