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
  private static final String FALLBACK = "fallback.";

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
    Optional<Utterance> said = said(room);
    PromptLibrary library = room.library();
    SpokenText words = words(library, PromptRoom.language(library, language), name, said);
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

  private static SpokenText words(
      PromptLibrary library, Locale spoken, String name, Optional<Utterance> said) {
    return said.map(values -> library.spoken(values, spoken))
        .orElseGet(() ->
            Optional.ofNullable(library.fixedTextsById(spoken, FALLBACK).get(name))
                .orElseThrow(() ->
                    new LaunchFailure(
                        LaunchFailure.WRONG_USE, "Einen Text »" + name + "« gibt es nicht.")));
  }

  /** Empty for what the dialplan says alone, which is declared nowhere. */
  private Optional<Utterance> said(PromptRoom room) {
    if (name.startsWith(FALLBACK)) {
      return Optional.empty();
    }
    try {
      return Optional.of(GivenPrompt.said(GivenPrompt.named(name, room.declared()), values));
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
