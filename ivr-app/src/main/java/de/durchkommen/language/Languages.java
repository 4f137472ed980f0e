package de.durchkommen.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The languages that are offered to callers, in their order, and the key for each. Immutable. */
@ApplicationScoped
public class Languages {
  /** Setting: the tags of the languages, German first, in the order in which they are offered. */
  public static final String KEY = "durchkommen.languages";

  /** The first language of everything. */
  public static final Locale GERMAN = Locale.GERMAN;

  /** The key that offers the languages again, in any menu. */
  public static final int CHANGE_KEY = 9;

  /** Keys 1 to 8; 9 is {@link #CHANGE_KEY}, 0 a person. */
  static final int MOST = 8;

  /** Those that there are texts for, the ones spoken most in Hessen first. */
  static final String USUAL = "de,en,tr,ru,uk,pl,it,ar";

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final List<String> KNOWN = List.of(COMMA.split(USUAL));

  private final List<Offered> offered;

  /**
   * A language and its key.
   *
   * @param key 1 to 8; 1 is German
   */
  public record Offered(Locale language, int key) {}

  /** Reads {@value #KEY}. */
  @Inject
  public Languages(Config config) {
    this(config.getOptionalValue(KEY, String.class).orElse(USUAL));
  }

  /**
   * These languages.
   *
   * @param tags separated by commas, German first
   * @throws IllegalArgumentException that says what to write instead
   */
  public Languages(String tags) {
    List<String> wanted = List.of(COMMA.split(tags.strip(), -1));
    boolean known =
        KNOWN.containsAll(wanted) && wanted.stream().distinct().count() == wanted.size();
    if (!known || wanted.size() > MOST || !wanted.getFirst().equals(GERMAN.getLanguage())) {
      throw new IllegalArgumentException(
          "%s=%s: each of %s at most once, separated by commas, de first"
              .formatted(KEY, tags, String.join(", ", KNOWN)));
    }
    List<Offered> all = new ArrayList<>();
    for (String tag : wanted) {
      all.add(new Offered(Locale.forLanguageTag(tag), all.size() + 1));
    }
    offered = List.copyOf(all);
  }

  /** For the container's proxy, which uses no field. */
  Languages() {
    offered = List.of();
  }

  /** Those of them that are among these, each with the key that it has. */
  public Languages among(Set<Locale> spoken) {
    return new Languages(offered.stream().filter(one -> spoken.contains(one.language())).toList());
  }

  private Languages(List<Offered> offered) {
    this.offered = offered;
  }

  /** All of them, German first. */
  public List<Offered> all() {
    return offered;
  }

  /** The language of a key from 1 to 8. */
  public Optional<Locale> of(int key) {
    return offered.stream().filter(one -> one.key() == key).map(Offered::language).findFirst();
  }

  /** The language of a tag such as {@code tr}, if it is offered. */
  public Optional<Locale> of(String tag) {
    return offered.stream()
        .map(Offered::language)
        .filter(one -> one.getLanguage().equals(tag))
        .findFirst();
  }
}
