package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecogniserTest {
  private static final Duration PAUSE = Duration.ofMillis(730);
  private final Recogniser recogniser =
      new Recogniser(Samples.german().map(Samples::sound).toList());

  @ParameterizedTest
  @MethodSource("de.durchkommen.launch.phone.Samples#german")
  void recognisesAPromptAfterADelay(String name) throws IOException {
    Hearing hearing = heard(new Samples().silence(PAUSE).says(name).silence(PAUSE));

    assertThat(names(hearing)).containsExactly(name);
    Heard heard = hearing.prompts().getFirst();
    assertThat(heard.whole()).isTrue();
    assertThat(heard.likeness()).isGreaterThan(0.99);
    assertThat(heard.start()).isGreaterThanOrEqualTo(PAUSE);
    assertThat(heard.start()).isLessThan(PAUSE.plusMillis(200));
    assertThat(hearing.firstVoice()).contains(heard.start());
    assertThat(hearing.unknown()).isLessThan(Duration.ofMillis(50));
  }

  @ParameterizedTest
  @MethodSource("de.durchkommen.launch.phone.Samples#german")
  void recognisesAPromptInNoiseAtATenthOfItsLoudness(String name) throws IOException {
    Hearing hearing = heard(new Samples().says(name).quieter(10).noise());

    assertThat(names(hearing)).containsExactly(name);
    assertThat(hearing.prompts().getFirst().whole()).isTrue();
    assertThat(hearing.prompts().getFirst().likeness()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @MethodSource("de.durchkommen.launch.phone.Samples#german")
  void recognisesAPromptWithALostPacket(String name) throws IOException {
    Duration inTheFirstWord = Duration.ofMillis(400);
    assertThat(names(heard(new Samples().says(name).packetLost(inTheFirstWord))))
        .containsExactly(name);
  }

  @Test
  void recognisesAPromptWithASkippedPacket() throws IOException {
    for (int millis = 300; millis < 2500; millis += 275) {
      Samples skipped = new Samples().says("begruessung").packetSkipped(Duration.ofMillis(millis));
      Hearing hearing = heard(skipped.silence(PAUSE));
      assertThat(names(hearing)).as("after %s ms", millis).containsExactly("begruessung");
    }
  }

  @Test
  void followsAPromptOverAStallOfABusyMachine() throws IOException {
    for (int millis = 300; millis < 2500; millis += 275) {
      Samples stalled =
          new Samples()
              .says("begruessung")
              .stalled(Duration.ofMillis(millis), Duration.ofMillis(400));
      Hearing hearing = heard(stalled.silence(PAUSE).says("code"));
      assertThat(names(hearing)).as("after %s ms", millis).containsExactly("begruessung", "code");
      assertThat(hearing.prompts()).as("after %s ms", millis).allMatch(Heard::whole);
    }
  }

  @Test
  void followsAPromptOverAStallInItsLastWords() throws IOException {
    int length = (int) new Samples().says("begruessung").recording().length().toMillis();
    for (int millis = length - 2_000; millis < length - 750; millis += 75) {
      for (int stall = 100; stall <= 800; stall += 350) {
        Samples stalled =
            new Samples()
                .says("begruessung")
                .stalled(Duration.ofMillis(millis), Duration.ofMillis(stall));
        Hearing hearing = heard(stalled.silence(PAUSE).says("code"));
        assertThat(names(hearing))
            .as("%s of %s ms, for %s", millis, length, stall)
            .containsExactly("begruessung", "code");
        assertThat(hearing.prompts())
            .as("%s of %s ms, for %s", millis, length, stall)
            .allMatch(Heard::whole);
      }
    }
  }

  @Test
  void doesNotTakeASentenceForWholeWhoseLastWordsAreMissing() throws IOException {
    int length = (int) new Samples().says("begruessung").recording().length().toMillis();
    for (int millis = length - 1_300; millis < length - 700; millis += 75) {
      Hearing hearing =
          heard(new Samples().begins("begruessung", Duration.ofMillis(millis)).says("code"));
      assertThat(names(hearing)).as("%s ms", millis).containsExactly("begruessung", "code");
      assertThat(hearing.prompts())
          .as("%s of %s ms", millis, length)
          .extracting(Heard::whole)
          .containsExactly(false, true);
    }
  }

  /** The sound for 16 kHz is another one here, so that it is known which one was compared. */
  @Test
  void comparesWhatWasHeardIn16KhzWithWhatWasMadeForIt(@TempDir Path folder) throws IOException {
    Files.copy(Samples.FOLDER.resolve("code.alaw"), folder.resolve("a.alaw"));
    Files.copy(Samples.FOLDER.resolve("code.txt"), folder.resolve("a.txt"));
    Wav wide = Recording.of(Samples.audio("abschied")).sound(Recording.WIDE_RATE);
    Path wav = folder.resolve("a.wav");
    wide.write(wav, wide.samples().length);
    byte[] bytes = Files.readAllBytes(wav);
    Files.write(folder.resolve("a.sln16"), Arrays.copyOfRange(bytes, 44, bytes.length));
    Recogniser one = new Recogniser(List.of(PromptSound.of(folder.resolve("a"))));

    List<Heard> better = one.recognised(Recording.read(wav)).prompts();
    assertThat(better).hasSize(1).allMatch(Heard::whole);
    assertThat(better.getFirst().likeness()).isGreaterThan(0.99);
    assertThat(one.recognised(new Samples().says("abschied").recording()).prompts()).isEmpty();
    assertThat(one.recognised(new Samples().says("code").recording()).prompts()).hasSize(1);
    Files.delete(folder.resolve("a.sln16"));
    assertThat(one.recognised(Recording.read(wav)).prompts()).isEmpty();
  }

  @Test
  void tellsAPromptThatIsSaidOnceMore() throws IOException {
    Hearing hearing =
        heard(new Samples().begins("code", Duration.ofMillis(1_300)).silence(PAUSE).says("code"));
    assertThat(names(hearing)).containsExactly("code", "code");
    assertThat(hearing.prompts()).extracting(Heard::whole).containsExactly(false, true);
  }

  @Test
  void tellsSentencesThatBeginWithTheSameWordsApart() throws IOException {
    Hearing hearing =
        heard(
            new Samples()
                .says("code")
                .silence(PAUSE)
                .says("geburtstag")
                .says("gruss")
                .says("code"));
    assertThat(names(hearing)).containsExactly("code", "geburtstag", "gruss", "code");
    assertThat(hearing.prompts()).allMatch(Heard::whole);
  }

  @Test
  void recognisesAnInterruptedPromptByItsBeginning() throws IOException {
    Hearing hearing =
        heard(
            new Samples()
                .begins("abschied", Duration.ofMillis(1_400))
                .silence(PAUSE)
                .says("geburtstag"));
    assertThat(names(hearing)).containsExactly("abschied", "geburtstag");
    assertThat(hearing.prompts().getFirst().whole()).isFalse();
    assertThat(hearing.prompts().getFirst().length().toMillis()).isCloseTo(1_250, within(300L));
    assertThat(hearing.unknown()).isLessThan(Duration.ofMillis(50));
  }

  /** The same audio stands for two sentences that begin with the same words. */
  @Test
  void tellsWhichOthersItMayHaveBeen(@TempDir Path folder) throws IOException {
    PromptSound one = began("abschied", folder.resolve("eight"), "Um 8 Uhr.");
    PromptSound other = began("abschied", folder.resolve("nine"), "Um 9\n  Uhr.");
    PromptSound third = began("code", folder.resolve("ten"), "Um 10 Uhr.");
    Recording call = new Samples().begins("abschied", Duration.ofSeconds(2)).recording();

    List<Heard> heard = new Recogniser(List.of(one, other, third)).recognised(call).prompts();
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().mayBe("Um 8 Uhr.")).isTrue();
    assertThat(heard.getFirst().mayBe("Um 9 Uhr.")).isTrue();
    assertThat(heard.getFirst().mayBe("Um 10 Uhr.")).isFalse();
    assertThat(heard.getFirst().others()).hasSize(1);
  }

  /** However far it was heard behind the words that both begin with. */
  @Test
  void tellsWhichItMayHaveBeenWhenCutOffWhereTheyBeginToDiffer(@TempDir Path folder)
      throws IOException {
    byte[] code = Files.readAllBytes(Samples.FOLDER.resolve("code.alaw"));
    for (int both = 16_000; both < 20_000; both += 500) {
      byte[] same = Arrays.copyOf(code, both);
      PromptSound one = goesOn(same, "abschied", folder.resolve("eight" + both), "Um 8 Uhr.");
      PromptSound other = goesOn(same, "geburtstag", folder.resolve("nine" + both), "Um 9 Uhr.");
      for (int more = 0; more <= Recording.RATE / 2; more += Recording.RATE / 16) {
        short[] call = Arrays.copyOf(one.samples(), both + more);
        List<Heard> heard =
            new Recogniser(List.of(one, other))
                .recognised(Recording.of(Arrays.copyOf(call, call.length + Recording.RATE)))
                .prompts();
        assertThat(heard)
            .as("%s of both, then %s", both, more)
            .hasSize(1)
            .allMatch(it -> it.mayBe("Um 8 Uhr."));
      }
    }
  }

  private static PromptSound goesOn(byte[] same, String name, Path audio, String text)
      throws IOException {
    byte[] rest = Files.readAllBytes(Samples.FOLDER.resolve(name + ".alaw"));
    byte[] all = Arrays.copyOf(same, same.length + rest.length);
    System.arraycopy(rest, 0, all, same.length, rest.length);
    Files.write(audio.resolveSibling(audio.getFileName() + ".alaw"), all);
    return new PromptSound(audio, "de", text);
  }

  private static PromptSound began(String name, Path audio, String text) throws IOException {
    Files.copy(
        Samples.FOLDER.resolve(name + ".alaw"),
        audio.resolveSibling(audio.getFileName() + ".alaw"));
    return new PromptSound(audio, "de", text);
  }

  @Test
  void claimsNothingForLessThanASecondOfALongPrompt() throws IOException {
    assertThat(
            heard(new Samples().begins("abschied", Duration.ofMillis(600)).silence(PAUSE))
                .prompts())
        .isEmpty();
  }

  @Test
  void hearsNothingInSilence() throws IOException {
    Hearing hearing = heard(new Samples().silence(Duration.ofSeconds(5)));
    assertThat(hearing.prompts()).isEmpty();
    assertThat(hearing.firstVoice()).isEmpty();
    assertThat(hearing.unknown()).isZero();
    assertThat(heard(new Samples()).prompts()).isEmpty();
  }

  @Test
  void doesNotTakeEnglishForGerman() throws IOException {
    Hearing hearing = heard(new Samples().silence(PAUSE).says("english"));
    assertThat(hearing.prompts()).isEmpty();
    assertThat(hearing.unknown()).isGreaterThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @MethodSource("de.durchkommen.launch.phone.Samples#german")
  void otherSentencesOfTheSameVoiceStayFarBelowTheThreshold(String name) throws IOException {
    List<PromptSound> others =
        Samples.german()
            .filter(other -> !other.equals(name) && !sameBeginning(other, name))
            .map(Samples::sound)
            .toList();
    assertThat(new Recogniser(others).recognised(new Samples().says(name).recording()).prompts())
        .isEmpty();
    CrossCorrelation all = new CrossCorrelation(Samples.audio(name), Recording.RATE);
    for (PromptSound other : others) {
      short[] voice = Voice.of(other.samples()).samples();
      short[] anchor = java.util.Arrays.copyOf(voice, Math.min(voice.length, Recording.RATE));
      assertThat(all.matches(anchor, Recogniser.THRESHOLD - 0.1, 1)).as("%s", other).isEmpty();
    }
  }

  @Test
  void searchesThreeMinutesForFortyPromptsInSeconds() throws IOException {
    Samples call = new Samples();
    while (call.recording().length().compareTo(Duration.ofMinutes(3)) < 0) {
      call.says("code").silence(PAUSE).says("english").says("abschied");
    }
    List<PromptSound> forty = new ArrayList<>();
    while (forty.size() < 40) {
      Samples.german().map(Samples::sound).forEach(forty::add);
    }
    long start = System.nanoTime();
    new Recogniser(forty).recognised(call.recording());
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("3 min x 40 prompts: " + taken.toMillis() + " ms");
    assertThat(taken).isLessThan(Duration.ofSeconds(20));
  }

  private static boolean sameBeginning(String one, String other) {
    return Samples.sound(one).text().startsWith(Samples.sound(other).text().substring(0, 10));
  }

  private Hearing heard(Samples call) throws IOException {
    return recogniser.recognised(call.recording());
  }

  private static List<String> names(Hearing hearing) {
    return hearing.prompts().stream()
        .map(heard -> String.valueOf(heard.sound().audio().getFileName()))
        .toList();
  }
}
