package de.durchkommen.call;

import static de.durchkommen.call.Prompts.BIRTH_DATE;
import static de.durchkommen.call.Prompts.BIRTH_DATE_NOT_UNDERSTOOD;
import static de.durchkommen.call.Prompts.BIRTH_DATE_SHORT;
import static de.durchkommen.call.Prompts.CODE;
import static de.durchkommen.call.Prompts.CODE_LENGTH;
import static de.durchkommen.call.Prompts.CODE_MISKEYED;
import static de.durchkommen.call.Prompts.CODE_SHORT;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import de.durchkommen.prompt.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks for code and birth date until somebody is known, or leads to a person. */
final class Identification {
  /** Wrong codes or dates in one call before a person is called. */
  static final int MAX_TRIES = 3;

  /** What somebody keys who has no letter. */
  private static final String NO_LETTER = "2";

  private static final DateTimeFormatter KEYED_DATE =
      DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final Conversation talk;
  private final IdentityDesk identity;
  private final Clock clock;
  private int tries;

  Identification(Conversation talk, IdentityDesk identity, Clock clock) {
    this.talk = talk;
    this.identity = identity;
    this.clock = clock;
  }

  Reply<Person> person() {
    while (true) {
      Optional<Reply<Person>> known =
          switch (talk.asks(code())) {
            case Reply.Over<String>(Outcome outcome) -> Optional.of(new Reply.Over<>(outcome));
            case Reply.Heard<String>(String keyed) -> keyed(keyed);
          };
      if (known.isPresent()) {
        return known.get();
      }
    }
  }

  /** Empty when the code is to be asked for again. */
  private Optional<Reply<Person>> keyed(String keyed) {
    if (keyed.equals(NO_LETTER)) {
      return over(talk.personOrFarewell(Prompts.TRANSFER_NO_LETTER, Plain.NOBODY));
    }
    Optional<InvitationCode> code = InvitationCode.parse(keyed);
    if (code.isPresent()) {
      return dated(code.get());
    }
    Utterance why =
        keyed.length() == InvitationCode.LENGTH
            ? CODE_MISKEYED.said()
            : CODE_LENGTH.with(Map.of("count", keyed.length()));
    return wrong(why);
  }

  private Optional<Reply<Person>> dated(InvitationCode code) {
    return switch (talk.asks(birthDate())) {
      case Reply.Over<LocalDate>(Outcome outcome) -> over(outcome);
      case Reply.Heard<LocalDate>(LocalDate date) -> identified(code, date);
    };
  }

  private Optional<Reply<Person>> identified(InvitationCode code, LocalDate date) {
    return switch (identity.identify(code, date)) {
      case IdentityOutcome.Identified(Person person) -> Optional.of(new Reply.Heard<>(person));
      case IdentityOutcome.NoMatch() -> wrong(Prompts.NO_MATCH.said());
      case IdentityOutcome.Locked(Instant until) -> over(locked(until));
      case IdentityOutcome.Unknown(String why) ->
          talk.failure(Prompts.FAILURE_IDENTITY).map(Reply.Over::new);
    };
  }

  private Optional<Reply<Person>> wrong(Utterance why) {
    if (++tries >= MAX_TRIES) {
      return over(talk.personOrFarewell(Prompts.NO_MATCH_LAST, Plain.NOBODY));
    }
    talk.news(why);
    return Optional.empty();
  }

  private Outcome locked(Instant until) {
    LocalTime end = until.atZone(clock.getZone()).toLocalTime();
    LocalTime minute = end.plusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
    talk.news(Prompts.LOCKED.with(Map.of("until", minute)));
    return talk.personOrFarewell(Prompts.TRANSFER, Plain.LOCKED);
  }

  private static Optional<Reply<Person>> over(Outcome outcome) {
    return Optional.of(new Reply.Over<>(outcome));
  }

  /** Takes any digits: what is wrong with them is counted here, as a try. */
  private Question<String> code() {
    Utterance shorter = CODE_SHORT.said();
    Utterance wording = tries == 0 ? CODE.said() : shorter;
    return new Question<>(wording, shorter, shorter, Question.Entry.CODE, Optional::of);
  }

  private Question<LocalDate> birthDate() {
    return new Question<>(
        BIRTH_DATE.said(),
        BIRTH_DATE_SHORT.said(),
        BIRTH_DATE_NOT_UNDERSTOOD.said(),
        Question.Entry.DATE,
        this::date);
  }

  private Optional<LocalDate> date(String keyed) {
    try {
      LocalDate date = LocalDate.parse(keyed, KEYED_DATE);
      return date.isAfter(LocalDate.now(clock)) ? Optional.empty() : Optional.of(date);
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
