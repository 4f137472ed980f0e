package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.durchkommen.launch.phone.CrossCorrelation.Match;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the same sums without any transform. */
class CrossCorrelationTest {
  private static final int ANCHOR = Recogniser.ANCHOR;
  private static final int PLACE = 61_234;

  private final short[] sound = Samples.audio("abschied");
  private final short[] recording = new short[100_000];
  private final CrossCorrelation correlation;

  /** The sound lies in noise. */
  CrossCorrelationTest() {
    Random random = new Random(116117);
    for (int i = 0; i < recording.length; i++) {
      recording[i] = (short) (200 * random.nextGaussian());
    }
    for (int i = 0; i < sound.length; i++) {
      recording[PLACE + i] += (short) (sound[i] / 2);
    }
    correlation = new CrossCorrelation(recording, ANCHOR);
  }

  private Template piece(int from, int length) {
    return Template.of(sound, from, from + length);
  }

  private double gamma(Template template, int at) {
    Template under = Template.of(recording, at, at + template.length());
    double product = 0;
    for (int i = 0; i < template.length(); i++) {
      product += template.centred()[i] * under.centred()[i];
    }
    return product / (template.norm() * under.norm());
  }

  /** Few lags are summed, more are transformed: in one of three sizes. */
  @ParameterizedTest
  @CsvSource({"4, 4000", "15, 4000", "16, 4000", "960, 6000", "2000, 8000", "9000, 8000"})
  void theBestOfSomeLagsIsTheBestOfAllSums(int lag, int length) {
    Template template = piece(2_000, length);
    int expected = PLACE + 2_000 - lag / 2;
    Match best = correlation.best(template, expected, lag);
    assertThat(best.at()).isEqualTo(PLACE + 2_000);
    assertThat(best.gamma()).isGreaterThan(0.9);
    assertThat(best.gamma()).isCloseTo(gamma(template, PLACE + 2_000), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 960})
  void aPlaceOneSampleBeyondTheLagIsNotFound(int lag) {
    Template template = piece(2_000, 4_000);
    int found = PLACE + 2_000;
    assertThat(correlation.best(template, found - lag, lag).at()).isEqualTo(found);
    assertThat(correlation.best(template, found + lag, lag).at()).isEqualTo(found);
    assertThat(correlation.best(template, found - lag - 1, lag).at()).isLessThan(found);
    assertThat(correlation.best(template, found + lag + 1, lag).at()).isGreaterThan(found);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 960})
  void lagsEndWithTheRecording(int lag) {
    Template first = Template.of(recording, 0, 4_000);
    assertThat(correlation.best(first, -lag, lag).at()).isZero();
    assertThat(correlation.best(first, -lag, lag).gamma()).isCloseTo(1, within(1e-9));
    assertThat(correlation.best(first, -lag - 1, lag).gamma()).isZero();
    int end = recording.length - 4_000;
    Template last = Template.of(recording, end, recording.length);
    assertThat(correlation.best(last, end + lag, lag).at()).isEqualTo(end);
    assertThat(correlation.best(last, end + lag + 1, lag).gamma()).isZero();
  }

  @Test
  void isFoundByAFullSearchAndByOneOfItsSurroundings() {
    Template template = piece(2_000, ANCHOR);
    List<Match> all = correlation.matches(template, 0.75, 2_000, Places.ALL);
    assertThat(all).extracting(Match::at).containsExactly(PLACE + 2_000);
    List<Match> near = correlation.matches(template, PLACE + 1_000, PLACE + 9_000, 0.75, 2_000);
    assertThat(near).extracting(Match::at).containsExactly(PLACE + 2_000);
    assertThat(near.getFirst().gamma()).isCloseTo(all.getFirst().gamma(), within(1e-4));
    assertThat(correlation.matches(template, PLACE + 2_001, PLACE + 9_000, 0.99, 2_000)).isEmpty();
    assertThat(correlation.matches(template, PLACE - 9_000, PLACE + 1_999, 0.99, 2_000)).isEmpty();
  }

  @Test
  void isLookedForAtSomePlacesOnly() {
    Template template = piece(2_000, ANCHOR);
    int found = PLACE + 2_000;
    Places there = (first, last) -> first <= found && found <= last;
    Places elsewhere = (first, last) -> first != found || last != found;
    assertThat(correlation.matches(template, 0.75, 2_000, there))
        .containsExactlyElementsOf(correlation.matches(template, 0.75, 2_000, Places.ALL));
    assertThat(correlation.matches(template, 0.99, 2_000, elsewhere)).isEmpty();
    assertThat(correlation.matches(template, 0.75, 2_000, (first, last) -> false)).isEmpty();
  }

  @Test
  void silenceIsFoundNowhereAndHoldsNothing() {
    Template silence = Template.of(new short[4_000]);
    assertThat(correlation.best(silence, PLACE, 960).gamma()).isZero();
    assertThat(correlation.matches(silence, 0.1, 2_000, Places.ALL)).isEmpty();
    CrossCorrelation silent = new CrossCorrelation(new short[100_000], ANCHOR);
    assertThat(silent.best(piece(2_000, 4_000), PLACE, 960).gamma()).isZero();
    assertThat(silent.matches(piece(2_000, ANCHOR), 0.1, 2_000, Places.ALL)).isEmpty();
  }

  @Test
  void placesThatReachTooFarAreRefused() {
    Template template = piece(2_000, ANCHOR);
    int places = Products.REACH - ANCHOR;
    assertThat(correlation.matches(template, 40_000, 40_000 + places - 1, 0.99, 2_000)).hasSize(1);
    assertThatThrownBy(() -> correlation.matches(template, 40_000, 40_000 + places, 0.99, 2_000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
