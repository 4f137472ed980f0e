package de.durchkommen.recording;

import java.util.UUID;

/** Where no exchange brings sound. */
record NoTap() implements Tap {
  @Override
  public boolean opens(long talk, UUID key, String address) {
    return false;
  }

  @Override
  public Ear ear(long talk) {
    return Ear.UNKNOWN;
  }
}
