package de.durchkommen.line;

import de.durchkommen.call.CallJournal;
import de.durchkommen.call.CallScript;
import de.durchkommen.call.CallerHungUp;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Prompts;
import de.durchkommen.call.Transcript;
import de.durchkommen.call.Transfer;
import de.durchkommen.journey.Journey;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.settings.CallAtHand;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.asteriskjava.fastagi.StaticMappingStrategy;
import org.asteriskjava.fastagi.internal.DefaultAgiChannelFactory;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;

/**
 * What is around every call: the journal before, and after it what becomes of a hangup or a
 * failure. A failure is told to the caller, who then gets a person; if that fails too, the channel
 * variable {@link #ENDED} stays unset, and the dialplan's fallback speaks.
 */
final class CallFrame implements Consumer<GuardedConnection> {
  /**
   * Set to 1 when a call has ended in words or with a person. The dialplan must go by this alone:
   * AGISTATUS is FAILURE also for a call in which one prompt was missing and a person helped.
   */
  static final String ENDED = "DURCHKOMMEN_ENDED";

  private static final Logger LOG = System.getLogger(CallFrame.class.getName());
  private static final Prompt FAILURE = Prompts.FAILURE_TECHNICAL;

  private final AgiSettings settings;
  private final Map<String, CallScript> scripts;
  private final CallJournal journal;
  private final Consumer<Journey.Past> journeys;
  private final Voice voice;
  private final Playback playback;
  private final Clock clock;

  /**
   * The frame of all calls.
   *
   * @param scripts by the path of the AGI address that the dialplan calls
   * @param journeys takes the path of each call when the scripts are done with it
   * @param playback what ends an announcement before its end
   */
  CallFrame(
      AgiSettings settings,
      Map<String, CallScript> scripts,
      CallJournal journal,
      Consumer<Journey.Past> journeys,
      Voice voice,
      Playback playback,
      Clock clock) {
    this.settings = settings;
    this.scripts = Map.copyOf(scripts);
    this.journal = journal;
    this.journeys = journeys;
    this.voice = voice;
    this.playback = playback;
    this.clock = clock;
  }

  /**
   * How a call ended.
   *
   * @param inWords whether the caller was told how, or has talked to a person
   */
  private record Ending(Outcome outcome, boolean inWords) {}

  /** Holds one call, from the header to the end, and returns. */
  @Override
  public void accept(GuardedConnection connection) {
    StaticMappingStrategy toUs =
        new StaticMappingStrategy((request, channel) ->
            framed(
                CallHeader.of(request),
                new AgiLine(channel, connection, settings.limits(), playback)));
    new FastAgiConnectionHandler(toUs, connection, new DefaultAgiChannelFactory()).run();
  }

  private void framed(CallHeader header, AgiLine line) {
    CallAtHand.during(header.callId(), () -> held(header, line));
  }

  private void held(CallHeader header, AgiLine line) {
    CallScript script = scripts.get(header.script());
    if (script == null) {
      LOG.log(Level.WARNING, "Call {0} asks for an unknown AGI script", header.callId());
      return;
    }
    Instant start = clock.instant();
    Transcript transcript = transcript(header);
    AgiCaller.Extension person = new AgiCaller.Extension(settings.person(), settings.ring());
    Journey journey = journey(header);
    AgiCaller.Notes notes = new AgiCaller.Notes(transcript, journey);
    AgiCaller caller = new AgiCaller(header, line, voice, person, notes, clock);
    Ending ending = ending(script, caller);
    boolean over = !caller.isHandedOver();
    if (over) {
      transcript.ended(ending.outcome());
    }
    LOG.log(
        Level.INFO,
        "Call {0} ended after {1} s: {2}",
        header.callId(),
        String.valueOf(Duration.between(start, clock.instant()).toSeconds()),
        word(ending.outcome()));
    if (over && ending.inWords()) {
      noted(line, header);
    }
    remembered(journey.ended(word(ending.outcome()), caller.language().getLanguage()));
  }

  /** Last of all, and whatever becomes of it: no call may end otherwise for its history. */
  private void remembered(Journey.Past past) {
    try {
      journeys.accept(past);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "The history of call {0}: {1}", past.callId(), Trace.of(bug));
    }
  }

  private Journey journey(CallHeader header) {
    Optional<PhoneNumber> number = header.number().flatMap(PhoneNumber::parse);
    return new Journey(header.callId(), number, header.script(), clock);
  }

  private Transcript transcript(CallHeader header) {
    return header.script().equals(CallHeader.TALKED)
        ? journal.continued(header.callId())
        : journal.opened(header.callId());
  }

  private static Ending ending(CallScript script, AgiCaller caller) {
    try {
      caller.taken();
      return new Ending(script.answered(caller), true);
    } catch (CallerHungUp gone) {
      return hungUp(caller);
    } catch (RuntimeException | Error fault) {
      LOG.log(Level.ERROR, "Call {0} failed: {1}", caller.callId(), Trace.of(fault));
      return rescued(caller);
    }
  }

  private static Ending rescued(AgiCaller caller) {
    try {
      told(caller);
      Transfer transfer = caller.transferredToPerson();
      return transfer == Transfer.TALKED
          ? new Ending(Outcome.Plain.PERSON, true)
          : new Ending(Outcome.Plain.FAILED, false);
    } catch (CallerHungUp gone) {
      return hungUp(caller);
    } catch (RuntimeException | Error fault) {
      LOG.log(
          Level.ERROR, "Call {0} is left to the dialplan: {1}", caller.callId(), Trace.of(fault));
      return new Ending(Outcome.Plain.FAILED, false);
    }
  }

  /** Says that this is a failure; without a voice the person has to say it. */
  private static void told(AgiCaller caller) {
    try {
      caller.learns(FAILURE.said());
    } catch (CallerHungUp gone) {
      throw gone;
    } catch (RuntimeException mute) {
      LOG.log(Level.ERROR, "Call {0} could not be told: {1}", caller.callId(), Trace.of(mute));
    }
  }

  private static Ending hungUp(AgiCaller caller) {
    return new Ending(
        caller.talkedToPerson() ? Outcome.Plain.PERSON : Outcome.Plain.HUNG_UP, false);
  }

  private static void noted(AgiLine line, CallHeader header) {
    try {
      line.noted(ENDED, "1");
    } catch (CallerHungUp gone) {
      LOG.log(Level.DEBUG, "Call {0} was hung up after its end", header.callId());
    } catch (AgiFailure failure) {
      LOG.log(Level.WARNING, "Call {0}: {1}", header.callId(), failure.getMessage());
    }
  }

  /** The kind of outcome, without the appointment that may follow. */
  private static String word(Outcome outcome) {
    return outcome.line().split(" ", 2)[0];
  }
}
