package de.durchkommen.launch.phone;

import de.durchkommen.launch.phone.CrossCorrelation.Match;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * Finds prompts in a recording of a call by their sound.
 *
 * <p>First the anchors of each prompt, its first three seconds of voice one by one, are looked for
 * in the whole recording by {@link SoundSearch}. From each place found a {@link Follower} tells how
 * far the recording goes on like the prompt, so that a prompt that a key interrupted is recognised
 * by its beginning. Where several prompts claim the same stretch, because they begin with the same
 * words, the one wins that explains more of it; of those that explain as much, the one heard to its
 * end; then the more alike. Which others were as good is told with it: of sentences that begin with
 * the same words and were interrupted within them it may have been any.
 *
 * <p>What was heard in 16 kHz is compared with what was made for telephones of 16 kHz.
 *
 * <p>Measured with rendered speech over G.711: the same prompt reaches a likeness of 1.00, with
 * noise 20 dB below it 0.99; other sentences of the same voice stay below 0.6.
 */
public final class Recogniser {
  /** Least normalised cross-correlation of an anchor and of each step after it. */
  static final double THRESHOLD = 0.75;

  /** A prompt that was not heard to its end must have been heard for this long: 1 s. */
  static final int LEAST = Recording.RATE;

  /** Prompts with less voice than 0.3 s are too short to be told from others, and left out. */
  static final int SHORTEST = Recording.RATE * 3 / 10;

  /** One second. */
  static final int ANCHOR = Recording.RATE;

  private static final int ANCHORS = 3;

  /** Places nearer to each other than a quarter of a second are one place. */
  private static final int APART = Recording.RATE / 4;

  private static final Duration STEP = Recording.at(Follower.STEP);
  private static final Duration SLACK = STEP.dividedBy(2);

  /** Likenesses nearer to each other than this are those of the same sound. */
  private static final double AS_GOOD = 0.005;

  /** The same for sounds of which one was followed for a step more. */
  private static final double CUT_OFF = 0.06;

  /** Breath and consonants around a voice that are too quiet to count as its beginning or end. */
  private static final Duration EDGE = Duration.ofMillis(150);

  static {
    // Threads of its own would keep the launcher from ending; prompts are worked on in parallel.
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  private final List<PromptSound> sounds;

  /**
   * A recogniser of these prompts.
   *
   * @param sounds what may be heard; each costs about 10 ms for three minutes of recording
   */
  public Recogniser(List<PromptSound> sounds) {
    this.sounds = List.copyOf(sounds);
  }

  /**
   * What was heard.
   *
   * @throws IOException if a prompt's audio cannot be read
   */
  public Hearing recognised(Recording recording) throws IOException {
    SoundSearch search = new SoundSearch(recording.samples(), ANCHOR);
    try {
      List<Heard> claims =
          sounds.parallelStream()
              .flatMap(sound -> claims(search, sound, recording.isWide()))
              .toList();
      List<Heard> prompts = settled(claims);
      return new Hearing(prompts, unknown(recording, prompts));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static Stream<Heard> claims(SoundSearch search, PromptSound sound, boolean wide) {
    try {
      Voice voice = Voice.of(wide ? sound.wideSamples() : sound.samples());
      if (voice.length() < SHORTEST) {
        return Stream.empty();
      }
      return starts(search, voice).stream()
          .flatMap(start -> new Follower(search, sound, voice).from(start).stream());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where a prompt seems to begin: one place for each that an anchor tells. */
  private static List<Integer> starts(SoundSearch search, Voice voice) {
    List<Integer> starts = new ArrayList<>();
    for (int offset = 0; offset < ANCHORS * ANCHOR; offset += ANCHOR) {
      int end = Math.min(offset + ANCHOR, voice.length());
      if (end - offset < SHORTEST) {
        break;
      }
      short[] anchor = Arrays.copyOfRange(voice.samples(), offset, end);
      for (Match match : search.matches(anchor, THRESHOLD, APART)) {
        int start = match.at() - offset;
        if (starts.stream().noneMatch(known -> Math.abs(known - start) < APART)) {
          starts.add(start);
        }
      }
    }
    return starts;
  }

  private static List<Heard> settled(List<Heard> claims) {
    List<Heard> open = new ArrayList<>(claims);
    open.sort(Comparator.comparing(Heard::length).reversed());
    List<Heard> settled = new ArrayList<>();
    while (!open.isEmpty()) {
      Heard best = open.getFirst();
      for (Heard other : open) {
        if (overlap(other, best) && better(other, best)) {
          best = other;
        }
      }
      Heard winner = best;
      settled.add(winner.orAnyOf(asGood(winner, open)));
      open.removeIf(claim -> overlap(claim, winner));
    }
    settled.sort(Comparator.comparing(Heard::start));
    return settled;
  }

  private static List<PromptSound> asGood(Heard winner, List<Heard> claims) {
    return claims.stream()
        .filter(claim -> !claim.equals(winner) && overlap(claim, winner) && asGood(claim, winner))
        .map(Heard::sound)
        .toList();
  }

  /** The step in which a prompt was cut off lowers the likeness of whichever it is counted to. */
  private static boolean asGood(Heard one, Heard other) {
    Duration longer = one.length().minus(other.length()).abs();
    return one.whole() == other.whole()
        && longer.compareTo(STEP) <= 0
        && Math.abs(one.likeness() - other.likeness()) <= (longer.isZero() ? AS_GOOD : CUT_OFF);
  }

  /** The end of an interrupted prompt is known to half a step only. */
  private static boolean overlap(Heard one, Heard other) {
    return one.start().plus(SLACK).compareTo(other.end()) < 0
        && other.start().plus(SLACK).compareTo(one.end()) < 0;
  }

  private static boolean better(Heard one, Heard other) {
    Duration longer = one.length().minus(other.length());
    if (longer.abs().compareTo(STEP) > 0) {
      return longer.isPositive();
    }
    return one.whole() == other.whole() ? one.likeness() > other.likeness() : one.whole();
  }

  /** How long there was sound outside of the prompts; the step that cut a prompt off is its own. */
  private static Duration unknown(Recording recording, List<Heard> prompts) {
    short[] samples = recording.samples().clone();
    for (Heard heard : prompts) {
      Duration end = heard.end().plus(heard.whole() ? EDGE : STEP);
      int from = Math.clamp(Recording.index(heard.start().minus(EDGE)), 0, samples.length);
      Arrays.fill(samples, from, Math.clamp(Recording.index(end), from, samples.length), (short) 0);
    }
    int frame = Recording.RATE / 50;
    int audible = 0;
    for (int start = 0; start < samples.length; start += frame) {
      if (Voice.loudness(samples, start, start + frame) > 3 * CrossCorrelation.SILENCE_RMS) {
        audible += frame;
      }
    }
    return Recording.at(audible);
  }
}
