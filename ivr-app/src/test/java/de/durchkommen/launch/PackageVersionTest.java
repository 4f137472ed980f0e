package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageVersionTest {
  @Test
  void takesTheCandidateAndNotTheEpoch() {
    String policy =
        "asterisk:\n  Installed: (none)\n  Candidate: 1:20.6.0~dfsg+~cs6.13-2build1\n  Version table:\n";
    assertThat(PackageVersion.ofCandidate(policy)).hasValue(20);
  }

  @Test
  void knowsThatThereIsNoCandidate() {
    String policy = "asterisk:\n  Installed: (none)\n  Candidate: (none)\n";
    assertThat(PackageVersion.ofCandidate(policy)).isEmpty();
    assertThat(PackageVersion.ofCandidate("")).isEmpty();
  }

  @Test
  void readsWhatAsteriskPrints() {
    assertThat(PackageVersion.ofAsterisk("Asterisk 22.10.1+dfsg\n")).hasValue(22);
    assertThat(PackageVersion.ofAsterisk("Asterisk certified/20.7-cert1")).hasValue(20);
    assertThat(PackageVersion.ofAsterisk("error while loading shared libraries")).isEmpty();
  }
}
