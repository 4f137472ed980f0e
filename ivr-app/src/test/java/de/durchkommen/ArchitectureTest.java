package de.durchkommen;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of packages, as a failing build. */
@AnalyzeClasses(packages = "de.durchkommen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "de.durchkommen.";

  /** Endings that say nothing, and which the house does not use. */
  private static final Pattern EMPTY_NAMES =
      Pattern.compile(".*(Manager|Service|Impl|Util|Utils|Helper|Handler|Data)");

  @ArchTest
  static void theRulesHaveSomethingToLookAt(JavaClasses classes) {
    Set<String> packages =
        classes.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages)
        .contains(
            "line",
            "call",
            "identity",
            "booking",
            "queue",
            "phone",
            "language",
            "inventory",
            "people",
            "export",
            "portal",
            "api",
            "account",
            "live",
            "page",
            "prompt",
            "editing",
            "announcement",
            "agent",
            "journey",
            "node",
            "recording",
            "desk",
            "wallboard",
            "planning",
            "voice",
            "launch");
    assertThat(classes.size()).isGreaterThan(60);
  }

  @ArchTest
  static final ArchRule LINE =
      only(
          "line",
          "call",
          "agent",
          "queue",
          "recording",
          "journey",
          "node",
          "prompt",
          "phone",
          "settings");

  @ArchTest static final ArchRule NODE = only("node", "database", "settings");

  @ArchTest
  static final ArchRule CALL =
      only(
          "call",
          "identity",
          "queue",
          "agent",
          "recording",
          "booking",
          "prompt",
          "phone",
          "language",
          "api");

  @ArchTest
  static final ArchRule RECORDING =
      only("recording", "agent", "audit", "database", "settings", "api");

  @ArchTest static final ArchRule IDENTITY = only("identity", "database", "settings", "api");

  @ArchTest static final ArchRule BOOKING = only("booking", "phone", "database", "settings", "api");

  @ArchTest static final ArchRule PHONE = only("phone");

  @ArchTest static final ArchRule LANGUAGE = only("language", "phone", "database");

  @ArchTest
  static final ArchRule QUEUE = only("queue", "phone", "audit", "database", "settings", "api");

  @ArchTest static final ArchRule AUDIT = only("audit", "database", "settings");

  @ArchTest
  static final ArchRule PEOPLE = only("people", "identity", "audit", "database", "settings", "api");

  @ArchTest
  static final ArchRule EXPORT =
      only("export", "booking", "identity", "audit", "database", "settings", "api");

  @ArchTest static final ArchRule ACCOUNT = only("account", "api", "audit", "database", "settings");

  @ArchTest static final ArchRule LIVE = only("live", "api");

  @ArchTest static final ArchRule PAGE = only("page", "api");

  @ArchTest static final ArchRule API = only("api", "database", "settings");

  @ArchTest
  static final ArchRule PORTAL =
      only("portal", "booking", "identity", "api", "database", "settings");

  @ArchTest
  static final ArchRule DESK =
      only(
          "desk", "agent", "portal", "booking", "identity", "phone", "api", "database", "settings");

  @ArchTest
  static final ArchRule WALLBOARD =
      only("wallboard", "queue", "booking", "live", "database", "settings", "api");

  @ArchTest
  static final ArchRule JOURNEY = only("journey", "phone", "audit", "database", "settings", "api");

  @ArchTest static final ArchRule PLANNING = only("planning", "database", "api");

  @ArchTest static final ArchRule PROMPT = only("prompt");

  @ArchTest
  static final ArchRule EDITING =
      only("editing", "prompt", "call", "language", "database", "audit", "api");

  @ArchTest
  static final ArchRule ANNOUNCEMENT =
      only(
          "announcement",
          "call",
          "editing",
          "prompt",
          "queue",
          "language",
          "database",
          "audit",
          "api");

  @ArchTest
  static final ArchRule AGENT =
      only("agent", "queue", "booking", "phone", "audit", "live", "database", "settings", "api");

  @ArchTest static final ArchRule VOICE = only("voice", "prompt");

  @ArchTest static final ArchRule SETTINGS = only("settings");

  @ArchTest static final ArchRule DATABASE = only("database", "settings");

  @ArchTest
  static final ArchRule BENCH =
      only("bench", "booking", "queue", "line", "call", "prompt", "phone", "database", "voice");

  @ArchTest
  static final ArchRule INVENTORY =
      only("inventory", "booking", "database", "settings", "api", "audit");

  @ArchTest
  static final ArchRule DEMO =
      only("demo", "booking", "identity", "inventory", "audit", "database");

  @ArchTest
  static final ArchRule LAUNCH =
      only(
          "launch",
          "voice",
          "people",
          "export",
          "account",
          "agent",
          "audit",
          "database",
          "api",
          "call",
          "prompt");

  @ArchTest
  static final ArchRule PDFBOX_HAS_ONE_OWNER = owned("org.apache.pdfbox..", "launch.prompts");

  @ArchTest
  static final ArchRule NO_CYCLES =
      SlicesRuleDefinition.slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  /** The measurement's peer is asterisk-java as it comes, without anything of ours. */
  @ArchTest
  static final ArchRule ASTERISK_JAVA_HAS_ONE_OWNER =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "line..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "bench.StockServer")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.asteriskjava..");

  @ArchTest static final ArchRule FLYWAY_HAS_ONE_OWNER = owned("org.flywaydb..", "database");

  @ArchTest static final ArchRule ICAL4J_HAS_ONE_OWNER = owned("net.fortuna..", "export");

  @ArchTest static final ArchRule JDBC_DRIVER_HAS_ONE_OWNER = owned("org.mariadb..", "database");

  @ArchTest
  static final ArchRule LIBPHONENUMBER_HAS_ONE_OWNER = owned("com.google.i18n..", "phone");

  @ArchTest static final ArchRule FREETTS_HAS_ONE_OWNER = owned("com.sun.speech..", "voice");

  @ArchTest static final ArchRule PIPER_HAS_ONE_OWNER = owned("io.github.givimad..", "voice");

  @ArchTest
  static final ArchRule HASHES_OF_PASSWORDS_HAVE_ONE_OWNER =
      owned("org.bouncycastle.crypto..", "account");

  @ArchTest
  static final ArchRule CERTIFICATES_HAVE_ONE_OWNER =
      owned("org.bouncycastle.(cert|openssl|operator|asn1)..", "launch");

  @ArchTest static final ArchRule TINK_HAS_ONE_OWNER = owned("com.google.crypto..", "recording");

  @ArchTest static final ArchRule ICU_HAS_ONE_OWNER = owned("com.ibm.icu..", "prompt");

  @ArchTest
  static final ArchRule LAUNCHER_LIBRARIES_STAY_OUT_OF_THE_WAR =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "launch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "launch..",
              "ch.vorburger..",
              "picocli..",
              "org.jtransforms..",
              "me.tongfei..");

  @ArchTest
  static final ArchRule NAMES_ARE_NOUNS_OF_THE_FIELD =
      classes()
          .that()
          .resideInAPackage("de.durchkommen..")
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(
                      EMPTY_NAMES.pattern())));

  @ArchTest
  static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
      noFields().should().beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "call..",
              ROOT + "identity..",
              ROOT + "booking..",
              ROOT + "queue..",
              ROOT + "phone..",
              ROOT + "language..",
              ROOT + "editing..",
              ROOT + "people..",
              ROOT + "audit..",
              ROOT + "agent..",
              ROOT + "recording..",
              ROOT + "desk..",
              ROOT + "wallboard..",
              ROOT + "planning..",
              ROOT + "export..",
              ROOT + "inventory..",
              ROOT + "portal..",
              ROOT + "account..",
              ROOT + "live..",
              ROOT + "page..",
              ROOT + "api..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  private static ArchRule only(String name, String... others) {
    DescribedPredicate<JavaClass> foreign =
        DescribedPredicate.describe(
            "classes of other packages",
            type ->
                type.getPackageName().startsWith(ROOT)
                    && !within(type, name)
                    && Set.of(others).stream().noneMatch(other -> within(type, other)));
    return noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat(are(foreign))
        .allowEmptyShould(false);
  }

  private static boolean within(JavaClass type, String name) {
    String full = ROOT + name;
    return type.getPackageName().equals(full) || type.getPackageName().startsWith(full + ".");
  }

  private static ArchRule owned(String library, String owner) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + owner + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
