package de.durchkommen.desk;

import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.agent.CallerAtHand.How;
import de.durchkommen.api.Problem;
import de.durchkommen.desk.CallerResource.Said;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.Person;
import de.durchkommen.identity.QuestionDesk;
import de.durchkommen.identity.QuestionDesk.Answers;
import de.durchkommen.portal.Identification;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a caller without a code is. Each try is in the audit, whatever comes of it. */
@Dependent
class Questions {
  private static final Pattern POSTCODE = Pattern.compile("[0-9]{5}");

  /** No control characters; two characters at least, as in the shortest names. */
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{2,100}");

  private final CallerAtHand callers;
  private final Identification identification;
  private final Clock clock;

  @Inject
  Questions(CallerAtHand callers, Identification identification, Clock clock) {
    this.callers = callers;
    this.identification = identification;
    this.clock = clock;
  }

  /**
   * The person whom these answers fit.
   *
   * @throws Problem when there is none, or too many answers were wrong
   */
  long asked(SecurityContext caller, Said said, @Nullable String requestId) {
    Answers answers = answers(said);
    Instant now = clock.instant();
    IdentityOutcome outcome =
        callers.within(
            caller,
            (sql, hand) -> {
              IdentityOutcome found =
                  new QuestionDesk(sql, now).identify(answers, hand.callId(), hand.client());
              if (found instanceof IdentityOutcome.Identified(Person person)) {
                callers.identified(sql, hand, person.id(), How.QUESTIONS);
              }
              callers.audit(sql, hand, action(found), now, requestId);
              return found;
            });
    return switch (outcome) {
      case IdentityOutcome.Identified(Person person) -> person.id();
      case IdentityOutcome.NoMatch() ->
          throw new Problem(
              403,
              "no-match",
              "These answers fit nobody who was invited",
              "Ask again, and check the spelling. Five wrong tries in a row lock this call.");
      case IdentityOutcome.Locked(Instant until) ->
          throw new Problem(
              423,
              "locked",
              "Too many answers were wrong",
              "Who this is cannot be found out by questions before the time in until.",
              Map.of("until", until.toString()));
      case IdentityOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  private static String action(IdentityOutcome outcome) {
    return switch (outcome) {
      case IdentityOutcome.Identified _ -> "CALLER_IDENTIFIED_BY_QUESTIONS";
      case IdentityOutcome.NoMatch _, IdentityOutcome.Unknown _ -> "CALLER_NOT_IDENTIFIED";
      case IdentityOutcome.Locked _ -> "CALLER_QUESTIONS_LOCKED";
    };
  }

  private Answers answers(Said said) {
    @Nullable String name = said.name();
    if (name == null || !NAME.matcher(name).matches()) {
      throw Problem.invalid("name has to be 2 to 100 characters");
    }
    @Nullable String postcode = said.postcode();
    if (postcode == null || !POSTCODE.matcher(postcode).matches()) {
      throw Problem.invalid("postcode has to be five digits");
    }
    return new Answers(name, identification.birthDate(said.birthDate()), postcode);
  }
}
