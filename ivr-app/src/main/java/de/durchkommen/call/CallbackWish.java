package de.durchkommen.call;

import de.durchkommen.call.Outcome.Plain;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.queue.CallbackOutcome;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Somebody who waits would rather be called back. */
final class CallbackWish {
  /** Later than this from now, the caller is told when we call first. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final WaitingTalk talk;
  private final Stay stay;
  private final Clock clock;

  CallbackWish(WaitingTalk talk, Stay stay, Clock clock) {
    this.talk = talk;
    this.stay = stay;
    this.clock = clock;
  }

  /** Agrees on a number and notes the wish; {@link Plain#WAITS} when nothing came of it. */
  Outcome noted() {
    if (!stay.isCallbackPossible()) {
      return waits(WaitingPrompts.CALLBACK_NOT_POSSIBLE);
    }
    return switch (new NumberDialogue(talk).number()) {
      case Reply.Over<PhoneNumber>(Outcome outcome) -> outcome;
      case Reply.Heard<PhoneNumber>(PhoneNumber number) -> noted(number);
    };
  }

  private Outcome noted(PhoneNumber number) {
    if (stay.standing() instanceof Standing.Admitted) {
      // The turn has come meanwhile: nobody is called back who can talk now.
      return Plain.WAITS;
    }
    return switch (stay.callBack(number)) {
      case CallbackOutcome.Kept kept -> told(kept);
      case CallbackOutcome.TooMany() -> waits(WaitingPrompts.CALLBACK_TOO_MANY);
      case CallbackOutcome.Unknown(String why) -> waits(WaitingPrompts.CALLBACK_UNKNOWN);
    };
  }

  private Outcome told(CallbackOutcome.Kept kept) {
    if (isSoon(kept.earliest())) {
      Optional<WaitRange> range = kept.range();
      range.map(WaitingWords::range).ifPresent(talk::news);
      Map<String, Object> hours =
          Map.of("from", kept.hours().from(), "until", kept.hours().until());
      return talk.result(WaitingPrompts.CALLBACK_KEPT.with(hours), Plain.CALLBACK);
    }
    var words = WaitingPrompts.CALLBACK_KEPT_LATER.with(Map.of("earliest", time(kept.earliest())));
    return talk.result(words, Plain.CALLBACK);
  }

  private boolean isSoon(Instant earliest) {
    return !earliest.isAfter(clock.instant().plus(SOON));
  }

  private LocalDateTime time(Instant moment) {
    return moment.atZone(clock.getZone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
  }

  private Outcome waits(Prompt words) {
    talk.news(words.said());
    return Plain.WAITS;
  }
}
