package de.durchkommen.launch.phone;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a short sound lies in a long one: fast normalised cross-correlation.
 *
 * <p>The measure is equation (2) of J. P. Lewis, "Fast Normalized Cross-Correlation", Vision
 * Interface 1995, in one dimension:
 *
 * <pre>
 *             Σ [f(x) − f̄(u)] [t(x−u) − t̄]
 * γ(u) = ─────────────────────────────────────
 *         √( Σ [f(x) − f̄(u)]²  Σ [t(x−u) − t̄]² )
 * </pre>
 *
 * <p>f is the recording, f̄(u) its mean under the template at u, t the template. γ is 1 for the
 * same sound at any loudness, about 0 for unrelated ones. As in the paper, the numerator needs only
 * the template's mean removed and is computed by FFT; the denominator by running sums of f and f².
 *
 * <p>Safe for several threads at once.
 */
final class CrossCorrelation {
  private final short[] recording;
  private final Energy energy;
  private final int longest;
  private final Blocks blocks;

  /** Under templates of the longest length; no product comes near that of a silent place. */
  private final float[] spreads;

  /**
   * Prepares a recording.
   *
   * @param longest length of the longest template that will be looked for, in samples
   */
  CrossCorrelation(short[] recording, int longest) {
    if (longest < 1 || longest > Blocks.LENGTH / 2) {
      throw new IllegalArgumentException(
          "Templates of 1 to %d samples only".formatted(Blocks.LENGTH / 2));
    }
    this.recording = recording;
    this.longest = longest;
    this.energy = new Energy(recording);
    this.blocks = new Blocks(recording, longest);
    this.spreads = new float[Math.max(0, recording.length - longest + 1)];
    for (int i = 0; i < spreads.length; i++) {
      spreads[i] = spread(i, longest);
    }
  }

  /**
   * Every place where a template is found.
   *
   * @param threshold least γ
   * @param apart of places that are nearer to each other than this many samples, the best only
   */
  List<Match> matches(short[] template, double threshold, int apart) {
    return matches(Template.of(template), threshold, apart, Places.ALL);
  }

  /** The same at some places only. */
  List<Match> matches(Template template, double threshold, int apart, Places places) {
    if (template.length() > longest) {
      throw new IllegalArgumentException("Template is longer than announced");
    }
    List<Match> matches = new ArrayList<>();
    if (template.norm() == 0) {
      return matches;
    }
    float[] spectrum = Blocks.spectrum(template.centred());
    float[] products = new float[Blocks.LENGTH];
    for (int block = 0; block < blocks.count(); block++) {
      int first = block * blocks.hop();
      int last = Math.min(first + blocks.hop(), recording.length - template.length() + 1) - 1;
      if (first <= last
          && energy.isAudible(first, last + template.length())
          && places.any(first, last)) {
        blocks.multiply(block, spectrum, products);
        collect(first, last, products, template, threshold, apart, places, matches);
      }
    }
    return matches;
  }

  /**
   * The same for a few places only, next to each other.
   *
   * @param first the first place in the recording
   * @param last the last one
   */
  List<Match> matches(Template template, int first, int last, double threshold, int apart) {
    List<Match> matches = new ArrayList<>();
    int from = Math.max(0, first);
    double[] gammas = gammas(template, from, last);
    for (int i = 0; i < gammas.length; i++) {
      if (gammas[i] >= threshold) {
        keep(new Match(from + i, gammas[i]), apart, matches);
      }
    }
    return matches;
  }

  /**
   * γ of one stretch of a template, at the best of the lags around a place.
   *
   * @param at where in the recording the stretch is expected
   * @param lag how many samples earlier or later it may be
   */
  Match best(short[] template, int from, int to, int at, int lag) {
    return best(Template.of(template, from, to), at, lag);
  }

  /** The same of a whole template. */
  Match best(Template template, int at, int lag) {
    int first = Math.max(0, at - lag);
    double[] gammas = gammas(template, first, at + lag);
    Match best = new Match(at, 0);
    for (int i = 0; i < gammas.length; i++) {
      if (gammas[i] > best.gamma()) {
        best = new Match(first + i, gammas[i]);
      }
    }
    return best;
  }

  /** A template's place in the recording. */
  record Match(int at, double gamma) {}

  /** γ at each place from one to another, as far as the recording goes. */
  private double[] gammas(Template template, int first, int last) {
    int places = Math.min(last, recording.length - template.length()) - first + 1;
    if (places <= 0 || template.norm() == 0) {
      return new double[0];
    }
    double[] gammas = Products.of(recording, template.centred(), first, places);
    for (int i = 0; i < places; i++) {
      double spread = energy.spread(first + i, template.length());
      gammas[i] = spread == 0 ? 0 : gammas[i] / (spread * template.norm());
    }
    return gammas;
  }

  private void collect(
      int first,
      int last,
      float[] products,
      Template template,
      double threshold,
      int apart,
      Places places,
      List<Match> matches) {
    float least = (float) (threshold * template.norm());
    for (int at = first; at <= last; at++) {
      float spread = template.length() == longest ? spreads[at] : spread(at, template.length());
      float product = products[at - first];
      if (product >= least * spread && places.any(at, at)) {
        keep(new Match(at, product / (spread * template.norm())), apart, matches);
      }
    }
  }

  private float spread(int at, int length) {
    double spread = energy.spread(at, length);
    return spread == 0 ? Float.POSITIVE_INFINITY : (float) spread;
  }

  private static void keep(Match match, int apart, List<Match> matches) {
    if (matches.isEmpty() || match.at() - matches.getLast().at() >= apart) {
      matches.add(match);
    } else if (match.gamma() > matches.getLast().gamma()) {
      matches.set(matches.size() - 1, match);
    }
  }
}
