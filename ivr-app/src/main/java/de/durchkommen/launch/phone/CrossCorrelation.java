package de.durchkommen.launch.phone;

import java.util.ArrayList;
import java.util.List;
import org.jtransforms.fft.FloatFFT_1D;

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
 * The FFT works on overlapping blocks (overlap-save), whose spectra are computed once a recording.
 *
 * <p>Safe for several threads at once.
 */
final class CrossCorrelation {
  /** A block is longer than a template by this, so that most of each transform is of use. */
  private static final int BLOCK_FACTOR = 8;

  /** Quieter than this (root mean square of 16 bit samples) counts as silence: about −60 dBFS. */
  static final double SILENCE_RMS = 30;

  private final short[] recording;
  private final double[] sums;
  private final double[] squares;
  private final int longest;
  private final int block;
  private final List<float[]> spectra = new ArrayList<>();
  private final FloatFFT_1D fft;
  private final float[] spreads;

  /**
   * Prepares a recording.
   *
   * @param longest length of the longest template that will be looked for, in samples
   */
  CrossCorrelation(short[] recording, int longest) {
    if (longest < 1) {
      throw new IllegalArgumentException("Templates of one sample at least");
    }
    this.recording = recording;
    this.longest = longest;
    this.block = BLOCK_FACTOR * Integer.highestOneBit(longest);
    this.fft = new FloatFFT_1D(block);
    this.sums = new double[recording.length + 1];
    this.squares = new double[recording.length + 1];
    for (int i = 0; i < recording.length; i++) {
      sums[i + 1] = sums[i] + recording[i];
      squares[i + 1] = squares[i] + (double) recording[i] * recording[i];
    }
    this.spreads = new float[Math.max(0, recording.length - longest + 1)];
    for (int i = 0; i < spreads.length; i++) {
      spreads[i] = (float) spread(i, longest);
    }
    for (int start = 0; start < recording.length; start += hop()) {
      spectra.add(spectrum(recording, start));
    }
  }

  /**
   * Every place where a template is found.
   *
   * @param threshold least γ
   * @param apart of places that are nearer to each other than this many samples, the best only
   */
  List<Match> matches(short[] template, double threshold, int apart) {
    if (template.length > longest) {
      throw new IllegalArgumentException("Template is longer than announced");
    }
    double[] centred = centred(template);
    double norm = norm(centred);
    List<Match> matches = new ArrayList<>();
    if (norm == 0 || template.length > recording.length) {
      return matches;
    }
    float[] wanted = spectrum(centred);
    for (int number = 0; number < spectra.size(); number++) {
      if (audible(number * hop())) {
        collect(
            number,
            product(spectra.get(number), wanted),
            template.length,
            norm,
            threshold,
            apart,
            matches);
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
    double[] centred = centred(java.util.Arrays.copyOfRange(template, from, to));
    double norm = norm(centred);
    Match best = new Match(at, 0);
    int last = Math.min(at + lag, recording.length - centred.length);
    for (int place = Math.max(0, at - lag); norm > 0 && place <= last; place++) {
      double spread = spread(place, centred.length);
      double gamma = spread == 0 ? 0 : dot(centred, place) / (spread * norm);
      if (gamma > best.gamma()) {
        best = new Match(place, gamma);
      }
    }
    return best;
  }

  /** A template's place in the recording. */
  record Match(int at, double gamma) {}

  private int hop() {
    return block - longest + 1;
  }

  private boolean audible(int start) {
    int end = Math.min(start + block, recording.length);
    return squares[end] - squares[start] > SILENCE_RMS * SILENCE_RMS;
  }

  private void collect(
      int number,
      float[] numerators,
      int length,
      double norm,
      double threshold,
      int apart,
      List<Match> matches) {
    int start = number * hop();
    int end = Math.min(hop(), recording.length - length - start + 1);
    for (int i = 0; i < end; i++) {
      double spread = length == longest ? spreads[start + i] : spread(start + i, length);
      if (spread > 0 && numerators[i] >= threshold * spread * norm) {
        keep(new Match(start + i, numerators[i] / (spread * norm)), apart, matches);
      }
    }
  }

  /** Adds a place, unless a better one is near that was added before it. */
  static void keep(Match match, int apart, List<Match> matches) {
    if (matches.isEmpty() || match.at() - matches.getLast().at() >= apart) {
      matches.add(match);
    } else if (match.gamma() > matches.getLast().gamma()) {
      matches.set(matches.size() - 1, match);
    }
  }

  /** √ Σ (f − f̄)² under a template; 0 where it is silent. */
  private double spread(int at, int length) {
    double sum = sums[at + length] - sums[at];
    double square = squares[at + length] - squares[at] - sum * sum / length;
    return square < SILENCE_RMS * SILENCE_RMS * length ? 0 : Math.sqrt(square);
  }

  private double dot(double[] centred, int at) {
    double sum = 0;
    for (int i = 0; i < centred.length; i++) {
      sum += centred[i] * recording[at + i];
    }
    return sum;
  }

  private static double[] centred(short[] template) {
    double mean = 0;
    for (short sample : template) {
      mean += (double) sample / template.length;
    }
    double[] centred = new double[template.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = template[i] - mean;
    }
    return centred;
  }

  private static double norm(double[] centred) {
    double square = 0;
    for (double sample : centred) {
      square += sample * sample;
    }
    return square < SILENCE_RMS * SILENCE_RMS * centred.length ? 0 : Math.sqrt(square);
  }

  private float[] spectrum(short[] samples, int start) {
    float[] spectrum = new float[block];
    int length = Math.min(block, samples.length - start);
    for (int i = 0; i < length; i++) {
      spectrum[i] = samples[start + i];
    }
    fft.realForward(spectrum);
    return spectrum;
  }

  private float[] spectrum(double[] centred) {
    float[] spectrum = new float[block];
    for (int i = 0; i < centred.length; i++) {
      spectrum[i] = (float) centred[i];
    }
    fft.realForward(spectrum);
    return spectrum;
  }

  /** The inverse transform of F · T*, in the packed layout of {@link FloatFFT_1D#realForward}. */
  private float[] product(float[] recorded, float[] wanted) {
    float[] product = new float[block];
    product[0] = recorded[0] * wanted[0];
    product[1] = recorded[1] * wanted[1];
    for (int i = 2; i < block; i += 2) {
      product[i] = recorded[i] * wanted[i] + recorded[i + 1] * wanted[i + 1];
      product[i + 1] = recorded[i + 1] * wanted[i] - recorded[i] * wanted[i + 1];
    }
    fft.realInverse(product, true);
    return product;
  }
}
