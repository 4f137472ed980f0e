package de.durchkommen.launch.phone;

import de.durchkommen.launch.phone.CrossCorrelation.Match;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One prompt that may be in a recording. It is looked for by its anchors, its first three seconds
 * of voice one by one, and followed from each place where one of them tells that it begins.
 */
final class SoughtPrompt {
  private static final int ANCHORS = 3;

  /** Places nearer to each other than a quarter of a second are one place. */
  private static final int APART = Recording.RATE / 4;

  /** Least γ of a first anchor that may be a damaged one; other sentences seldom reach it. */
  private static final double HALF_ALIKE = 0.5;

  private final CrossCorrelation recording;
  private final PromptSound sound;
  private final Voice voice;
  private final List<Integer> starts = new ArrayList<>();

  /** A prompt, whose audio is read here. */
  SoughtPrompt(CrossCorrelation recording, PromptSound sound, boolean wide) throws IOException {
    this.recording = recording;
    this.sound = sound;
    this.voice = Voice.of(wide ? sound.wideSamples() : sound.samples());
  }

  /** Where it is by its first anchor; and by the others, where the first one is damaged. */
  List<Heard> byBeginning() {
    Optional<Template> beginning = anchor(0);
    if (beginning.isEmpty()) {
      return List.of();
    }
    List<Heard> claims = new ArrayList<>();
    for (Match match : recording.matches(beginning.get(), HALF_ALIKE, APART, Places.ALL)) {
      if (match.gamma() >= Recogniser.THRESHOLD) {
        claim(match.at(), claims);
      } else {
        claimDamaged(match.at(), claims);
      }
    }
    return claims;
  }

  /** Where else it is by its other anchors, as far as these are in what is not explained yet. */
  List<Heard> byWhatFollows(Remainder remainder) {
    List<Heard> claims = new ArrayList<>();
    for (int offset = Recogniser.ANCHOR;
        offset < ANCHORS * Recogniser.ANCHOR;
        offset += Recogniser.ANCHOR) {
      Optional<Template> anchor = anchor(offset);
      if (anchor.isPresent()) {
        int length = anchor.get().length();
        Places places = (first, last) -> remainder.isAudible(first, last + length);
        for (Match match : recording.matches(anchor.get(), Recogniser.THRESHOLD, APART, places)) {
          claim(match.at() - offset, claims);
        }
      }
    }
    return claims;
  }

  private void claimDamaged(int start, List<Heard> claims) {
    for (int offset = Recogniser.ANCHOR;
        offset < ANCHORS * Recogniser.ANCHOR;
        offset += Recogniser.ANCHOR) {
      int from = offset;
      anchor(offset)
          .map(anchor -> recording.best(anchor, start + from, APART))
          .filter(match -> match.gamma() >= Recogniser.THRESHOLD)
          .ifPresent(match -> claim(match.at() - from, claims));
    }
  }

  private void claim(int start, List<Heard> claims) {
    if (starts.stream().noneMatch(known -> Math.abs(known - start) < APART)) {
      starts.add(start);
      new Follower(recording, sound, voice).from(start).ifPresent(claims::add);
    }
  }

  /** Empty where the voice has ended, or nearly so, and for prompts that are too short at all. */
  private Optional<Template> anchor(int offset) {
    int end = Math.min(offset + Recogniser.ANCHOR, voice.length());
    return end - offset < Recogniser.SHORTEST
        ? Optional.empty()
        : Optional.of(Template.of(voice.samples(), offset, end));
  }
}
