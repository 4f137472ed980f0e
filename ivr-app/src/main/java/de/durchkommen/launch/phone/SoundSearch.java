package de.durchkommen.launch.phone;

import de.durchkommen.launch.phone.CrossCorrelation.Match;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where pieces of prompts lie in a recording, found in two stages: every place is looked at in the
 * low part of both, with a quarter of the samples, and only where that is alike in the whole sound.
 * Below 1 kHz lies most of what a voice has, so what is alike in all is so there too.
 *
 * <p>Many prompts begin with the same words, and what is heard of those is looked for once.
 *
 * <p>Safe for several threads at once.
 */
final class SoundSearch {
  private static final int QUARTER = 4;

  /** From 1 kHz on nothing is left: with a quarter of the samples it would fold back. */
  private static final LowPass LOW = new LowPass(36, 0.0875);

  /** How much less alike the low part may be than all of it: what a lost packet leaves differs. */
  private static final double LENIENCY = 0.8;

  /** The place in the low part is known to one of its samples; twice that, and a little more. */
  private static final int AROUND = 12;

  private final CrossCorrelation all;
  private final CrossCorrelation low;
  private final Map<Piece, List<Match>> known = new ConcurrentHashMap<>();

  /**
   * Prepares a recording.
   *
   * @param longest length of the longest piece that will be looked for, in samples
   */
  SoundSearch(short[] recording, int longest) {
    all = new CrossCorrelation(recording, longest);
    low = new CrossCorrelation(LOW.thinned(recording, QUARTER), longest / QUARTER);
  }

  private record Piece(ShortBuffer samples, double threshold, int apart) {}

  /**
   * Every place where a piece is found.
   *
   * @param threshold least likeness
   * @param apart of places that are nearer to each other than this many samples, the best only
   */
  List<Match> matches(short[] piece, double threshold, int apart) {
    return known.computeIfAbsent(
        new Piece(ShortBuffer.wrap(piece), threshold, apart),
        asked -> found(piece, threshold, apart));
  }

  private List<Match> found(short[] piece, double threshold, int apart) {
    List<Match> found = new ArrayList<>();
    for (Match rough :
        low.matches(LOW.thinned(piece, QUARTER), LENIENCY * threshold, apart / QUARTER)) {
      Match match = all.best(piece, 0, piece.length, QUARTER * rough.at(), AROUND);
      if (match.gamma() >= threshold) {
        CrossCorrelation.keep(match, apart, found);
      }
    }
    return List.copyOf(found);
  }

  /**
   * Likeness of one stretch of a prompt, at the best of the lags around a place.
   *
   * @param at where in the recording the stretch is expected
   * @param lag how many samples earlier or later it may be
   */
  Match best(short[] prompt, int from, int to, int at, int lag) {
    if (lag <= AROUND) {
      return all.best(prompt, from, to, at, lag);
    }
    short[] thin = LOW.thinned(Arrays.copyOfRange(prompt, from, to), QUARTER);
    Match rough =
        low.best(thin, 0, thin.length, Math.floorDiv(at, QUARTER), Math.ceilDiv(lag, QUARTER));
    return all.best(prompt, from, to, QUARTER * rough.at(), AROUND);
  }
}
