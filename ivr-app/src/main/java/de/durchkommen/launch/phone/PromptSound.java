package de.durchkommen.launch.phone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The rendered audio of one text.
 *
 * @param audio path without extension; beside it lie {@code .alaw} and {@code .txt}, and {@code
 *     .sln16} for telephones of 16 kHz
 * @param language language tag, such as {@code de}
 * @param text what is said
 */
public record PromptSound(Path audio, String language, String text) {
  /** How many texts of a folder are looked at; more would make recognising slow. */
  static final int MAX_SOUNDS = 5_000;

  private static final String TEXT = ".txt";
  private static final String ALAW = ".alaw";
  private static final String WIDE = ".sln16";

  /** The sound with this path (without extension), as the transcript names it. */
  public static PromptSound of(Path audio) throws IOException {
    String description = Files.readString(sibling(audio, TEXT), StandardCharsets.UTF_8);
    int firstLine = description.indexOf('\n');
    return firstLine < 0
        ? new PromptSound(audio, "", description.strip())
        : new PromptSound(
            audio,
            description.substring(0, firstLine).strip(),
            description.substring(firstLine + 1).strip());
  }

  /**
   * All complete sounds in a folder and the folders below it, ordered by path.
   *
   * @throws IOException if the folder cannot be read; one that does not exist is empty
   */
  public static List<PromptSound> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(folder, new Bases(found));
    List<PromptSound> sounds = new ArrayList<>();
    for (Path audio : found.stream().sorted().toList()) {
      sounds.add(of(audio));
    }
    return sounds;
  }

  /** Its samples at 8 kHz, read from the file each time. */
  short[] samples() throws IOException {
    return ALaw.samples(Files.readAllBytes(sibling(audio, ALAW)));
  }

  /**
   * What telephones of 16 kHz hear of it, in 8 kHz: the deepest tones are in it too, which those of
   * 8 kHz do not carry. If there is nothing for them, the same as {@link #samples}.
   */
  short[] wideSamples() throws IOException {
    Path wide = sibling(audio, WIDE);
    if (!Files.isReadable(wide)) {
      return samples();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wide)).order(ByteOrder.LITTLE_ENDIAN);
    short[] samples = new short[bytes.remaining() / 2];
    bytes.asShortBuffer().get(samples);
    return TelephoneBand.narrowed(samples);
  }

  private static Path sibling(Path audio, String extension) {
    return audio.resolveSibling(audio.getFileName() + extension);
  }

  /** Collects paths without extension of texts that have a sound beside them. */
  private static final class Bases extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Bases(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(TEXT)) {
        Path base = file.resolveSibling(name.substring(0, name.length() - TEXT.length()));
        if (Files.isReadable(sibling(base, ALAW))) {
          found.add(base);
        }
      }
      return found.size() < MAX_SOUNDS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
