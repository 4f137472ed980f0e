package de.durchkommen.agent;

import de.durchkommen.booking.HoldKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What goes along with a caller who is connected to an agent, so that nobody has to tell the story
 * twice. Written by call scripts, read at the agent's desk.
 *
 * @param callId of the call
 * @param why how it came to this
 * @param person who it is, proven by code and birth date; empty when that is not known
 * @param language in which the caller was spoken to: two small letters
 * @param hold the seats that are held for them
 * @param transcript what was said and keyed, oldest first, without secrets; of more than {@link
 *     #MOST_LINES} the last ones
 */
public record Handover(
    String callId,
    Why why,
    OptionalLong person,
    String language,
    Optional<HoldKey> hold,
    List<Line> transcript) {
  /** So many lines go along at most. */
  public static final int MOST_LINES = 200;

  /** Longer lines are cut, in characters. */
  public static final int LONGEST_LINE = 500;

  /** How it came to this. */
  public enum Why {
    /** They pressed 0. */
    ASKED,
    /** They did not answer, twice. */
    SILENT,
    /** What they keyed was not understood. */
    NOT_UNDERSTOOD,
    /** Three wrong codes. */
    WRONG_CODES,
    /** They have no letter. */
    NO_LETTER,
    /** Their code is locked. */
    LOCKED,
    /** Something did not work. */
    FAILURE,
    /** The talk with an agent broke off. */
    AGENT_LOST,
    /** They were called back. */
    CALLED_BACK
  }

  /** Who said it. */
  @Schema(name = "HandoverLineKind")
  public enum Kind {
    /** The caller was told something. */
    TOLD,
    /** The caller was asked something. */
    ASKED,
    /** The caller keyed an answer. */
    KEYED
  }

  /**
   * Something that was said or keyed.
   *
   * @param text {@code …} for what is secret or private
   */
  @Schema(name = "HandoverLine")
  public record Line(Kind kind, String text) {
    /** Cuts what is too long. */
    public Line {
      text = text.substring(0, Math.min(text.length(), LONGEST_LINE));
    }
  }

  /** Keeps the last lines. */
  public Handover {
    transcript =
        List.copyOf(
            transcript.subList(Math.max(0, transcript.size() - MOST_LINES), transcript.size()));
  }

  /** Without what was said: it does not belong in logs. */
  @Override
  public String toString() {
    return "Handover[" + why + "]";
  }
}
