package de.durchkommen.demo;

import de.durchkommen.identity.InvitationCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A thousand invited people, the same on every machine: {@link Random} draws by a formula that its
 * specification fixes.
 */
final class DemoPeople {
  /** How many there are. */
  static final int COUNT = 1_000;

  private static final long SEED = 116_117;
  private static final LocalDate OLDEST = LocalDate.of(1921, 1, 1);
  private static final LocalDate YOUNGEST = LocalDate.of(1940, 12, 31);

  private static final List<String> FIRST_NAMES =
      List.of(
          "Gerda",
          "Hildegard",
          "Ursula",
          "Ingeborg",
          "Ilse",
          "Edith",
          "Gisela",
          "Elfriede",
          "Irmgard",
          "Helga",
          "Christa",
          "Ruth",
          "Waltraud",
          "Erika",
          "Anneliese",
          "Käthe",
          "Margarete",
          "Elisabeth",
          "Maria",
          "Frieda",
          "Lieselotte",
          "Rosemarie",
          "Brunhilde",
          "Heinz",
          "Günter",
          "Werner",
          "Karl-Heinz",
          "Gerhard",
          "Horst",
          "Kurt",
          "Walter",
          "Herbert",
          "Rolf",
          "Helmut",
          "Hans",
          "Erich",
          "Willi",
          "Rudolf",
          "Otto",
          "Friedrich",
          "Alfred",
          "Manfred",
          "Siegfried",
          "Jürgen",
          "Fatma",
          "Mehmet",
          "Giuseppe",
          "Concetta",
          "Dimitrios",
          "Eleni",
          "Stanisław",
          "Halina",
          "Olga",
          "Iwan");

  private static final List<String> LAST_NAMES =
      List.of(
          "Müller",
          "Schmidt",
          "Schneider",
          "Fischer",
          "Weber",
          "Meyer",
          "Wagner",
          "Becker",
          "Schulz",
          "Hoffmann",
          "Schäfer",
          "Koch",
          "Bauer",
          "Richter",
          "Klein",
          "Wolf",
          "Schröder",
          "Neumann",
          "Schwarz",
          "Zimmermann",
          "Braun",
          "Krüger",
          "Hofmann",
          "Hartmann",
          "Lange",
          "Schmitt",
          "Werner",
          "Krause",
          "Meier",
          "Lehmann",
          "Köhler",
          "Herrmann",
          "König",
          "Walter",
          "Mayer",
          "Huber",
          "Kaiser",
          "Fuchs",
          "Peters",
          "Lang",
          "Scholz",
          "Möller",
          "Weiß",
          "Jung",
          "Hahn",
          "Vogel",
          "Friedrich",
          "Keller",
          "Günther",
          "Frank",
          "Berger",
          "Winkler",
          "Roth",
          "Beck",
          "Lorenz",
          "Baumann",
          "Albrecht",
          "Ludwig",
          "Heß",
          "Diehl",
          "Yılmaz",
          "Kaya",
          "Rossi",
          "Esposito",
          "Papadopoulos",
          "Kowalski",
          "Petrenko");

  /** Towns and villages all over Hessen. */
  private static final List<String> POSTCODES =
      List.of(
          "34117", "34119", "34121", "34127", "34212", "34246", "34369", "34414", "34497", "34560",
          "34582", "34613", "35037", "35039", "35066", "35216", "35260", "35305", "35321", "35390",
          "35392", "35394", "35423", "35510", "35576", "35578", "35683", "35745", "36037", "36039",
          "36041", "36043", "36088", "36100", "36142", "36179", "36199", "36251", "36304", "36341",
          "37213", "37235", "37269", "60311", "60316", "60320", "60385", "60431", "60435", "60488",
          "60528", "60594", "60599", "61118", "61169", "61231", "61250", "61348", "61440", "61476",
          "63065", "63071", "63110", "63128", "63225", "63303", "63450", "63452", "63517", "63571",
          "63607", "63654", "63667", "64283", "64285", "64287", "64293", "64331", "64347", "64404",
          "64521", "64546", "64560", "64625", "64646", "64711", "64720", "64807", "64823", "65183",
          "65185", "65187", "65193", "65199", "65203", "65232", "65307", "65343", "65385", "65428",
          "65510", "65549", "65589", "65719", "65760", "65812", "65929", "68519", "68623", "69483");

  private DemoPeople() {}

  /** All of them, in the order in which they are stored. */
  static List<DemoPerson> all() {
    Random random = new Random(SEED);
    Set<String> used = new HashSet<>();
    return Stream.generate(() -> person(random))
        .filter(person -> used.add(person.code().digits()))
        .limit(COUNT)
        .toList();
  }

  private static DemoPerson person(Random random) {
    String nine = Integer.toString(100_000_000 + random.nextInt(900_000_000));
    int days = Math.toIntExact(YOUNGEST.toEpochDay() - OLDEST.toEpochDay()) + 1;
    return new DemoPerson(
        InvitationCode.withCheckDigit(nine),
        OLDEST.plusDays(random.nextInt(days)),
        drawn(FIRST_NAMES, random) + " " + drawn(LAST_NAMES, random),
        drawn(POSTCODES, random));
  }

  private static String drawn(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
