package de.durchkommen.agent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent's desk shows, apart from the person that a talk is about.
 *
 * @param name of the account
 * @param shownName what people see
 * @param state null when signed out
 * @param since since when that is so
 * @param until when it ends by itself: the ring, or the time for writing; null when it does not
 * @param reason why they are paused, or will be after the talk
 * @param pauseNext whether a pause comes after the talk
 * @param phone the telephone's name
 * @param phoneReachable whether Asterisk reaches it; null when nobody knows
 * @param exchange whether the telephone exchange answers
 * @param languages which they speak, sorted
 * @param skills sorted
 * @param talk what they ring for, talk in or write about
 * @param figures of today
 * @param choices what can be chosen
 * @param now when all this was so
 */
public record DeskState(
    String name,
    String shownName,
    @Nullable SeatState state,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable PauseReason reason,
    boolean pauseNext,
    @Nullable String phone,
    @Nullable Boolean phoneReachable,
    boolean exchange,
    List<String> languages,
    List<String> skills,
    @Nullable Call talk,
    Figures figures,
    Choices choices,
    Instant now) {

  /**
   * A talk.
   *
   * @param question whether this agent is asked by another one
   * @param language in which the caller was spoken to
   * @param why how it came to this; null when that is not known
   * @param authenticated whether it is known who the caller is
   * @param identifiedHow {@code CODE} or {@code QUESTIONS}; null when not
   * @param assignedAt when it was given to this agent
   * @param begunAt when the talk began; null before
   * @param heldAt since when the caller hears music; null when not
   * @param ended whether it is over
   * @param notes what other agents have written about the same call before, oldest first
   * @param transcript what was said and keyed before
   * @param hold the seats that are held for the caller
   * @param asked who is asked about it
   * @param askedEnded why nobody is asked any more, when that was not this agent's doing; null
   *     otherwise
   * @param observed who listens in; null when nobody does
   * @param recording of the talk: "none" (not asked, or not begun), "refused", "running", "stopped"
   *     (over, and kept) or "deleted"
   */
  public record Call(
      long id,
      boolean question,
      String language,
      Handover.@Nullable Why why,
      boolean authenticated,
      @Nullable String identifiedHow,
      Instant assignedAt,
      @Nullable Instant begunAt,
      @Nullable Instant heldAt,
      boolean ended,
      String note,
      List<EarlierNote> notes,
      List<Handover.Line> transcript,
      @Nullable HeldSeats hold,
      @Nullable Asked asked,
      @Nullable AskedEnded askedEnded,
      @Nullable Observed observed,
      String recording) {}

  /** What another agent, as people call them, has written about the call. */
  public record EarlierNote(String by, String note) {}

  /** Two seats that are held; times are local to Hessen. */
  public record HeldSeats(
      String centre, LocalDateTime first, LocalDateTime second, Instant until) {}

  /** Another agent who is asked. */
  public record Asked(String name, String shownName, Instant since) {}

  /** Another agent who was asked last, and is not on the line. */
  public record AskedEnded(String name, String shownName, TalkEvents.AskedEnd why, Instant at) {}

  /** Somebody who listens in. */
  public record Observed(String by, Exchange.Mode mode) {}

  /**
   * An agent's day.
   *
   * @param talks how many talks began
   * @param talkSeconds how long they took on average; 0 when there was none
   * @param unanswered how often nobody answered the telephone
   * @param booked how many ended with appointments booked or moved
   */
  public record Figures(int talks, int talkSeconds, int unanswered, int booked) {}

  /** What can be chosen. */
  public record Choices(
      List<PauseReason> pauses,
      List<WrapCode> wrapCodes,
      List<String> points,
      List<String> interpreters) {}

  /**
   * Another agent.
   *
   * @param name of the account
   * @param ready whether a caller can be handed over to them
   */
  public record Colleague(
      String name,
      String shownName,
      SeatState state,
      Instant since,
      boolean ready,
      List<String> languages,
      List<String> skills) {}

  /**
   * A telephone.
   *
   * @param reachable whether Asterisk reaches it; null when nobody knows
   * @param taken whether somebody is at it
   */
  public record Phone(String name, @Nullable Boolean reachable, boolean taken) {}
}
