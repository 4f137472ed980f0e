package de.durchkommen.launch.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The container engine, by its program; the containers of the drill and no others. */
final class Engine {
  private static final String PROJECT = "durchkommen-drill";

  private final Path docker;
  private final Map<String, String> environment;

  /**
   * Of the Compose files in this folder.
   *
   * @param environment what fills them
   */
  Engine(Path docker, Map<String, String> environment) {
    this.docker = docker;
    this.environment = new TreeMap<>(environment);
  }

  /** The name of a service's container. */
  static String container(String service) {
    return PROJECT + "-" + service + "-1";
  }

  /** The name of a network. */
  static String network(String name) {
    return PROJECT + "_" + name;
  }

  /** Makes the image of the application whose clock can be turned. */
  void builds() throws IOException, InterruptedException {
    String folder = docker.resolve("drill").toString();
    docker(Duration.ofMinutes(10), "build", "-q", "-t", "durchkommen/drill", folder);
  }

  /** Compose, with the cluster's file and what the drill changes of it. */
  String compose(Duration limit, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", PROJECT));
    for (String file : List.of("compose.cluster.yaml", "compose.drill.yaml")) {
      command.addAll(List.of("-f", docker.resolve(file).toString()));
    }
    command.addAll(List.of(words));
    return run(limit, command, "");
  }

  /** A command of the engine. */
  String docker(Duration limit, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    return run(limit, command, "");
  }

  /** Runs in a container, with this as its input. */
  String inside(Duration limit, String service, String input, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker", "exec", "-i", container(service)));
    command.addAll(List.of(words));
    return run(limit, command, input);
  }

  /**
   * Runs a program to its end.
   *
   * @return what it wrote
   * @throws IOException when it failed, with the end of what it wrote
   */
  String run(Duration limit, List<String> command, String input)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("durchkommen-drill", ".out");
    Path error = Files.createTempFile("durchkommen-drill", ".err");
    Path given = Files.createTempFile("durchkommen-drill", ".in");
    try {
      Files.writeString(given, input);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(given.toFile())
              .redirectOutput(output.toFile())
              .redirectError(error.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ": nach " + limit + " abgebrochen");
      }
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + text(error).strip());
      }
      return text(output);
    } finally {
      for (Path file : List.of(output, error, given)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
