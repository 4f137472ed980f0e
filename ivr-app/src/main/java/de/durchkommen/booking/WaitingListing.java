package de.durchkommen.booking;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the waiting list. */
public sealed interface WaitingListing {
  /**
   * One who waits, without the number at which they are called.
   *
   * @param id of the entry; the order of the list
   * @param person who
   * @param postcode where they live
   * @param centre for which centre, by its id; null for those nearby
   * @param state WAITING or OFFERED
   * @param signedUpAt since when
   * @param offeredUntil until when a pair is kept for them; null when none is
   * @param calls how often they were called about that pair
   */
  @Schema(name = "WaitingLine")
  record Line(
      long id,
      long person,
      String postcode,
      @Nullable String centre,
      String state,
      Instant signedUpAt,
      @Nullable Instant offeredUntil,
      int calls) {}

  /** These, in their order. */
  record Found(List<Line> lines) implements WaitingListing {
    /** Copies the list. */
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /** Nobody can tell right now. */
  record Unknown(String why) implements WaitingListing {}
}
