package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Dialled;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import de.durchkommen.telephone.HotlineUnderTest.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Agents' telephones register as soon as they are added; Asterisk is told nothing in between. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("telephones are added by programs that start, and calls beside them would stutter")
class AgentPhonesIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HotlineUnderTest hotline;

  AgentPhonesIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  private record Access(String user, String password) {}

  private static Access added(String name, String... more)
      throws IOException, InterruptedException {
    Said said = HotlineUnderTest.launcher(words(name, more));
    assertThat(said.exitCode()).as("%s", said.words()).isZero();
    List<String> fields = List.of(said.words().lines().findFirst().orElseThrow().split("\t", -1));
    return new Access(fields.get(0), fields.get(1));
  }

  private static String[] words(String name, String... more) {
    return Stream.concat(Stream.of("phone", "add", name), Stream.of(more)).toArray(String[]::new);
  }

  private static void removed(String name) throws IOException, InterruptedException {
    Said said = HotlineUnderTest.launcher("phone", "remove", name);
    assertThat(said.exitCode()).as("%s", said.words()).isZero();
  }

  private Telephone phone(Access access) throws IOException {
    return Telephone.registering(hotline.baresip(), Place.SIP, access.user(), access.password());
  }

  private boolean registers(Access access) throws IOException, InterruptedException {
    try (Telephone phone = phone(access)) {
      return phone.isRegistered(LIMIT);
    }
  }

  /** Where this telephone is, as Asterisk knows it. */
  private List<String> contacts(Access access) throws IOException, InterruptedException {
    return hotline
        .console()
        .says("pjsip show contacts")
        .lines()
        .filter(line -> line.contains(access.user() + "/sip:"))
        .toList();
  }

  @Test
  void aNewPhoneRegistersWithItsPasswordUntilItIsRemoved()
      throws IOException, InterruptedException {
    Access access = added("platz-1");
    assertThat(registers(new Access(access.user(), "wrong"))).as("a wrong password").isFalse();
    assertThat(registers(new Access("agent-nobody", "wrong"))).as("nobody").isFalse();
    assertThat(registers(access)).as("right after it was added").isTrue();
    removed("platz-1");
    assertThat(registers(access)).as("after it was removed").isFalse();
  }

  @Test
  void whoRegistersLastIsTheOneThatRings() throws IOException, InterruptedException {
    Access access = added("platz-2");
    try (Telephone first = phone(access)) {
      assertThat(first.isRegistered(LIMIT)).isTrue();
      List<String> before = contacts(access);
      assertThat(before).hasSize(1);
      try (Telephone second = phone(access)) {
        assertThat(second.isRegistered(LIMIT)).isTrue();
        assertThat(contacts(access)).hasSize(1).doesNotContainAnyElementsOf(before);
      }
    } finally {
      removed("platz-2");
    }
  }

  /** It knows the hotline by its certificate, and what is said is encrypted. */
  @Test
  void aPhoneByTlsRegistersAndHearsTheTestOfTheHeadset() throws IOException, InterruptedException {
    Access access = added("platz-4", "--tls");
    Path certificate = hotline.settings().secured().orElseThrow().certificate();
    try (Telephone phone =
        Telephone.registering(
            hotline.baresip(),
            Place.SIPS,
            certificate,
            access.user(),
            access.password(),
            Recording.of(new short[0]))) {
      assertThat(phone.isRegistered(LIMIT)).isTrue();
      assertThat(contacts(access)).hasSize(1);
      assertThat(phone.dialled("*1", Place.SIPS, LIMIT)).isInstanceOf(Dialled.PickedUp.class);
    } finally {
      removed("platz-4");
    }
  }

  @Test
  void dialsTheTestOfTheHeadsetAndNothingOutside() throws IOException, InterruptedException {
    Access access = added("platz-3");
    try (Telephone phone = phone(access)) {
      assertThat(phone.isRegistered(LIMIT)).isTrue();
      assertThat(phone.dialled("*2", Place.SIP, LIMIT)).isInstanceOf(Dialled.Refused.class);
    }
    try (Telephone phone = phone(access)) {
      assertThat(phone.isRegistered(LIMIT)).isTrue();
      assertThat(phone.dialled("*1", Place.SIP, LIMIT)).isInstanceOf(Dialled.PickedUp.class);
    } finally {
      removed("platz-3");
    }
  }
}
