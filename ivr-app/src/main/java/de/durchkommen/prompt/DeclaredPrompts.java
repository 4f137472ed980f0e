package de.durchkommen.prompt;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The prompts that are declared in code, as static fields of classes. */
public final class DeclaredPrompts {
  private DeclaredPrompts() {}

  /**
   * The prompts of these classes.
   *
   * @throws IllegalArgumentException if a class is not there or declares no prompt: a check of
   *     nothing must not look like success
   */
  public static List<Prompt> of(List<String> classNames) {
    return classNames.stream().flatMap(DeclaredPrompts::of).toList();
  }

  private static Stream<Prompt> of(String className) {
    List<Prompt> prompts =
        Arrays.stream(loaded(className).getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == Prompt.class)
            .map(DeclaredPrompts::value)
            .toList();
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException(className + " declares no prompts");
    }
    return prompts.stream();
  }

  private static Class<?> loaded(String className) {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("No class " + className, e);
    }
  }

  private static Prompt value(Field field) {
    try {
      field.setAccessible(true);
      return (Prompt) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("Cannot read " + field, e);
    }
  }
}
