package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Codec;
import de.durchkommen.launch.phone.Dialled;
import de.durchkommen.launch.phone.Handset;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Telephones that call by TLS, know the hotline by its certificate, and insist on SRTP. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class SecureLineIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Recording SILENCE = Recording.of(new short[0]);

  private final HotlineUnderTest hotline;

  @TempDir private Path folder = Path.of("");

  SecureLineIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  /** The keys and the way to the end of the call are by TLS and SRTP, too. */
  @Test
  void booksAndHearsAllThatWasSaid() throws IOException, InterruptedException {
    ScriptedCall call =
        ScriptedCall.made(hotline, hotline.letter().keys() + ",1,1", "de", "--secure");
    call.heardAllThatWasSaid();
    assertThat(call.outcome()).startsWith("BOOKED ");
  }

  @Test
  void aStrangersCertificateIsNotTrusted() throws IOException, InterruptedException {
    Path stranger = folder.resolve("stranger.crt");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String store = folder.resolve("stranger.p12").toString();
    List<String> keys = List.of("-keystore", store, "-storepass", "stranger", "-alias", "stranger");
    run(keytool, "-genkeypair", "-keyalg EC -dname CN=Durchkommen -ext san=ip:127.0.0.1", keys);
    run(keytool, "-exportcert", "-rfc -file " + stranger, keys);
    assertThat(dialled(stranger, Place.SIPS)).isNotInstanceOf(Dialled.PickedUp.class);
    Path own = hotline.settings().secured().orElseThrow().certificate();
    assertThat(Files.exists(own)).isTrue();
    assertThat(dialled(own, Place.SIPS)).isInstanceOf(Dialled.PickedUp.class);
  }

  private static void run(String keytool, String word, String more, List<String> keys)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(keytool, word));
    command.addAll(List.of(more.split(" ", -1)));
    command.addAll(keys);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Dialled dialled(Path trusted, InetSocketAddress where)
      throws IOException, InterruptedException {
    Handset handset = new Handset(Optional.of("05619990077"), Codec.ALAW, Optional.of(trusted));
    hotline.uses("05619990077");
    try (Telephone phone = Telephone.calling(hotline.baresip(), where, handset, SILENCE)) {
      return phone.dialled(HotlineUnderTest.GERMAN, where, LIMIT);
    }
  }
}
