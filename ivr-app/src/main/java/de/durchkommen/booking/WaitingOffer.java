package de.durchkommen.booking;

import de.durchkommen.phone.PhoneNumber;

/**
 * A pair that is kept for somebody who waits, to be told by telephone.
 *
 * @param entry which entry of the list; no personal data, so it may be logged
 * @param person who waits
 * @param phone where they are called
 * @param language in which they are spoken to (ISO 639-1)
 * @param offer the pair, and until when it is kept
 */
public record WaitingOffer(
    long entry, long person, PhoneNumber phone, String language, Offer offer) {}
