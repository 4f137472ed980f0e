package de.durchkommen.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mirror of Debian that this machine's own apt uses, from {@code sources.list} (one line an
 * entry) and {@code *.sources} (deb822), see sources.list(5). No mirror is written down here.
 */
final class AptSources {
  private static final Pattern LINE =
      Pattern.compile("^\\s*deb\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)\\s+(.*)$");
  private static final Pattern SUITE =
      Pattern.compile("bullseye|bookworm|trixie|forky|oldstable|stable|testing|unstable|sid");
  private static final Pattern DEBIAN_PATH = Pattern.compile(".*/debian/?");
  private static final String LIST = "mirror+file:";

  /** An entry: where, which suites, which components, what signs it. */
  private record Entry(String uri, List<String> suites, List<String> components, String signer) {
    boolean isDebian() {
      return components.contains("main")
          && suites.stream().anyMatch(s -> SUITE.matcher(s).matches());
    }

    /** The likeliest first: other archives use Debian's suite names, too. */
    int doubt() {
      boolean signedByDebian = signer.contains("debian-archive");
      return (signedByDebian ? 0 : 2) + (DEBIAN_PATH.matcher(uri).matches() ? 0 : 1);
    }
  }

  private AptSources() {}

  /** The mirror that a machine with this {@code /etc/apt} uses, if it uses one. */
  static Optional<String> mirror(Path etcApt) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files(etcApt)) {
      String text = Files.readString(file);
      entries.addAll(file.toString().endsWith(".sources") ? deb822(text) : lines(text));
    }
    Optional<String> uri =
        entries.stream()
            .filter(Entry::isDebian)
            .min(Comparator.comparingInt(Entry::doubt))
            .map(Entry::uri);
    return uri.isPresent() ? Optional.of(resolved(uri.get())) : uri;
  }

  private static List<Path> files(Path etcApt) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isRegularFile(etcApt.resolve("sources.list"))) {
      files.add(etcApt.resolve("sources.list"));
    }
    Path parts = etcApt.resolve("sources.list.d");
    if (Files.isDirectory(parts)) {
      try (Stream<Path> found = Files.list(parts)) {
        found
            .filter(f -> f.toString().endsWith(".sources") || f.toString().endsWith(".list"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static List<Entry> lines(String text) {
    return text.lines()
        .map(line -> LINE.matcher(line.replaceAll("#.*", "")))
        .filter(Matcher::matches)
        .map(m -> new Entry(m.group(2), words(m.group(3)), words(m.group(4)), options(m)))
        .toList();
  }

  private static String options(Matcher line) {
    String options = line.group(1);
    return options == null ? "" : options;
  }

  private static List<Entry> deb822(String text) {
    String plain = text.replaceAll("(?m)^#.*\\R?", "").replaceAll("\\R[ \\t]+", " ");
    return Stream.of(plain.split("\\R\\s*\\R"))
        .filter(stanza -> words(field(stanza, "Types")).contains("deb"))
        .filter(stanza -> !field(stanza, "Enabled").equals("no"))
        .flatMap(AptSources::stanza)
        .toList();
  }

  private static Stream<Entry> stanza(String stanza) {
    List<String> suites = words(field(stanza, "Suites"));
    List<String> components = words(field(stanza, "Components"));
    String signer = field(stanza, "Signed-By");
    return words(field(stanza, "URIs")).stream()
        .map(uri -> new Entry(uri, suites, components, signer));
  }

  private static String field(String stanza, String name) {
    return stanza
        .lines()
        .filter(
            line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static List<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Cloud images keep the mirror's address in a file of its own. */
  private static String resolved(String uri) throws IOException {
    if (!uri.startsWith(LIST)) {
      return uri;
    }
    Path list = Path.of(uri.substring(LIST.length()).replaceFirst("^/+", "/"));
    return Files.readAllLines(list).stream()
        .map(line -> line.strip().split("\\s+", 2)[0])
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .orElseThrow(() -> new IOException(list + " names no mirror"));
  }
}
