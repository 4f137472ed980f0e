package de.durchkommen.line;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Questions to Asterisk's manager port, and which answer belongs to which. */
final class AmiRequests {
  /** Asterisk answers in a millisecond. Who does not in this time is not asked the next thing. */
  static final Duration ANSWER = Duration.ofSeconds(1);

  /** Channels or telephones in one list; Asterisk is set up for fewer calls. */
  private static final int MOST_ROWS = 20_000;

  private static final String ID = "ActionID";

  private final Sending line;
  private final Duration limit;
  private final String idStart = "durchkommen-talk-" + UUID.randomUUID() + "-";
  private final AtomicLong ids = new AtomicLong();
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /** Sends a message. */
  @FunctionalInterface
  interface Sending {
    void send(Map<String, String> message) throws IOException;
  }

  /**
   * A question without an answer yet.
   *
   * @param isList whether the answer is the rows that come after the response
   */
  private record Pending(
      boolean isList,
      List<Map<String, String>> rows,
      CompletableFuture<Map<String, String>> answer) {}

  /**
   * Questions on a line.
   *
   * @param limit how long an answer may take
   */
  AmiRequests(Sending line, Duration limit) {
    this.line = line;
    this.limit = limit;
  }

  /**
   * The response to an action.
   *
   * @throws IOException when none came in time; whether it was done is not known then
   */
  Map<String, String> asked(Map<String, String> action) throws IOException {
    return awaited(action, new Pending(false, List.of(), new CompletableFuture<>()));
  }

  /**
   * The rows that an action lists.
   *
   * @throws IOException when it was refused, or the list was not whole in time
   */
  List<Map<String, String>> listed(String action) throws IOException {
    Pending list = new Pending(true, new ArrayList<>(), new CompletableFuture<>());
    Map<String, String> end = awaited(Map.of("Action", action), list);
    if (isRefused(end)) {
      throw new IOException("Asterisk's manager port refuses " + action);
    }
    synchronized (list.rows()) {
      return List.copyOf(list.rows());
    }
  }

  private Map<String, String> awaited(Map<String, String> action, Pending question)
      throws IOException {
    String id = idStart + ids.incrementAndGet();
    Map<String, String> message = new LinkedHashMap<>(action);
    message.put(ID, id);
    pending.put(id, question);
    try {
      line.send(message);
      return question.answer().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      throw new IOException("Asterisk's manager port does not answer", none);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", hurry);
    } finally {
      pending.remove(id);
    }
  }

  /** Takes a message that came; whether it belongs to a question. */
  boolean told(Map<String, String> message) {
    Pending question = pending.get(message.getOrDefault("actionid", ""));
    if (question == null) {
      return false;
    }
    boolean isResponse = !message.containsKey("event");
    boolean isLast = "Complete".equalsIgnoreCase(message.get("eventlist"));
    if (isResponse ? !question.isList() || isRefused(message) : isLast) {
      question.answer().complete(message);
    } else if (!isResponse && question.isList()) {
      kept(question.rows(), message);
    }
    return true;
  }

  private static void kept(List<Map<String, String>> rows, Map<String, String> row) {
    synchronized (rows) {
      if (rows.size() < MOST_ROWS) {
        rows.add(row);
      }
    }
  }

  /** Nothing will be answered any more. */
  void broken() {
    pending
        .values()
        .forEach(question -> question.answer().completeExceptionally(new IOException("broken")));
  }

  /** Whether Asterisk has refused. */
  static boolean isRefused(Map<String, String> answer) {
    return "Error".equals(answer.get("response"));
  }
}
