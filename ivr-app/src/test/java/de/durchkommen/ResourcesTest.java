package de.durchkommen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.OwnCheck;
import de.durchkommen.api.Role;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No resource is open by mistake: each method says who may call it. */
@AnalyzeClasses(packages = "de.durchkommen", importOptions = ImportOption.DoNotIncludeTests.class)
class ResourcesTest {
  private static final int SOME = 10;

  private static final Pattern CONSOLE =
      Pattern.compile(
          "v1/(wallboard|agents|accounts|holidays|prompts|queue/settings|queue/hours|queue/tickets)(/.*)?");

  @ArchTest
  static void eachMethodSaysWhoMayCallIt(JavaClasses classes) {
    List<JavaMethod> methods = methods(classes).toList();
    assertThat(methods).hasSizeGreaterThan(SOME);
    assertThat(methods)
        .allSatisfy(method ->
            assertThat(says(method, Allowed.class))
                .as("%s has either @Allowed or @OwnCheck", method.getFullName())
                .isNotEqualTo(says(method, OwnCheck.class)));
  }

  @ArchTest
  static void noResourceHandsOnToAnotherOne(JavaClasses classes) {
    assertThat(resources(classes).flatMap(type -> type.getMethods().stream()))
        .filteredOn(method -> method.isAnnotatedWith(Path.class))
        .allMatch(ResourcesTest::answers, "answers itself, so that its door is seen");
  }

  /**
   * Below these paths nobody but supervisors has a door, so a new method without one is noticed.
   */
  @ArchTest
  static void theConsoleIsForSupervisorsOnly(JavaClasses classes) {
    List<JavaMethod> console =
        methods(classes).filter(method -> CONSOLE.matcher(path(method)).matches()).toList();
    assertThat(console).hasSizeGreaterThan(SOME);
    assertThat(console)
        .allSatisfy(method ->
            assertThat(doors(method)).as(method.getFullName()).containsExactly(Role.SUPERVISOR));
  }

  private static String path(JavaMethod method) {
    String own =
        method.tryGetAnnotationOfType(Path.class).map(path -> "/" + path.value()).orElse("");
    return method.getOwner().getAnnotationOfType(Path.class).value() + own;
  }

  private static Role[] doors(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(Allowed.class)
        .orElseGet(() -> method.getOwner().getAnnotationOfType(Allowed.class))
        .value();
  }

  /** In the description of the API one would stand for both. */
  @ArchTest
  static void noTwoTypesShareTheNameOfASchema(JavaClasses classes) {
    Set<Class<?>> types = DescribedTypes.of(resources(classes).map(JavaClass::reflect));
    assertThat(types).hasSizeGreaterThan(SOME);
    assertThat(types.stream().collect(Collectors.groupingBy(DescribedTypes::name)))
        .allSatisfy((name, same) -> assertThat(same).as(name).hasSize(1));
  }

  private static Stream<JavaClass> resources(JavaClasses classes) {
    return classes.stream().filter(type -> type.isAnnotatedWith(Path.class));
  }

  private static Stream<JavaMethod> methods(JavaClasses classes) {
    return resources(classes)
        .flatMap(type -> type.getMethods().stream())
        .filter(ResourcesTest::answers);
  }

  private static boolean answers(JavaMethod method) {
    return method.isMetaAnnotatedWith(HttpMethod.class);
  }

  private static boolean says(
      JavaMethod method, Class<? extends java.lang.annotation.Annotation> word) {
    return method.isAnnotatedWith(word) || method.getOwner().isAnnotatedWith(word);
  }
}
