package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import de.durchkommen.voice.RecordedLanguage.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Speaks with what people have recorded: a whole text, or one that is joined of recorded parts. It
 * has a text only when there are recordings for all of it: a sentence is never half of a person and
 * half of an engine.
 */
final class FragmentVoice implements VoiceEngine {
  /** To be raised when anything in the way from recordings to a sentence changes. */
  private static final String REVISION = "recordings-1";

  /** What joined sentences have at least. */
  private static final int LEAST_RATE = 16_000;

  private final Recordings recordings;

  FragmentVoice(Recordings recordings) {
    this.recordings = recordings;
  }

  @Override
  public String id(Locale language) {
    return REVISION;
  }

  /** The recordings themselves: new ones make new audio. */
  @Override
  public String id(SpokenText text) {
    var id = new StringBuilder();
    recordings
        .parts(text)
        .orElse(List.of())
        .forEach(
            part -> id.append(' ').append(part.before()).append(' ').append(part.file().hash()));
    return REVISION + " " + RecordedFile.hash(id.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean speaks(Locale language) {
    return true;
  }

  @Override
  public boolean says(SpokenText text) {
    return recordings.parts(text).isPresent();
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    Optional<List<Part>> parts = recordings.parts(text);
    if (parts.isEmpty()) {
      throw new EngineFailure("Not all of it is recorded any more");
    }
    Wave wave =
        parts.get().size() == 1 ? parts.get().getFirst().file().read() : joined(parts.get());
    try {
      WaveFile.write(wav, wave.samples(), wave.rate());
    } catch (IOException e) {
      throw new EngineFailure("A joined sentence cannot be written", e);
    }
  }

  private static Wave joined(List<Part> parts) throws EngineFailure {
    List<Wave> waves = new ArrayList<>();
    for (Part part : parts) {
      waves.add(part.file().read());
    }
    int rate = Math.max(LEAST_RATE, waves.stream().mapToInt(Wave::rate).max().orElse(0));
    var sound = new JoinedSound(rate);
    for (int i = 0; i < waves.size(); i++) {
      float[] samples = RateChange.of(waves.get(i).samples(), waves.get(i).rate(), rate);
      sound.add(FragmentSound.of(samples, rate), parts.get(i).before());
    }
    return new Wave(sound.samples(), rate);
  }
}
