package de.durchkommen;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The types of ours that resources take and tell, with those that they are made of. */
public final class DescribedTypes {
  private static final String OURS = "de.durchkommen.";

  private final Set<Class<?>> found = new LinkedHashSet<>();

  private DescribedTypes() {}

  /** Those of these resources. */
  public static Set<Class<?>> of(Stream<Class<?>> resources) {
    DescribedTypes types = new DescribedTypes();
    resources
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(DescribedTypes::answers)
        .forEach(types::described);
    return types.found;
  }

  /** Its name in the description. */
  public static String name(Class<?> type) {
    Schema told = type.getAnnotation(Schema.class);
    return told == null || told.name().isEmpty() ? type.getSimpleName() : told.name();
  }

  private static boolean answers(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(word -> word.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private void described(Method method) {
    add(method.getGenericReturnType());
    APIResponseSchema told = method.getAnnotation(APIResponseSchema.class);
    if (told != null) {
      add(told.value());
    }
    for (Parameter parameter : method.getParameters()) {
      if (Arrays.stream(parameter.getAnnotations())
          .noneMatch(word -> word.annotationType().getName().startsWith("jakarta.ws.rs."))) {
        add(parameter.getParameterizedType());
      }
    }
  }

  private void add(Type type) {
    if (type instanceof ParameterizedType generic) {
      add(generic.getRawType());
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
    }
    if (type instanceof Class<?> plain
        && plain.getName().startsWith(OURS)
        && (plain.isRecord() || plain.isEnum())
        && found.add(plain)
        && plain.isRecord()) {
      for (RecordComponent part : plain.getRecordComponents()) {
        add(part.getGenericType());
      }
    }
  }
}
