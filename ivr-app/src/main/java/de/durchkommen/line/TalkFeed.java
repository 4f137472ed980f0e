package de.durchkommen.line;

import de.durchkommen.agent.TalkEvents;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The connection to Asterisk for talks: what it tells, in order and away from the reading thread,
 * which thus can never be held up by a slow database.
 *
 * <p>After each connect it is asked what there is; what happens meanwhile waits until that is
 * known.
 */
final class TalkFeed implements AmiLink.Listener {
  /** More events than that wait only if a talk's end takes seconds to write down. */
  private static final int MOST_WAITING = 20_000;

  private static final Logger LOG = System.getLogger(TalkFeed.class.getName());

  private final AmiLink link;
  private final AmiRequests requests;
  private final TalkActions actions;
  private final TalkEvents events;
  private final TalkRooms rooms;
  private final Phones phones;
  private final ThreadPoolExecutor thread;
  private volatile boolean known;

  /**
   * Not connected yet.
   *
   * @param answer how long Asterisk may take to answer a question
   */
  TalkFeed(
      AmiSettings settings,
      TalkEvents events,
      ScheduledExecutorService schedule,
      Clock clock,
      Duration answer) {
    this.events = events;
    AmiConnection.Login login = new AmiConnection.Login(settings.user() + "-talks", "call");
    this.link = new AmiLink(settings, login, schedule, clock, this);
    this.requests = new AmiRequests(link::sends, answer);
    this.actions = new TalkActions(requests);
    this.rooms =
        new TalkRooms(
            events, caller -> actions.sends(caller, TalkActions.BACK), this::follows, clock);
    this.phones = new Phones(events::phone);
    this.thread =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST_WAITING), threads());
  }

  private static ThreadFactory threads() {
    ThreadFactory virtual = Thread.ofVirtual().name("talk-events").factory();
    return work -> {
      Thread thread = virtual.newThread(work);
      // What is told of a talk needs the application's beans.
      thread.setContextClassLoader(TalkFeed.class.getClassLoader());
      return thread;
    };
  }

  void start(String secret) {
    link.start(secret);
  }

  void stop() {
    link.stop();
    thread.shutdownNow();
  }

  /** Whether Asterisk answers, and it is known who is on the line. */
  boolean isKnown() {
    return known && link.isUp();
  }

  TalkRooms rooms() {
    return rooms;
  }

  Phones phones() {
    return phones;
  }

  TalkActions actions() {
    return actions;
  }

  /** Everything that is on the line, one row for each channel. */
  List<Map<String, String>> channels() throws IOException {
    return requests.listed("CoreShowChannels");
  }

  /** Sends a message without waiting for what becomes of it. */
  void sends(Map<String, String> message) throws IOException {
    link.sends(message);
  }

  @Override
  public void connected() {
    later(this::asks);
  }

  @Override
  public void broken() {
    known = false;
    requests.broken();
    later(events::unknown);
  }

  @Override
  public void told(Map<String, String> message) {
    if (!requests.told(message) && message.containsKey("event")) {
      later(() -> happened(message));
    }
  }

  /** Whoever was asked has the caller, who may still hear music. */
  private void follows(TalkMember second) {
    actions.becomes(second, TalkMember.Role.AGENT);
    rooms
        .member(second.talk(), TalkMember.Role.CALLER)
        .filter(caller -> caller.where() == TalkMember.Place.HELD)
        .ifPresent(caller -> actions.sends(caller, TalkActions.FOLLOWED));
  }

  private void happened(Map<String, String> event) {
    if ("DeviceStateChange".equals(event.get("event"))) {
      phones.happened(event);
    } else {
      rooms.happened(event);
    }
  }

  private void asks() {
    try {
      rooms.replaced(channels());
      phones.replaced(requests.listed("DeviceStateList"));
    } catch (IOException silent) {
      LOG.log(Level.WARNING, "Who is on the line could not be asked: {0}", silent.getMessage());
      return;
    }
    known = true;
    events.known();
  }

  private void later(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "An event of a talk was not taken");
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "An event of a talk was not taken: {0}", Trace.of(fault));
    }
  }
}
