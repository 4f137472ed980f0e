package de.durchkommen.launch.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * Finds prompts in a recording of a call by their sound.
 *
 * <p>First the first second of each prompt is looked for in the whole recording by {@link
 * CrossCorrelation}. From each place found a {@link Follower} tells how far the recording goes on
 * like the prompt, so that a prompt that a key interrupted is recognised by its beginning. Where
 * several prompts claim the same stretch, because they begin with the same words, the one wins that
 * explains more of it; of those that explain as much, the one heard to its end; then the more
 * alike.
 *
 * <p>A first second may be damaged. So what is not explained yet is searched for the second and the
 * third second of each prompt, too; and wherever a first second is half as it should be, these two
 * are looked for behind it.
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

  private static final Duration STEP = Recording.at(Follower.STEP);
  private static final Duration SLACK = STEP.dividedBy(2);

  static {
    // Threads of its own would keep the launcher from ending; prompts are worked on in parallel.
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  private final List<PromptSound> sounds;

  /**
   * A recogniser of these prompts.
   *
   * @param sounds what may be heard; each costs about 30 ms of a processor for three minutes of
   *     recording
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
    CrossCorrelation correlation = new CrossCorrelation(recording.samples(), ANCHOR);
    try {
      List<SoughtPrompt> sought =
          sounds.parallelStream()
              .map(sound -> sought(correlation, sound, recording.isWide()))
              .toList();
      List<Heard> claims = claims(sought, SoughtPrompt::byBeginning);
      Remainder remainder = new Remainder(recording, settled(claims));
      claims.addAll(claims(sought, prompt -> prompt.byWhatFollows(remainder)));
      List<Heard> prompts = settled(claims);
      return new Hearing(prompts, new Remainder(recording, prompts).length());
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static SoughtPrompt sought(CrossCorrelation recording, PromptSound sound, boolean wide) {
    try {
      return new SoughtPrompt(recording, sound, wide);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Heard> claims(
      List<SoughtPrompt> sought, Function<SoughtPrompt, List<Heard>> claims) {
    return sought.parallelStream()
        .flatMap(prompt -> claims.apply(prompt).stream())
        .collect(Collectors.toCollection(ArrayList::new));
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
      settled.add(winner);
      open.removeIf(claim -> overlap(claim, winner));
    }
    settled.sort(Comparator.comparing(Heard::start));
    return settled;
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
}
