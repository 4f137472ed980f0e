package de.durchkommen.settings;

import java.util.List;

/**
 * For which calls a thread works right now, so that what it leaves elsewhere can be traced back to
 * them. Bound around the work and gone with it; a thread that is handed a part of the work has to
 * be handed this as well.
 */
public final class CallAtHand {
  private static final ScopedValue<List<String>> CALLS = ScopedValue.newInstance();

  private CallAtHand() {}

  /** Does the work for one call. */
  public static void during(String callId, Runnable work) {
    during(List.of(callId), work);
  }

  /** Does the work for these calls, each of which is named once; none when there are none. */
  public static void during(List<String> callIds, Runnable work) {
    ScopedValue.where(CALLS, callIds.stream().distinct().toList()).run(work);
  }

  /** Their ids, in no order; none on a thread that works for no call. */
  public static List<String> ids() {
    return CALLS.orElse(List.of());
  }
}
