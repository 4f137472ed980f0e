package de.durchkommen.launch.phone;

import java.util.ArrayList;
import java.util.List;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * Σ f(x) · t(x−u) at every place u of a recording, by FFT of overlapping blocks (overlap-save),
 * whose spectra are computed once a recording.
 */
final class Blocks {
  /** Samples of a block. */
  static final int LENGTH = 1 << 15;

  private static final FloatFFT_1D FFT = new FloatFFT_1D(LENGTH);

  private final int hop;
  private final List<float[]> spectra = new ArrayList<>();

  /**
   * Prepares a recording.
   *
   * @param longest length of the longest template
   */
  Blocks(short[] recording, int longest) {
    this.hop = LENGTH - longest + 1;
    for (int start = 0; start < recording.length; start += hop) {
      float[] block = new float[LENGTH];
      int length = Math.min(LENGTH, recording.length - start);
      for (int i = 0; i < length; i++) {
        block[i] = recording[start + i];
      }
      FFT.realForward(block);
      spectra.add(block);
    }
  }

  int count() {
    return spectra.size();
  }

  /** How many places a block has; so many samples after one block the next one begins. */
  int hop() {
    return hop;
  }

  /** The spectrum of a template. */
  static float[] spectrum(double[] template) {
    float[] block = new float[LENGTH];
    for (int i = 0; i < template.length; i++) {
      block[i] = (float) template[i];
    }
    FFT.realForward(block);
    return block;
  }

  /**
   * The inverse transform of F · T*, in the packed layout of {@link FloatFFT_1D#realForward}.
   *
   * @param template its spectrum
   * @param products {@link #LENGTH} numbers, of which the first {@link #hop} become the products
   */
  void multiply(int block, float[] template, float[] products) {
    float[] recorded = spectra.get(block);
    products[0] = recorded[0] * template[0];
    products[1] = recorded[1] * template[1];
    for (int i = 2; i < LENGTH; i += 2) {
      products[i] = recorded[i] * template[i] + recorded[i + 1] * template[i + 1];
      products[i + 1] = recorded[i + 1] * template[i] - recorded[i] * template[i + 1];
    }
    FFT.realInverse(products, true);
  }
}
