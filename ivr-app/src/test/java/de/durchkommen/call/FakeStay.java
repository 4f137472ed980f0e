package de.durchkommen.call;

import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Bell;
import de.durchkommen.queue.CallbackOutcome;
import de.durchkommen.queue.News;
import de.durchkommen.queue.Standing;
import de.durchkommen.queue.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A stay whose course a test writes: one step for each stretch of music, the turn after the last.
 */
final class FakeStay implements Stay {
  /** When {@link FakeWaitingRoom}'s clock stands still. */
  static final Instant NOW = Instant.parse("2026-11-30T13:05:00Z");

  /** Given back by {@link #patience}. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final List<String> events = new ArrayList<>();
  final Deque<CallbackOutcome> callbacks = new ArrayDeque<>();
  boolean callbackPossible = true;
  boolean returned;
  boolean stockTold;
  private final Bell bell = new Bell();
  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(Standing standing, Optional<News> news) {}

  /** Then the caller stands so. */
  FakeStay then(Standing standing) {
    steps.add(new Step(standing, Optional.empty()));
    return this;
  }

  /** Then the caller waits, and there is this news. */
  FakeStay then(News news) {
    var standing = new Standing.Waiting(news.position(), news.range(), NOW.plusSeconds(100_000));
    steps.add(new Step(standing, Optional.of(news)));
    return this;
  }

  /** The stretch of music is over. */
  void goesOn() {
    steps.poll();
  }

  boolean isServed() {
    return events.contains("served");
  }

  boolean isClosed() {
    return events.contains("closed");
  }

  @Override
  public Standing standing() {
    return steps.isEmpty() ? new Standing.Admitted() : steps.element().standing();
  }

  @Override
  public Standing settled(Duration limit) {
    return standing();
  }

  @Override
  public Bell bell() {
    return bell;
  }

  @Override
  public boolean isReturned() {
    return returned;
  }

  @Override
  public Optional<News> news() {
    return steps.isEmpty() ? Optional.empty() : steps.element().news();
  }

  @Override
  public void told(News news) {
    events.add("told " + news.kind() + " " + news.position());
    Step now = steps.poll();
    if (now != null) {
      steps.addFirst(new Step(now.standing(), Optional.empty()));
    }
  }

  @Override
  public boolean isStockTold() {
    return stockTold;
  }

  @Override
  public boolean isCallbackPossible() {
    return callbackPossible;
  }

  @Override
  public CallbackOutcome callBack(PhoneNumber number) {
    events.add("callback " + number.e164());
    return callbacks.isEmpty()
        ? new CallbackOutcome.Kept(Optional.of(3), Optional.empty(), NOW, CallingHours.USUAL)
        : callbacks.pop();
  }

  @Override
  public void identified(long person) {
    events.add("identified " + person);
  }

  @Override
  public void speaks(String language) {
    events.add("speaks " + language);
  }

  @Override
  public void handsOver() {
    events.add("hands over");
  }

  @Override
  public void served() {
    events.add("served");
  }

  @Override
  public void close() {
    events.add("closed");
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }
}
