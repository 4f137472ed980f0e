package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Somebody who cannot wait on the line: it is closed, it closes, or there are too few lines. They
 * hear why, may be called back, and hear a farewell.
 */
final class PartingCall {
  private static final Map<String, Boolean> CHOICES = Map.of("1", true, "2", false);

  private final Stay stay;
  private final Desks desks;
  private final WaitingTalk talk;

  PartingCall(Caller caller, Stay stay, Desks desks) {
    this.stay = stay;
    this.desks = desks;
    this.talk = new WaitingTalk(caller, PersonWay.byTelephone(caller, desks));
  }

  /** {@link Plain#WAITS} when the line has opened meanwhile. */
  Outcome closed(Standing.Closed closed) {
    talk.news(opens(WaitingPrompts.CLOSED, WaitingPrompts.CLOSED_OPEN_END, closed.opens()));
    Outcome outcome = asked(WaitingPrompts.CLOSED_ASK);
    if (outcome != Plain.WAITS || !(stay.standing() instanceof Standing.Closed)) {
      return outcome;
    }
    return talk.lastWords(Prompts.FAREWELL, Plain.CLOSED);
  }

  /** {@link Plain#WAITS} when the line stays open longer after all. */
  Outcome closing(Standing.Closing closing) {
    talk.news(opens(WaitingPrompts.CLOSING, WaitingPrompts.CLOSING_OPEN_END, closing.opens()));
    Outcome outcome = Plain.WAITS;
    if (stay.isCallbackPossible()) {
      talk.tells(WaitingPrompts.CLOSING_CALL.said());
      outcome = wish();
    }
    if (outcome != Plain.WAITS || !(stay.standing() instanceof Standing.Closing)) {
      return outcome;
    }
    talk.tells(WaitingPrompts.CLOSING_KEPT.said());
    return talk.lastWords(Prompts.FAREWELL, Plain.CLOSED);
  }

  /** Too few lines; does not keep the one it is on for longer than the callback takes. */
  Outcome linesShort() {
    talk.tells(WaitingPrompts.SHORT.said());
    Outcome outcome = asked(WaitingPrompts.SHORT_ASK);
    return outcome == Plain.WAITS
        ? talk.lastWords(WaitingPrompts.SHORT_FAREWELL, Plain.LINES_SHORT)
        : outcome;
  }

  private Outcome asked(Prompt offer) {
    if (!stay.isCallbackPossible()) {
      return Plain.WAITS;
    }
    return switch (talk.asks(Menu.of(offer.said(), offer.said(), CHOICES))) {
      case Reply.Over<Boolean>(Outcome outcome) -> outcome;
      case Reply.Heard<Boolean>(Boolean wanted) -> wanted ? wish() : Plain.WAITS;
    };
  }

  private Outcome wish() {
    return new CallbackWish(talk, stay, desks.clock).noted();
  }

  private Utterance opens(Prompt dated, Prompt undated, Instant opens) {
    if (opens.equals(Instant.MAX)) {
      return undated.said();
    }
    LocalDateTime time = opens.atZone(desks.clock.getZone()).toLocalDateTime();
    return dated.with(Map.of("opens", time.truncatedTo(ChronoUnit.MINUTES)));
  }
}
