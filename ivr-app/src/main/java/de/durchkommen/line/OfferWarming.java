package de.durchkommen.line;

import de.durchkommen.call.NextOffers;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has the sentences of the offers that come next made in the background: day, time and place are
 * different in each, and somebody would have to wait for every one of them. Not in languages that
 * nobody has chosen for days, unless an operator has ordered them: some engines are slow.
 */
@ApplicationScoped
class OfferWarming {
  private static final Logger LOG = System.getLogger(OfferWarming.class.getName());

  /** Between two looks at what is free. A start has other work for a while. */
  static final Duration PAUSE = Duration.ofMinutes(3);

  private final NextOffers offers;
  private final Warming warming;
  private final ScheduledExecutorService schedule;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  OfferWarming() {
    offers = null;
    warming = null;
    schedule = null;
  }

  @Inject
  OfferWarming(NextOffers offers, Warming warming, ScheduledExecutorService schedule) {
    this.offers = offers;
    this.warming = warming;
    this.schedule = schedule;
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    planNext();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It tells of itself, and plans its next round.
  private void planNext() {
    schedule.schedule(this::beginRound, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** On a thread of its own: the schedule's are few, and a round takes minutes. */
  private void beginRound() {
    Thread.ofPlatform().daemon().name("offer-warming").start(this::round);
  }

  /** Makes what is not made yet; what is costs next to nothing. */
  void round() {
    try {
      List<Utterance> sentences = offers.sentences();
      Set<Locale> soon = offers.languages();
      for (Locale language : warming.languages()) {
        if (warming.isOrdered(language) || soon.contains(language)) {
          warming.make(sentences, language);
        }
      }
    } catch (VoiceUnavailableException mute) {
      LOG.log(Level.WARNING, "No voice for the next offers: {0}", mute.getMessage());
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "The next offers are not made beforehand", bug);
    } finally {
      planNext();
    }
  }
}
