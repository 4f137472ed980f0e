package de.durchkommen.wallboard;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is past, read again after a while only, however many ask. */
final class Pasts {
  private final Database database;
  private final Clock clock;
  private final Map<HistoryQuery.Span, Read> read = new ConcurrentHashMap<>();

  private record Read(History history, Instant at) {}

  Pasts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The past of this span.
   *
   * @throws Problem when nobody can tell right now
   */
  History of(HistoryQuery.Span span) {
    Instant now = WallboardLimits.now(clock);
    @Nullable Read known = read.get(span);
    if (known != null && now.isBefore(known.at().plus(WallboardLimits.HISTORY))) {
      return known.history();
    }
    History history =
        database.answer(
            entities -> new HistoryQuery(new Sql(entities)).of(span, now),
            why -> {
              throw Problem.unknown(why);
            });
    read.put(span, new Read(history, now));
    return history;
  }
}
