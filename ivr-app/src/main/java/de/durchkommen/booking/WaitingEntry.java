package de.durchkommen.booking;

import de.durchkommen.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A live entry as stored.
 *
 * @param hold what both seats are held with while they are on offer; null while it waits
 * @param until when that offer ends; null while it waits
 * @param calls how often the person was called about that offer
 */
record WaitingEntry(
    long id,
    long person,
    String postcode,
    PhoneNumber phone,
    String language,
    Optional<String> centre,
    Instant signedUpAt,
    @Nullable HoldKey hold,
    @Nullable Instant until,
    int calls) {}
