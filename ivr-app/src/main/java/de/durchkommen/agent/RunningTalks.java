package de.durchkommen.agent;

import de.durchkommen.agent.TalkBook.Word;
import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.settings.NodeName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Talks of the running application: what call scripts ask of them, and what the exchange tells. */
@ApplicationScoped
class RunningTalks implements Talks, TalkEvents {
  private static final String PHONE =
      "UPDATE agent_phone SET reachable = ? WHERE live_name = ? AND NOT (reachable <=> ?)";

  private static final String AT_PHONE = "SELECT account FROM agent_seat WHERE phone = ?";
  private static final String USER = AgentPhone.user("");

  private final TalkWrites writes;
  private final TalkNews news;
  private final Comparison comparison;
  private final String node;
  private final Duration patience;
  private final Thread writer;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RunningTalks() {
    writes = null;
    news = null;
    comparison = null;
    node = null;
    patience = null;
    writer = null;
  }

  @Inject
  RunningTalks(Database database, Clock clock, Neighbours neighbours, Config config) {
    this(database, clock, neighbours, NodeName.of(config), AgentLimits.NEWS);
  }

  RunningTalks(
      Database database, Clock clock, Neighbours neighbours, String node, Duration patience) {
    this.writes = new TalkWrites(database, clock, neighbours);
    this.news = new TalkNews(writes, neighbours, clock);
    this.comparison = new Comparison(writes, news, neighbours, clock, node);
    this.node = node;
    this.patience = patience;
    this.writer = Thread.ofPlatform().daemon().name("talk-news").unstarted(news::work);
    // Whoever starts it, it sees the classes of the application.
    writer.setContextClassLoader(RunningTalks.class.getClassLoader());
  }

  void begin(@Observes Migrated migrated) {
    if (writer.getState() == Thread.State.NEW) {
      writer.start();
    }
  }

  @PreDestroy
  void stop() {
    writer.interrupt();
  }

  TalkNews news() {
    return news;
  }

  Comparison comparison() {
    return comparison;
  }

  @Override
  public Optional<Talk> assigned(String callId) {
    Optional<Optional<TalkRow>> found =
        writes.done(
            book -> {
              Optional<TalkRow> talk =
                  book.talks().liveOfCall(callId).filter(row -> !row.hasBegun());
              talk.ifPresent(row -> {
                book.talks().onNode(row.id(), node);
                book.seats().touch(row.account());
              });
              return talk;
            },
            why -> Optional.empty());
    return found.flatMap(talk -> talk).flatMap(RunningTalks::talk);
  }

  private static Optional<Talk> talk(TalkRow row) {
    @Nullable Long ticket = row.ticket();
    return ticket == null
        ? Optional.empty()
        : Optional.of(new Talk(row.id(), row.phoneUser(), ticket));
  }

  @Override
  public After after(long talk, String dialStatus) {
    int looks = (int) patience.dividedBy(AgentLimits.NEWS_PAUSE);
    for (int look = 0; ; look++) {
      boolean last = look >= looks;
      Optional<Optional<After>> why =
          writes.done(book -> book.after(talk, dialStatus, last), word -> Optional.empty());
      if (why.isEmpty()) {
        return new After.Uncertain();
      }
      if (why.get().isPresent()) {
        return why.get().get();
      }
      if (!paused()) {
        return new After.Uncertain();
      }
    }
  }

  @Override
  public void withdrawn(String callId) {
    news.told(book -> book.withdrawn(callId));
  }

  private static boolean paused() {
    try {
      Thread.sleep(AgentLimits.NEWS_PAUSE);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void rings(long talk) {
    told(book -> book.rings(talk));
  }

  @Override
  public void begins(long talk, Instant at) {
    Instant since = at.truncatedTo(ChronoUnit.MILLIS);
    news.told(book -> book.begins(talk, since));
  }

  @Override
  public void agentLeft(long talk, Left how) {
    told(book -> book.agentLeft(talk, how));
  }

  @Override
  public void callerLeft(long talk) {
    news.told(book -> book.callerLeft(talk));
  }

  @Override
  public void askedLeft(long talk, AskedEnd how) {
    told(book -> new Companions(book).askedLeft(talk, how));
  }

  @Override
  public void observerLeft(long talk) {
    told(book -> new Companions(book).observerLeft(talk));
  }

  @Override
  public void phone(String phoneUser, boolean reachable) {
    if (!phoneUser.startsWith(USER)) {
      return;
    }
    String name = phoneUser.substring(USER.length());
    news.told(book -> {
      phone(book, name, reachable);
      return Word.NONE;
    });
  }

  private static void phone(TalkBook book, String name, boolean reachable) {
    int flag = reachable ? 1 : 0;
    book.sql().update(PHONE, List.of(flag, name, flag));
    book.sql()
        .first(AT_PHONE, row -> row.getLong(1), List.of(name))
        .ifPresent(account -> {
          if (!reachable) {
            book.seats().move(account, new SeatEvent.PhoneGone());
          }
          book.seats().touch(account);
        });
  }

  @Override
  public void known() {
    comparison.wanted();
  }

  private void told(Consumer<TalkBook> change) {
    news.told(book -> {
      change.accept(book);
      return Word.NONE;
    });
  }
}
