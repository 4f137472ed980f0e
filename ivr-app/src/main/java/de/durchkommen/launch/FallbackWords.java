package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sound files that Asterisk says when the application does not answer, and the music that it
 * plays to those who wait.
 */
final class FallbackWords {
  /** Those that {@code extensions.conf} plays. */
  static final List<String> WORDS =
      List.of("fault", "person", "retry", "again", "waiting", "short", "callback", "goodbye");

  /** One file for each codec in which a call may be. */
  private static final List<String> CODECS = List.of("alaw", "ulaw", "g722", "sln16");

  private static final String MAKER = "de.durchkommen.voice.FallbackSounds";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Settings settings;
  private final Toolbox tools;
  private final Path prompts;
  private final Path folder;

  FallbackWords(Settings settings, Toolbox tools, Path prompts, Path folder) {
    this.settings = settings;
    this.tools = tools;
    this.prompts = prompts;
    this.folder = folder;
  }

  /** Makes them; fails when one is missing afterwards, for then a caller would hear nothing. */
  void make() throws IOException, InterruptedException {
    Commands.Result result = Commands.run(LIMIT, command(), Map.of("PATH", tools.searchPath()));
    if (result.failed()) {
      throw new LaunchFailure(
          LaunchFailure.FAILED, "Die Ansagen ließen sich nicht herstellen:\n" + result.tail());
    }
    for (String word : WORDS) {
      for (String codec : CODECS) {
        require(folder.resolve("de").resolve("fallback." + word + "." + codec));
      }
    }
    for (String codec : CODECS) {
      require(folder.resolve("music/music." + codec));
      require(folder.resolve("tone/tone." + codec));
    }
  }

  private static void require(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      throw new LaunchFailure(LaunchFailure.FAILED, "Es fehlt die Ansage " + file);
    }
  }

  /** A process of its own: so the voices find their programs in the search path that it gets. */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("-Ddurchkommen.home=" + settings.home().path());
    new VoiceValues(settings, tools)
        .all()
        .forEach((key, value) -> command.add("-D" + key + "=" + value));
    settings
        .folder("durchkommen.recordings.dir")
        .ifPresent(dir -> command.add("-Ddurchkommen.recordings.dir=" + dir));
    command.add(MAKER);
    command.add(prompts.toString());
    command.add(folder.toString());
    return command;
  }
}
