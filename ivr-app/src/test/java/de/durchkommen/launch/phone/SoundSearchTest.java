package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.CrossCorrelation.Match;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is found in two stages is what is found when every place is looked at in all of the sound.
 */
class SoundSearchTest {
  private static final int APART = 2_000;
  private static final double NEARLY = 1e-3;

  @ParameterizedTest
  @MethodSource("de.durchkommen.launch.phone.Samples#german")
  void findsWhatALookAtEveryPlaceFinds(String name) throws IOException {
    short[] call =
        new Samples()
            .says("code")
            .silence(Duration.ofMillis(737))
            .says(name)
            .says("geburtstag")
            .says(name)
            .packetLost(Duration.ofMillis(400))
            .quieter(20)
            .noise()
            .recording()
            .samples();
    short[] voice = Voice.of(Samples.sound(name).samples()).samples();
    CrossCorrelation all = new CrossCorrelation(call, Recording.RATE);
    SoundSearch search = new SoundSearch(call, Recording.RATE);
    for (int from = 0; from + Recording.RATE <= voice.length; from += Recording.RATE / 2) {
      short[] piece = Arrays.copyOfRange(voice, from, from + Recording.RATE);
      List<Match> expected = all.matches(piece, Recogniser.THRESHOLD, APART);
      List<Match> found = search.matches(piece, Recogniser.THRESHOLD, APART);
      assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
      assertThat(found).extracting(Match::at).isEqualTo(expected.stream().map(Match::at).toList());
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i).gamma())
            .isBetween(expected.get(i).gamma() - NEARLY, expected.get(i).gamma() + NEARLY);
      }
      assertThat(search.matches(piece.clone(), Recogniser.THRESHOLD, APART)).isSameAs(found);
      int late = found.getLast().at() + 900;
      Match best = search.best(voice, from, from + Recording.RATE, late, 1_000);
      assertThat(best.at()).isEqualTo(found.getLast().at());
    }
  }
}
