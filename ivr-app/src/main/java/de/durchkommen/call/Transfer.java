package de.durchkommen.call;

/** What came of trying to reach a person. */
public enum Transfer {
  /** A person answered and the talk is over, with the caller still there. */
  TALKED,
  /** Nobody answered within the time limit; the caller is still there. */
  NOBODY
}
