package de.durchkommen.bench;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.ArgumentKind;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.voice.Voices;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long it takes until a sentence that was never said before can be played, by each engine; in
 * the same run, turn by turn, the same sentence by the same engine from the command line, without
 * anything of ours. And how long it takes to find one that was said before.
 *
 * <p>What is measured is all that is between the text and the files that Asterisk plays: the
 * engine, trimming, loudness, resampling, all codecs, and the folder of sounds.
 */
public final class VoicesBench {
  private static final Prompt SENTENCE =
      Prompt.of("queue.position", Map.of("position", ArgumentKind.NUMBER));

  /** Class loading and compiling; a hotline has made its fixed texts before anybody calls. */
  private static final int FORGOTTEN = 5;

  private static final int COUNTED = 30;
  private static final int COUNTED_SHORTLY = 3;
  private static final int FOUND_AGAIN = 200;

  private final Wiring wiring;
  private final PrintStream progress;
  private final PromptLibrary library;
  private final Report report = new Report();
  private final Latencies warm = new Latencies(FOUND_AGAIN * BareEngine.SPEAKERS.size());
  private boolean sound = true;

  private VoicesBench(Wiring wiring, PrintStream progress) {
    this.wiring = wiring;
    this.progress = progress;
    this.library =
        new PromptLibrary(new PromptFolder(Optional.of(wiring.path("prompts"))), Clock.systemUTC());
  }

  /**
   * Measures and prints.
   *
   * @param arguments {@code name=value}; see {@code launch.VoicesBenchCommand}
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.GERMANY);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean sound = new VoicesBench(new Wiring(arguments), out).measured();
    System.exit(sound ? 0 : 1);
  }

  private boolean measured() throws IOException, InterruptedException {
    report.row(
        "Maschine und Sprachen",
        "%9s %9s %9s %9s %9s".formatted("kalt p50", "kalt p95", "allein", "Faktor", "Echtzeit"));
    for (Map.Entry<String, List<String>> speaker : BareEngine.SPEAKERS.entrySet()) {
      measure(speaker.getKey(), speaker.getValue());
    }
    double found = warm.milliseconds(0.5);
    report.row("schon gesprochen, Millisekunden", "%9.3f".formatted(found));
    report.figure("voices.warm", found, "ms");
    report.print(progress);
    return sound;
  }

  private void measure(String engine, List<String> languages)
      throws IOException, InterruptedException {
    VoiceTimes times = new VoiceTimes();
    for (String language : languages) {
      if (!library.languages().contains(Locale.of(language))) {
        continue;
      }
      progress.println("• " + engine + ", " + language + " …");
      try {
        measure(engine, Locale.of(language), times);
      } catch (IOException mute) {
        sound = false;
        progress.println("  spricht nicht: " + mute.getMessage());
        return;
      }
    }
    if (times.isEmpty()) {
      return;
    }
    report.row(engine + " " + String.join(" ", languages), times.row());
    report.figure("voices." + engine + ".cold", times.cold(), "ms");
    report.figure("voices." + engine + ".cold_p95", times.coldMost(), "ms");
    report.figure("voices." + engine + ".real_time_factor", times.realTimeFactor(), "ratio");
    report.figure("voices." + engine + ".ratio_to_bare", times.ratioToBare(), "ratio");
  }

  private void measure(String engine, Locale language, VoiceTimes times)
      throws IOException, InterruptedException {
    Path sounds = Files.createTempDirectory(wiring.path("work"), "sounds");
    Announcer voice = voice(engine, language.getLanguage(), sounds);
    BareEngine bare = new BareEngine(wiring, engine, language.getLanguage(), sounds);
    List<SpokenText> texts = texts(language);
    for (int i = 0; i < texts.size(); i++) {
      SpokenText text = texts.get(i);
      // Which one begins changes: the second finds the program's files in memory.
      long before = i % 2 == 0 ? bare.nanoseconds(text.text()) : 0;
      long begun = System.nanoTime();
      Path made = voice.audio(text);
      long ours = System.nanoTime() - begun;
      long alone = before > 0 ? before : bare.nanoseconds(text.text());
      if (i >= FORGOTTEN) {
        times.add(ours, alone, Files.size(Path.of(made + ".alaw")));
      }
    }
    foundAgain(voice, texts);
  }

  private void foundAgain(Announcer voice, List<SpokenText> texts) {
    for (int i = 0; i < FOUND_AGAIN; i++) {
      SpokenText text = texts.get(i % texts.size());
      long begun = System.nanoTime();
      voice.audio(text);
      warm.add(System.nanoTime() - begun);
    }
  }

  /** One engine alone, with a folder of its own, so that nothing was said before. */
  private Announcer voice(String engine, String language, Path sounds) {
    Map<String, String> own =
        Map.of(
            "durchkommen.sounds.dir",
            sounds.toString(),
            "durchkommen.voice.engines." + language,
            engine);
    return Voices.engines(
        library,
        key -> Optional.ofNullable(own.get(key)).or(() -> wiring.optional(key)),
        Clock.systemUTC());
  }

  private List<SpokenText> texts(Locale language) {
    int counted = wiring.isShort() ? COUNTED_SHORTLY : COUNTED;
    List<SpokenText> texts = new ArrayList<>();
    for (int position = 1; position <= FORGOTTEN + counted; position++) {
      texts.add(library.spoken(SENTENCE.with(Map.of("position", position)), language));
    }
    return texts;
  }
}
