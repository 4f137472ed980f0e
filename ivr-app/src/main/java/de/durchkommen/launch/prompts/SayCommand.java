package de.durchkommen.launch.prompts;

import de.durchkommen.launch.LaunchFailure;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import de.durchkommen.voice.SoundCopy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says one sentence as callers hear it. */
@Command(
    name = "say",
    description = {
      "Spricht eine Ansage so, wie Anrufer sie hören.",
      "Zum Beispiel: prompts say de QUEUE_POSITION position=3 -o platz.wav"
    })
final class SayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SPRACHE", description = "Etwa de, en, tr.")
  private String language = "";

  @Parameters(
      index = "1",
      paramLabel = "ANSAGE",
      description = "Der Name: queue.position oder QUEUE_POSITION.")
  private String name = "";

  @Parameters(
      index = "2..*",
      paramLabel = "NAME=WERT",
      description = "Werte: Zahlen, Tage (2026-12-01), Uhrzeiten (09:30), beides mit T dazwischen.")
  private List<String> values = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DATEI",
      description = "Wohin die WAV-Datei geht. Ohne Angabe wird sie auch abgespielt.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PromptRoom room = PromptRoom.opened();
    PromptLibrary library = room.library();
    SpokenText words = words(room, library);
    PrintWriter out = spec.commandLine().getOut();
    out.println(words.text());
    Path wav = output == null ? Files.createTempFile("durchkommen-", ".wav") : output;
    try {
      SoundCopy.write(room.announcer(library).audio(words), wav);
    } catch (VoiceUnavailableException e) {
      throw new LaunchFailure(
          LaunchFailure.FAILED,
          "Für diese Sprache spricht gerade keine Stimme. Die Programme kommen mit:"
              + " ./durchkommen up",
          e);
    } catch (NoSuchFileException e) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE, "Die Datei " + wav + " lässt sich nicht anlegen.", e);
    }
    out.println(wav);
    if (output == null) {
      played(room, wav);
    }
    return 0;
  }

  private SpokenText words(PromptRoom room, PromptLibrary library) {
    Locale spoken = PromptRoom.language(library, language);
    // Those that the dialplan says alone are declared nowhere.
    SpokenText fixed = library.fixedTextsById(spoken, "fallback.").get(name);
    if (fixed != null) {
      return fixed;
    }
    try {
      Utterance said = GivenPrompt.said(GivenPrompt.named(name, room.declared()), values);
      return library.spoken(said, spoken);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** On a machine with loudspeakers; elsewhere the file is enough. */
  private static void played(PromptRoom room, Path wav) throws IOException, InterruptedException {
    Optional<List<String>> player =
        room.tools()
            .program("aplay")
            .map(aplay -> List.of(aplay.toString(), "-q", wav.toString()))
            .or(() ->
                room.tools()
                    .program("ffplay")
                    .map(ffplay ->
                        List.of(
                            ffplay.toString(),
                            "-nodisp",
                            "-autoexit",
                            "-loglevel",
                            "quiet",
                            wav.toString())));
    if (player.isPresent()) {
      new ProcessBuilder(player.get())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }
}
