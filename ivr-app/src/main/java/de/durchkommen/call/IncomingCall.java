package de.durchkommen.call;

import de.durchkommen.agent.Handover.Why;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * A call from its first word to its last. The place is taken before the first of them, and what is
 * urgent is said before all others; but to those for whom no line is left nothing is said that they
 * have to wait for.
 */
@Dependent
public class IncomingCall implements CallScript {
  private final Desks desks;

  /** Takes where the script turns to. */
  @Inject
  public IncomingCall(Desks desks) {
    this.desks = desks;
  }

  @Override
  public Outcome answered(Caller caller) {
    var language = new LanguageChoice(caller, desks);
    language.begun();
    Optional<PhoneNumber> number = caller.number().flatMap(PhoneNumber::parse);
    boolean waited = number.filter(desks.agents.room::keeps).isPresent();
    if (waited && !desks.agents.room.isDeserted()) {
      // The place is kept; no agent who is found waits for so long a greeting.
      greeted(caller);
      Optional<Outcome> over =
          new PersonCall(caller, desks, new Story()).waited(Why.ASKED, () -> {});
      if (over.isPresent()) {
        return over.get();
      }
    }
    try (Stay stay = desks.room.enters(Visit.arrival(caller, desks.room))) {
      if (caller.details().channelsShort() && hasToWait(stay)) {
        return new PartingCall(caller, stay, desks).linesShort();
      }
      greeted(caller);
      language.tells(chosen -> stay.speaks(chosen.getLanguage()));
      language.offered();
      return new Visit(desks, caller, stay, language).held();
    }
  }

  private void greeted(Caller caller) {
    caller.hearsUrgent(desks.urgent);
    caller.hears(Prompts.WELCOME.said());
  }

  private static boolean hasToWait(Stay stay) {
    return !(stay.settled(WaitingCall.MOMENT) instanceof Standing.Admitted);
  }
}
