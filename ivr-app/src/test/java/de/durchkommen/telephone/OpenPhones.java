package de.durchkommen.telephone;

import de.durchkommen.launch.phone.Telephone;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The telephones that a test has taken up. What it has not put down when it ends is put down then:
 * a caller whom a failed test leaves on the line would be put through to the agents of the next
 * ones.
 */
final class OpenPhones {
  /** Of the test that runs on this thread, or has started it. */
  private static final InheritableThreadLocal<Set<Telephone>> OF_TEST =
      new InheritableThreadLocal<>() {
        @Override
        protected Set<Telephone> initialValue() {
          return ConcurrentHashMap.newKeySet();
        }
      };

  private OpenPhones() {}

  /** A test begins on this thread. */
  static void begin() {
    OF_TEST.set(ConcurrentHashMap.newKeySet());
  }

  /** The same telephone, which does not outlast the test. */
  static Telephone untilTheEnd(Telephone phone) {
    OF_TEST.get().add(phone);
    return phone;
  }

  /** The test on this thread is over. One telephone that cannot be put down keeps no other up. */
  static void end() throws IOException {
    IOException failed = new IOException("Telephones were not put down");
    for (Telephone phone : OF_TEST.get()) {
      try {
        phone.close();
      } catch (IOException stays) {
        failed.addSuppressed(stays);
      }
    }
    OF_TEST.remove();
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
