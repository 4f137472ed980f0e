package de.durchkommen.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the texts are: a folder, or the copies beside the classes.
 *
 * @param place the folder; empty for the copies that were packed when the application was built
 */
public record PromptFolder(Optional<Path> place) {
  /** A file that is in every build; its address tells where the others are. */
  private static final String LANDMARK = "prompts/de/fallback.properties";

  /** The folder of this name, or the packed copies when there is none. */
  public static PromptFolder of(Optional<String> place) {
    return new PromptFolder(place.filter(name -> !name.isBlank()).map(Path::of));
  }

  /** What a reader makes of the folder. */
  <T> T read(Function<Path, T> reader) {
    return place.map(reader).orElseGet(() -> readPacked(reader));
  }

  private static <T> T readPacked(Function<Path, T> reader) {
    URL landmark = PromptFolder.class.getClassLoader().getResource(LANDMARK);
    if (landmark == null) {
      throw new PromptProblems(
          LANDMARK + ": not packed; set durchkommen.prompts.dir to the folder of the texts");
    }
    try {
      return landmark.openConnection() instanceof JarURLConnection jar
          ? readJar(jar, reader)
          : reader.apply(prompts(Path.of(landmark.toURI())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packed texts at " + landmark, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not an address: " + landmark, e);
    }
  }

  private static <T> T readJar(JarURLConnection jar, Function<Path, T> reader) throws IOException {
    Path file = Path.of(URI.create(jar.getJarFileURL().toString()));
    try (FileSystem inside = FileSystems.newFileSystem(file)) {
      return reader.apply(prompts(inside.getPath(jar.getEntryName())));
    }
  }

  private static Path prompts(Path landmark) {
    return landmark.resolve("../..").normalize();
  }
}
