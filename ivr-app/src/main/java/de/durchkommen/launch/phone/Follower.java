package de.durchkommen.launch.phone;

import de.durchkommen.launch.phone.CrossCorrelation.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Follows one prompt through a recording from a place where it seems to begin, half a second at a
 * time, for as long as the recording goes on like the prompt.
 *
 * <p>Each step may be a little earlier or later than the one before, because telephones drop
 * packets and fill in for late ones; one step may fail, because a packet was lost in it. Steps in
 * which the prompt pauses tell nothing and are passed over.
 */
final class Follower {
  /** Half a second. */
  static final int STEP = Recording.RATE / 2;

  /** How far two steps may be out of time: 120 ms, as when a busy machine sends packets late. */
  private static final int LAG = Recording.RATE * 12 / 100;

  /** An anchor's place is known to the sample; this is for rounding only. */
  private static final int NEAR = 4;

  /** Least likeness of a step that is out of time: so many lags also give chance ones. */
  private static final double BEYOND_DOUBT = 0.9;

  /**
   * The longest stall within a prompt after which it is followed on: 1 s. Longer ones could be the
   * same prompt said once more.
   */
  private static final int STALL = Recording.RATE;

  private static final int MAX_STALLS = 5;

  /** Steps quieter than this part of the whole prompt are pauses. */
  private static final double PAUSE = 0.05;

  private final SoundSearch recording;
  private final PromptSound sound;
  private final Voice voice;

  private int heard;
  private int misses;
  private int stalls;
  private int drift;
  private double missedWeight;
  private double missedSum;
  private double weight;
  private double sum;

  Follower(SoundSearch recording, PromptSound sound, Voice voice) {
    this.recording = recording;
    this.sound = sound;
    this.voice = voice;
  }

  /**
   * How much of the prompt there is.
   *
   * @param at where its first voice seems to be in the recording
   * @return empty if it is not there, or less than {@link Recogniser#LEAST} of it
   */
  Optional<Heard> from(int at) {
    double silence = PAUSE * voice.loudness(0, voice.length());
    int start = 0;
    while (start < voice.length()) {
      int end = endOfStep(start);
      if (voice.loudness(start, end) > silence) {
        step(start, end, at);
      }
      start = end;
      if (misses == 2) {
        OptionalInt again = ++stalls > MAX_STALLS ? OptionalInt.empty() : foundAgain(at);
        if (again.isEmpty()) {
          break;
        }
        start = again.getAsInt();
      }
    }
    boolean whole = heard == voice.length() || endsLate(at);
    if (heard == 0 || (!whole && heard < Recogniser.LEAST)) {
      return Optional.empty();
    }
    int length = whole ? voice.length() : heard;
    return Optional.of(
        new Heard(sound, List.of(), Recording.at(at), Recording.at(length), whole, sum / weight));
  }

  /**
   * Whether the last words are there after a stall in or just before them. No step behind the stall
   * is left then by which it could be followed on; so the second half of what is missing has to be
   * there, beyond doubt.
   */
  private boolean endsLate(int at) {
    int missing = voice.length() - heard;
    if (heard < Recogniser.LEAST || missing >= Recogniser.ANCHOR + STEP) {
      return false;
    }
    int start = voice.length() - missing / 2;
    int middle = at + start + drift + (STALL - LAG) / 2;
    Match end = recording.best(voice.samples(), start, voice.length(), middle, (STALL + LAG) / 2);
    return end.gamma() >= BEYOND_DOUBT;
  }

  /** Where the prompt goes on after a stall, as a place in the prompt; empty if it does not. */
  private OptionalInt foundAgain(int at) {
    misses = 0;
    for (int start = heard + STEP; start + Recogniser.ANCHOR <= voice.length(); start += STEP) {
      if (start > heard + 3 * STEP) {
        break;
      }
      short[] piece = Arrays.copyOfRange(voice.samples(), start, start + Recogniser.ANCHOR);
      int expected = at + start + drift;
      for (Match match : recording.matches(piece, BEYOND_DOUBT, LAG)) {
        if (match.at() >= expected - LAG && match.at() <= expected + STALL) {
          drift = match.at() - at - start;
          return OptionalInt.of(start);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** A remainder of less than half a step belongs to the step before it. */
  private int endOfStep(int start) {
    int end = start + STEP;
    return voice.length() - end < STEP / 2 ? voice.length() : end;
  }

  private void step(int start, int end, int at) {
    double loudness = voice.loudness(start, end);
    double energy = loudness * loudness * (end - start);
    missedWeight += energy;
    Match match = match(start, end, at + start + drift);
    missedSum += energy * match.gamma();
    if (match.gamma() < Recogniser.THRESHOLD) {
      misses++;
      return;
    }
    misses = 0;
    drift = match.at() - at - start;
    heard = end;
    weight += missedWeight;
    sum += missedSum;
    missedWeight = 0;
    missedSum = 0;
  }

  /** In time if it can be; far out of time only if it is beyond doubt. */
  private Match match(int start, int end, int expected) {
    Match inTime = recording.best(voice.samples(), start, end, expected, NEAR);
    if (inTime.gamma() >= Recogniser.THRESHOLD) {
      return inTime;
    }
    Match slipped = recording.best(voice.samples(), start, end, expected, LAG);
    return slipped.gamma() >= BEYOND_DOUBT ? slipped : inTime;
  }
}
