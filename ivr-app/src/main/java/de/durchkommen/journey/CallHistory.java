package de.durchkommen.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What supervisors are told of calls. */
public final class CallHistory {
  private CallHistory() {}

  /**
   * What became of a call each time that the scripts were done with it.
   *
   * @param callId as in the logs; the same for all parts of a call
   * @param caller the same for calls from the same number; null when it was withheld
   * @param script how it began: {@code call} for one that came in, {@code talked} after a talk,
   *     another word for one that went out
   * @param waitedSeconds in queues
   * @param outcome a word of the scripts
   * @param lastPrompt id of the last prompt that was begun
   */
  @Schema(name = "CallHistoryLine")
  public record Line(
      long id,
      String callId,
      @Nullable String caller,
      String script,
      String language,
      Instant begunAt,
      Instant endedAt,
      int waitedSeconds,
      String outcome,
      @Nullable String lastPrompt) {}

  /** A part of a call with its path. */
  @Schema(name = "CallHistoryPart")
  public record Part(Line line, List<Step> steps) {}

  /**
   * A talk with an agent.
   *
   * @param agent the name that people see
   * @param about the number of the talk about which this agent was asked; null for the caller's own
   * @param begunAt null when they did not come to talk
   * @param ending a word; null while it goes on
   * @param wrapCode what it was about, as the agent says; null when they have not said
   */
  @Schema(name = "CallHistoryTalk")
  public record Talk(
      long talk,
      @Nullable Long about,
      String agent,
      Instant assignedAt,
      @Nullable Instant begunAt,
      @Nullable Instant endedAt,
      @Nullable String ending,
      @Nullable String wrapCode) {}

  /** A whole call, in the order of time. */
  @Schema(name = "CallHistoryCall")
  public record Call(String callId, @Nullable String caller, List<Part> parts, List<Talk> talks) {}

  /**
   * Where callers give up.
   *
   * @param calls all that ended in that time
   * @param lost those whose callers hung up without what they called for
   * @param prompts the one with which most were lost first
   */
  @Schema(name = "CallFunnel")
  public record Funnel(
      LocalDate from, LocalDate until, long calls, long lost, List<Loss> prompts) {}

  /**
   * A prompt.
   *
   * @param reached calls in which it was begun
   * @param lost calls that were hung up with it as the last one
   */
  @Schema(name = "CallFunnelLoss")
  public record Loss(String prompt, String language, long reached, long lost) {}
}
