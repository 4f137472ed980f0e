package de.durchkommen.launch.phone;

import java.util.Arrays;
import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Σ f(x) · t(x−u) at some places u next to each other. Few places are summed one by one, many by
 * one transform of the stretch that they lie in.
 */
final class Products {
  /** With so many places the transforms take about as long as the sums. */
  private static final int FEW = 32;

  /** How many samples places and template may reach over. */
  static final int REACH = 1 << 15;

  private static final int SHORTEST = 1 << 13;

  /** Of {@link #SHORTEST} samples, of twice as many, and so on up to {@link #REACH}. */
  private static final List<DoubleFFT_1D> TRANSFORMS =
      List.of(new DoubleFFT_1D(SHORTEST), new DoubleFFT_1D(2 * SHORTEST), new DoubleFFT_1D(REACH));

  private Products() {}

  /**
   * The products, one for each place.
   *
   * @param first the first place, in samples of the recording
   * @param places how many; with the template they reach over {@link #REACH} samples at most, none
   *     of them beyond the recording
   */
  static double[] of(short[] recording, double[] template, int first, int places) {
    if (places + template.length > REACH) {
      throw new IllegalArgumentException("Places and template within " + REACH + " samples only");
    }
    return places <= FEW
        ? summed(recording, template, first, places)
        : transformed(recording, template, first, places);
  }

  private static double[] summed(short[] recording, double[] template, int first, int places) {
    double[] products = new double[places];
    for (int place = 0; place < places; place++) {
      double sum = 0;
      for (int i = 0; i < template.length; i++) {
        sum += template[i] * recording[first + place + i];
      }
      products[place] = sum;
    }
    return products;
  }

  private static double[] transformed(short[] recording, double[] template, int first, int places) {
    int stretch = places + template.length - 1;
    int size = 0;
    while (SHORTEST << size < stretch) {
      size++;
    }
    double[] heard = new double[SHORTEST << size];
    for (int i = 0; i < stretch; i++) {
      heard[i] = recording[first + i];
    }
    double[] wanted = new double[heard.length];
    System.arraycopy(template, 0, wanted, 0, template.length);
    DoubleFFT_1D fft = TRANSFORMS.get(size);
    fft.realForward(heard);
    fft.realForward(wanted);
    multiply(heard, wanted);
    fft.realInverse(heard, true);
    return Arrays.copyOf(heard, places);
  }

  /** F · T* in place of F, in the packed layout of {@link DoubleFFT_1D#realForward}. */
  private static void multiply(double[] heard, double[] wanted) {
    heard[0] *= wanted[0];
    heard[1] *= wanted[1];
    for (int i = 2; i < heard.length; i += 2) {
      double real = heard[i] * wanted[i] + heard[i + 1] * wanted[i + 1];
      heard[i + 1] = heard[i + 1] * wanted[i] - heard[i] * wanted[i + 1];
      heard[i] = real;
    }
  }
}
