package de.durchkommen.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of the processes that make up the hotline. */
interface Part {
  /** Name of its files: {@code run/<id>.pid}, {@code log/<id>.log}. */
  String id();

  /** What the user calls it, in German. */
  String name();

  /** Where it is reached, as shown to the user. */
  String address();

  /** Makes the files that it needs; called before each start. */
  void prepare() throws IOException, InterruptedException;

  /** The program and its words; no secrets, other users see them. */
  List<String> command() throws IOException;

  /** Variables added to the launcher's own. */
  Map<String, String> environment() throws IOException;

  /** Whether it goes before other programs on this machine, where the system permits that. */
  default boolean isRealtime() {
    return false;
  }

  /** Whether it does its work now; asks it, and answers within a few seconds. */
  boolean isReady() throws IOException, InterruptedException;

  /** How long it may take until it is ready. */
  Duration startLimit();

  /** How long it may take to end when asked to. */
  Duration stopLimit();
}
