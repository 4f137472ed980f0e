package de.durchkommen.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An engine as somebody starts it at a command line: a text into a file, and nothing else. */
final class BareEngine {
  /** Each engine with the languages that it speaks here; Piper has no program, only a library. */
  static final Map<String, List<String>> SPEAKERS = speakers();

  private static final Map<String, String> PICO_VOICES =
      Map.of("de", "de-DE", "en", "en-GB", "it", "it-IT");
  private static final Map<String, String> RHVOICE_VOICES =
      Map.of("ru", "elena", "uk", "natalia", "pl", "magda");
  private static final int LIMIT_SECONDS = 30;

  private final Wiring wiring;
  private final String engine;
  private final String language;
  private final Path folder;

  BareEngine(Wiring wiring, String engine, String language, Path folder) {
    this.wiring = wiring;
    this.engine = engine;
    this.language = language;
    this.folder = folder;
  }

  private static Map<String, List<String>> speakers() {
    Map<String, List<String>> speakers = new LinkedHashMap<>();
    speakers.put("pico", List.of("de", "en", "it"));
    speakers.put("rhvoice", List.of("ru", "uk", "pl"));
    speakers.put("espeak", List.of("tr", "ar"));
    speakers.put("freetts", List.of("en"));
    return speakers;
  }

  /**
   * How long it takes to say a text.
   *
   * @throws IOException if it said nothing
   */
  long nanoseconds(String text) throws IOException, InterruptedException {
    Path wav = Files.createTempFile(folder, "bare", ".wav");
    Files.delete(wav);
    Path written = written(wav);
    try {
      long begun = System.nanoTime();
      run(command(wav, text), text);
      long took = System.nanoTime() - begun;
      if (!Files.exists(written) || Files.size(written) == 0) {
        throw new IOException(engine + " hat nichts gesagt");
      }
      return took;
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void run(List<String> command, String text) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream input = process.getOutputStream()) {
      // FreeTTS has its text as a word, and may be through before this is written.
      if (!engine.equals("freetts")) {
        input.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " ist gescheitert");
    }
  }

  /** Pico may have a root of its own; then it writes into that one's folder. */
  private Path written(Path wav) {
    return engine.equals("pico")
        ? wiring
            .optional("durchkommen.voice.pico.out")
            .map(out -> Path.of(out).resolve(wav.getFileName()))
            .orElse(wav)
        : wav;
  }

  private List<String> command(Path wav, String text) {
    return switch (engine) {
      case "pico" ->
          words("pico2wave", "-l", PICO_VOICES.getOrDefault(language, language), "-w", inner(wav));
      case "rhvoice" ->
          words(
              "RHVoice-test",
              "-p",
              RHVOICE_VOICES.getOrDefault(language, language),
              "-o",
              wav.toString());
      case "espeak" ->
          words(
              "espeak-ng", "-v", language, "-s", "150", "-b", "1", "--stdin", "-w", wav.toString());
      default -> freeTts(wav, text);
    };
  }

  private String inner(Path wav) {
    return wiring.optional("durchkommen.voice.pico.out").isPresent()
        ? "/tmp/" + wav.getFileName()
        : wav.toString();
  }

  private List<String> words(String usual, String... arguments) {
    String words = wiring.optional("durchkommen.voice." + engine).orElse(usual);
    List<String> command = new ArrayList<>(List.of(words.strip().split("\\s+")));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Its own program, in a JVM of its own: that is how it comes. */
  private static List<String> freeTts(Path wav, String text) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-Dfreetts.voices=com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory",
        "-cp",
        System.getProperty("java.class.path"),
        "com.sun.speech.freetts.FreeTTS",
        "-voice",
        "kevin16",
        "-dumpAudio",
        wav.toString(),
        "-text",
        text);
  }
}
