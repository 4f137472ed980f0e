package de.durchkommen.wallboard;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The board as a live state: however many browsers listen, one is made a second, and it is told
 * only when it shows something else. Nothing is made while nobody who may see it listens to this
 * node.
 */
final class BoardFeed {
  /** The name of the live state. */
  static final String WALLBOARD = "wallboard";

  private final Boards boards;
  private final Runnable changed;
  private final Clock clock;
  private volatile Instant wanted = Instant.MIN;
  private @Nullable Board told;
  private Instant toldAt = Instant.MIN;

  /**
   * A feed that nobody has asked for yet.
   *
   * @param changed says that the state is another one; the browsers then ask for it
   */
  BoardFeed(Boards boards, Runnable changed, Clock clock) {
    this.boards = boards;
    this.changed = changed;
    this.clock = clock;
  }

  /** The state of this client; null for whom it is not. */
  @Nullable Board state(ApiClient client) {
    return client.role() == Role.SUPERVISOR ? asked() : null;
  }

  /** Somebody wants to see it. */
  Board asked() {
    boolean stale = !isWanted();
    wanted = clock.instant();
    return stale ? boards.made() : boards.latest();
  }

  /** Whether anybody has asked for it lately. */
  boolean isWanted() {
    Instant now = clock.instant();
    return wanted.isAfter(now.minus(WallboardLimits.UNWANTED));
  }

  /** Once a second: makes it when it is wanted, and tells it when it shows something else. */
  synchronized void tick() {
    if (!isWanted()) {
      return;
    }
    Board board = boards.made();
    Duration age =
        toldAt.equals(Instant.MIN) ? Duration.ZERO : Duration.between(toldAt, board.at());
    boolean again = age.compareTo(WallboardLimits.TOLD_AGAIN) >= 0;
    Board before = told;
    if (before == null || again || !board.showsThe(before)) {
      told = board;
      toldAt = board.at();
      changed.run();
    }
  }
}
