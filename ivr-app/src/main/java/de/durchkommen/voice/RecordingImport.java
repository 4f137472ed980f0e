package de.durchkommen.voice;

import de.durchkommen.prompt.RecordingScript;
import de.durchkommen.prompt.RecordingScript.Line;
import de.durchkommen.voice.RecordingCheck.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes recordings of one language into the folder where {@link Recordings} finds them: each file
 * whole or not at all, checked before. A recording of before stays when the new one is refused.
 */
public final class RecordingImport {
  private final RecordingScript script;
  private final RecordingCheck check;
  private final Path target;
  private final Map<String, Line> sentences;
  private final Map<String, Line> fragments;

  /** Follows the work. */
  public interface Progress {
    /** So many files are done, of so many. */
    void at(int done, int all);
  }

  /**
   * One file that was not taken.
   *
   * @param file its name in the folder
   */
  public record Refused(String file, List<Fault> faults) {}

  /**
   * What came of it.
   *
   * @param accepted names of lines of the script
   * @param refused files with faults
   * @param unknown files that are no line of the script
   * @param missing names of lines that have no recording now
   */
  public record Report(
      List<String> accepted, List<Refused> refused, List<String> unknown, List<String> missing) {}

  /**
   * An import.
   *
   * @param recordings the folder of all languages' recordings
   */
  public RecordingImport(RecordingScript script, RecordingCheck check, Path recordings) {
    this.script = script;
    this.check = check;
    this.target = recordings.resolve(script.language().toLanguageTag());
    this.sentences = script.byName(false);
    this.fragments = script.byName(true);
  }

  /**
   * Takes the files of a folder, and of {@code fragments} in it. At the top a name is first looked
   * for among the whole texts.
   */
  public Report taken(Path folder, Progress progress) throws IOException {
    List<String> accepted = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Path> files = files(folder);
    int done = 0;
    for (Path file : files) {
      String name = folder.relativize(file).toString();
      Optional<Line> line = line(file);
      if (line.isEmpty()) {
        unknown.add(name);
      } else {
        List<Fault> faults = taken(file, line.get());
        if (faults.isEmpty()) {
          accepted.add(line.get().name());
        } else {
          refused.add(new Refused(name, faults));
        }
      }
      done++;
      progress.at(done, files.size());
    }
    return new Report(accepted, refused, unknown, missing());
  }

  /** Names of the lines of the script for which there is no recording. */
  public List<String> missing() throws IOException {
    Set<String> there = new HashSet<>();
    for (Path file : files(target)) {
      there.add(file.toString());
    }
    return script.lines().stream()
        .filter(line -> !there.contains(place(line).toString()))
        .map(Line::name)
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path part : List.of(folder, folder.resolve(Recordings.FRAGMENTS))) {
      if (Files.isDirectory(part)) {
        try (Stream<Path> entries = Files.list(part)) {
          entries.filter(RecordedFile::isOne).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  private Optional<Line> line(Path file) {
    String name = RecordingScript.folded(RecordedFile.name(file));
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    boolean inFragments = folder.endsWith(Recordings.FRAGMENTS);
    Optional<Line> sentence = Optional.ofNullable(inFragments ? null : sentences.get(name));
    return sentence.or(() -> Optional.ofNullable(fragments.get(name))).or(() -> end(name));
  }

  /** A fragment as it is said at the end of a sentence: nobody has to record those. */
  private Optional<Line> end(String name) {
    if (!name.endsWith(RecordedLanguage.END)) {
      return Optional.empty();
    }
    String plain = name.substring(0, name.length() - RecordedLanguage.END.length());
    return Optional.ofNullable(fragments.get(plain))
        .map(line -> new Line(line.name() + RecordedLanguage.END, line.kind(), line.text(), true));
  }

  private List<Fault> taken(Path file, Line line) throws IOException {
    if (!Files.isReadable(file)) {
      return List.of(new Fault("nicht lesbar", "die Rechte der Datei ändern"));
    }
    if (Files.size(file) > RecordedFile.MOST_BYTES) {
      return List.of(new Fault("länger als jeder Text", "schneiden: eine Datei für jeden Text"));
    }
    byte[] wav = Files.readAllBytes(file);
    List<Fault> faults = check.faults(wav, line.words(script.language()));
    if (faults.isEmpty()) {
      kept(WaveFile.parsed(wav).orElseThrow(), line);
    }
    return faults;
  }

  /** The words first: for a moment the recording of before is not heard, but never wrong words. */
  private void kept(WaveFile sound, Line line) throws IOException {
    Path place = place(line);
    Files.createDirectories(Objects.requireNonNull(place.getParent()));
    whole(RecordedFile.words(place), (line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    whole(place, WaveFile.bytes(sound.samples(0), sound.rate()));
  }

  private Path place(Line line) {
    Path folder = line.isFragment() ? target.resolve(Recordings.FRAGMENTS) : target;
    return folder.resolve(line.name() + RecordedFile.WAV);
  }

  private static void whole(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(UUID.randomUUID() + ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
