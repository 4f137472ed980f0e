package de.durchkommen.call;

import de.durchkommen.booking.OfferCall;
import de.durchkommen.booking.WaitingOffer;
import de.durchkommen.queue.OutgoingCall;
import de.durchkommen.queue.OutgoingCall.Purpose;
import de.durchkommen.queue.OutgoingCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Has the telephone call those for whom a pair is kept; {@link OfferedCall} speaks with them. */
@ApplicationScoped
class OfferCallback implements OfferCall {
  /** For how long it rings: people over 80 have a way to go to the telephone. */
  static final Duration RING = Duration.ofSeconds(45);

  private static final Logger LOG = System.getLogger(OfferCallback.class.getName());

  private final OutgoingCalls calls;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  OfferCallback() {
    calls = null;
  }

  @Inject
  OfferCallback(OutgoingCalls calls) {
    this.calls = calls;
  }

  @Override
  public void place(WaitingOffer offer) {
    if (!calls.isPossible()) {
      throw new IllegalStateException("No telephone calls out now");
    }
    calls.place(
        new OutgoingCall(offer.phone(), Purpose.OFFER, offer.entry(), offer.language(), RING),
        result -> LOG.log(Level.DEBUG, "Entry {0} was called: {1}", offer.entry(), result));
  }
}
