package de.durchkommen.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part that leaves the processors to whatever else wants them. */
record QuietPart(Part part) implements Part {
  @Override
  public String id() {
    return part.id();
  }

  @Override
  public String name() {
    return part.name();
  }

  @Override
  public String address() {
    return part.address();
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    part.prepare();
  }

  @Override
  public List<String> command() throws IOException {
    return Stream.concat(SharedParts.QUIETLY.stream(), part.command().stream()).toList();
  }

  @Override
  public Map<String, String> environment() throws IOException {
    return part.environment();
  }

  @Override
  public boolean isReady() throws IOException, InterruptedException {
    return part.isReady();
  }

  @Override
  public Duration startLimit() {
    return part.startLimit();
  }

  @Override
  public Duration stopLimit() {
    return part.stopLimit();
  }
}
