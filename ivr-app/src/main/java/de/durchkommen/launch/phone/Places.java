package de.durchkommen.launch.phone;

/** Where in a recording something is looked for. */
interface Places {
  /** Everywhere. */
  Places ALL = (first, last) -> true;

  /** Whether any place from the first to the last one, both in samples, is among them. */
  boolean any(int first, int last);
}
