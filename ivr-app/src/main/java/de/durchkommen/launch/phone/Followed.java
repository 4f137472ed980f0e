package de.durchkommen.launch.phone;

import de.durchkommen.launch.phone.TranscriptFeed.Line;
import de.durchkommen.launch.phone.TranscriptFeed.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call's transcript as far as it was followed.
 *
 * <p>If the app dies in the middle of a call and another one takes it over, that one's transcript
 * of the same call begins anew. So each look asks for the last known line again: if another one is
 * there, all of the new transcript is news.
 */
final class Followed {
  /** How many looks may come before the app knows of the call: two seconds' worth. */
  private static final int MAX_UNKNOWN = 30;

  private final TranscriptFeed feed;
  private final String callId;
  private final List<Line> all = new ArrayList<>();
  private int read;
  private @Nullable Line last;
  private Optional<String> outcome = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private boolean interrupted;
  private int unknown;

  Followed(TranscriptFeed feed, String callId) {
    this.feed = feed;
    this.callId = callId;
  }

  /** The lines that came since the last time. */
  List<Line> news() throws InterruptedException {
    return switch (feed.look(callId, last == null ? 0 : read - 1)) {
      case Look.Known known -> news(known);
      case Look.Unknown unknown -> unknown();
      case Look.Unreachable unreachable -> missed(Optional.of(unreachable.reason()));
    };
  }

  /** All lines, in order. */
  List<Line> all() {
    return all;
  }

  /** How the call ended, as far as the app knows; empty while it goes on. */
  Optional<String> outcome() {
    return outcome;
  }

  /** Whether there was a look that did not tell what was said. */
  boolean isIncomplete() {
    return interrupted || all.isEmpty();
  }

  /** Why the last look failed, in words for the user. */
  Optional<String> trouble() {
    return trouble;
  }

  private List<Line> news(Look.Known known) throws InterruptedException {
    trouble = Optional.empty();
    List<Line> lines = known.lines();
    if (last != null) {
      if (lines.isEmpty() || !lines.getFirst().equals(last)) {
        last = null;
        read = 0;
        outcome = Optional.empty();
        return news();
      }
      lines = lines.subList(1, lines.size());
    }
    outcome = known.outcome();
    read += lines.size();
    last = lines.isEmpty() ? last : lines.getLast();
    all.addAll(lines);
    return lines;
  }

  /** In the first moments of a call that is as it should be; later the app has missed something. */
  private List<Line> unknown() {
    unknown++;
    return unknown > MAX_UNKNOWN || !all.isEmpty() ? missed(Optional.empty()) : List.of();
  }

  private List<Line> missed(Optional<String> reason) {
    trouble = reason;
    interrupted = true;
    return List.of();
  }
}
