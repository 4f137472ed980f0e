package de.durchkommen.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was said and keyed in one call, in order. Written by the call's thread, read by others.
 * Secret answers are not in it, nor are questions that tell something private.
 */
public final class Transcript {
  /** No call is longer than this many lines; further ones are dropped. */
  static final int MAX_LINES = 2_000;

  /** A line that was told within so many lines, with nothing asked between, is a repetition. */
  static final int REPEATED_WITHIN = 8;

  /** Stands for what must not be written down. */
  private static final String HIDDEN = "…";

  private final List<Line> lines = new ArrayList<>();
  private @Nullable Outcome outcome;

  /**
   * One line.
   *
   * @param kind what happened
   * @param text what was said, or which keys were pressed ("…" for what is private or secret)
   * @param audio path of the audio that was played, without extension; empty for keys
   */
  @Schema(name = "TranscriptLine")
  public record Line(Kind kind, String text, String audio) {}

  /** What happened. */
  @Schema(name = "TranscriptLineKind")
  public enum Kind {
    /** The caller was told something. */
    TOLD,
    /** The caller was asked something; keys are awaited from the start of the sentence. */
    ASKED,
    /** The caller keyed an answer. */
    KEYED
  }

  /** Notes what is about to be said. */
  public synchronized void said(Caller.Tone tone, String text, String audio) {
    Kind kind = tone == Caller.Tone.STATEMENT ? Kind.TOLD : Kind.ASKED;
    added(new Line(kind, tone == Caller.Tone.PRIVATE_QUESTION ? HIDDEN : text, audio));
  }

  /** Notes an answer; {@code null} for a secret one. */
  public synchronized void keyed(@Nullable String keys) {
    added(new Line(Kind.KEYED, keys == null ? HIDDEN : keys, ""));
  }

  /** Notes how the call ended. */
  public synchronized void ended(Outcome how) {
    outcome = how;
  }

  /** A copy of the lines from this index on. */
  public synchronized List<Line> lines(int from) {
    return List.copyOf(lines.subList(Math.clamp(from, 0, lines.size()), lines.size()));
  }

  /** How the call ended; empty while it goes on. */
  public synchronized Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** What is told again and again to somebody who waits for an hour is written down once. */
  private boolean isRepeated(Line line) {
    List<Line> last = lines.subList(Math.max(0, lines.size() - REPEATED_WITHIN), lines.size());
    int asked = lastAnswer(last);
    return line.kind() == Kind.TOLD && last.subList(asked, last.size()).contains(line);
  }

  /** The index after the last line that is not something told. */
  private static int lastAnswer(List<Line> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).kind() == Kind.TOLD) {
      end--;
    }
    return end;
  }

  private void added(Line line) {
    if (lines.size() < MAX_LINES && !isRepeated(line)) {
      lines.add(line);
    }
  }
}
