package de.durchkommen.voice;

/**
 * The step sizes of {@link G722Encoder}: 2^(11 + i/32), in 32 steps of an octave (table 16, ILB).
 */
final class G722Scale {
  static final int[] OF = {
    2_048, 2_093, 2_139, 2_186, 2_233, 2_282, 2_332, 2_383, 2_435, 2_489, 2_543, 2_599, 2_656,
    2_714, 2_774, 2_834, 2_896, 2_960, 3_025, 3_091, 3_158, 3_228, 3_298, 3_371, 3_444, 3_520,
    3_597, 3_676, 3_756, 3_838, 3_922, 4_008
  };

  private G722Scale() {}
}
