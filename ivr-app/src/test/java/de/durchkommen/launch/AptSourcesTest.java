package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptSourcesTest {
  @TempDir private Path etcApt = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(etcApt.resolve("sources.list.d"));
  }

  @Test
  void readsDeb822() throws IOException {
    write(
        "sources.list.d/debian.sources",
        """
        Types: deb
        # http://old.example/debian
        URIs: http://mirror.example/debian
        Suites: bookworm bookworm-updates
        Components: main
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

        Types: deb
        URIs: http://mirror.example/debian-security
        Suites: bookworm-security
        Components: main
        """);
    assertThat(AptSources.mirror(etcApt)).contains("http://mirror.example/debian");
  }

  @Test
  void readsOneLineEntriesWithOptions() throws IOException {
    write(
        "sources.list",
        """
        # deb http://commented.example/debian trixie main
        deb-src http://source.example/debian trixie main
        deb [arch=amd64 signed-by=/x.gpg] http://mirror.example/debian/ trixie main non-free # here
        """);
    assertThat(AptSources.mirror(etcApt)).contains("http://mirror.example/debian/");
  }

  @Test
  void prefersDebianToOthersThatUseItsSuiteNames() throws IOException {
    write("sources.list.d/a.list", "deb https://vendor.example/12/prod bookworm main\n");
    write("sources.list.d/b.list", "deb https://vendor.example/cloud cloud-sdk-bookworm main\n");
    write("sources.list.d/c.list", "deb http://mirror.example/debian bookworm main\n");
    assertThat(AptSources.mirror(etcApt)).contains("http://mirror.example/debian");
  }

  @Test
  void prefersWhatDebianSigns() throws IOException {
    write("sources.list.d/a.list", "deb https://vendor.example/debian bookworm main\n");
    write(
        "sources.list.d/z.sources",
        """
        Types: deb
        URIs: http://mirror.example/pool
        Suites: bookworm
        Components:
         main
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
        """);
    assertThat(AptSources.mirror(etcApt)).contains("http://mirror.example/pool");
  }

  @Test
  void leavesOutWhatIsSwitchedOffOrOnlySources() throws IOException {
    write(
        "sources.list.d/a.sources",
        """
        Types: deb
        URIs: http://off.example/debian
        Suites: trixie
        Components: main
        Enabled: no

        Types: deb-src
        URIs: http://src.example/debian
        Suites: trixie
        Components: main
        """);
    assertThat(AptSources.mirror(etcApt)).isEmpty();
  }

  @Test
  void followsTheListOfMirrorsOfCloudImages() throws IOException {
    write("mirrors.list", "# ours\nhttp://mirror.example/debian\tpriority:1\n");
    write(
        "sources.list", "deb mirror+file://" + etcApt.resolve("mirrors.list") + " bookworm main\n");
    assertThat(AptSources.mirror(etcApt)).contains("http://mirror.example/debian");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(etcApt.resolve(file), text);
  }
}
