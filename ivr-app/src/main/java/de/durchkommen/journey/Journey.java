package de.durchkommen.journey;

import de.durchkommen.journey.Step.Kind;
import de.durchkommen.phone.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path of one call through the scripts, while it goes on. For the call's thread only. */
public final class Journey {
  /** The word for callers who hung up, as the scripts have it. */
  public static final String HUNG_UP = "HUNG_UP";

  /** Who has heard this has what they called for, whatever they did after that. */
  private static final Map<String, String> ACHIEVED =
      Map.of(
          "booking.booked", "BOOKED",
          "move.moved", "MOVED",
          "cancel.cancelled", "CANCELLED",
          "appointments.told", "HEARD",
          "waiting.signed-up", "WAITING_LIST",
          "waiting.left", "LEFT_LIST",
          "waiting.declined", "DECLINED",
          "callback.kept", "CALLBACK",
          "callback.kept-later", "CALLBACK");

  /** Single keys are choices in menus; more of them may be a code, a date or a number. */
  private static final Pattern CHOICE = Pattern.compile("[0-9*#]");

  private final String callId;
  private final Optional<PhoneNumber> number;
  private final String script;
  private final Clock clock;
  private final Instant begun;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> reached = new LinkedHashSet<>();
  private Duration waited = Duration.ZERO;
  private @Nullable Instant waitsSince;
  private @Nullable String last;
  private @Nullable String achieved;

  /**
   * A call, or what comes of it after a talk.
   *
   * @param number the caller's, when it is known; kept as a keyed hash only
   * @param script which script begins
   */
  public Journey(String callId, Optional<PhoneNumber> number, String script, Clock clock) {
    this.callId = callId;
    this.number = number;
    this.script = script;
    this.clock = clock;
    this.begun = now();
  }

  /** Something is about to be said; {@link Step#URGENT} for an urgent announcement. */
  public void said(String prompt, boolean asks) {
    last = prompt;
    reached.add(prompt);
    achieved = ACHIEVED.getOrDefault(prompt, achieved);
    added(asks ? Kind.ASKED : Kind.SAID, prompt);
  }

  /** Keys were pressed; null for secret ones. */
  public void keyed(@Nullable String keys) {
    added(Kind.KEYED, keys != null && CHOICE.matcher(keys).matches() ? keys : Step.HIDDEN);
  }

  /** The caller waits in a queue, or does not any more. */
  public void waits(boolean waits) {
    if (waits && waitsSince == null) {
      waitsSince = now();
      added(Kind.WAITS, "");
    } else if (!waits && waitsSince != null) {
      waited = waited.plus(Duration.between(waitsSince, now()));
      waitsSince = null;
      added(Kind.TURN, "");
    }
  }

  /**
   * The scripts are done with the call.
   *
   * @param outcome a word
   * @param language in which the caller was spoken to last
   */
  public Past ended(String outcome, String language) {
    Instant end = now();
    if (waitsSince != null) {
      waited = waited.plus(Duration.between(waitsSince, end));
    }
    return new Past(
        callId,
        number,
        script,
        language,
        begun,
        end.isBefore(begun) ? begun : end,
        waited.isNegative() ? Duration.ZERO : waited,
        achieved != null && outcome.equals(HUNG_UP) ? achieved : outcome,
        Optional.ofNullable(last),
        Set.copyOf(reached),
        steps);
  }

  /**
   * What came of it.
   *
   * @param waited in queues
   * @param last the last prompt that the caller heard, or began to hear
   * @param reached all prompts that they heard
   */
  public record Past(
      String callId,
      Optional<PhoneNumber> number,
      String script,
      String language,
      Instant begun,
      Instant ended,
      Duration waited,
      String outcome,
      Optional<String> last,
      Set<String> reached,
      List<Step> steps) {
    /** Copies the steps. */
    public Past {
      steps = List.copyOf(steps);
    }

    /** Whether the caller hung up without what they called for. */
    boolean isLost() {
      return outcome.equals(HUNG_UP);
    }

    /** Whether there is something to tell: a talk after which nothing was said is none. */
    boolean isTold() {
      return !steps.isEmpty();
    }
  }

  private void added(Kind kind, String what) {
    if (kind == Kind.SAID && repeated(what)) {
      return;
    }
    if (steps.size() < JourneyLimits.MOST_STEPS) {
      steps.add(new Step(now(), kind, what, 1));
    }
  }

  /** Who waits for an hour hears the same again and again. */
  private boolean repeated(String prompt) {
    int from = Math.max(0, steps.size() - JourneyLimits.REPEATED_WITHIN);
    for (int i = steps.size() - 1; i >= from && steps.get(i).kind() == Kind.SAID; i--) {
      if (steps.get(i).what().equals(prompt)) {
        steps.set(i, steps.get(i).again());
        return true;
      }
    }
    return false;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
