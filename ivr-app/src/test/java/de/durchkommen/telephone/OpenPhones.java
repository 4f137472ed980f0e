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

  /** The test on this thread is over. */
  static void end() throws IOException {
    for (Telephone phone : OF_TEST.get()) {
      phone.close();
    }
    OF_TEST.remove();
  }
}
