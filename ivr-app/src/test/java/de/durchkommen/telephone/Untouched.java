package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What strangers must not change: Asterisk runs as the same process, has no call, and has called
 * nobody. Listens meanwhile where those are whom it could call.
 */
final class Untouched implements AutoCloseable {
  private static final int LARGEST = 8_192;
  private static final int SILENT_MILLIS = 200;

  private final HotlineUnderTest hotline;
  private final ProcessHandle asterisk;
  private final DatagramSocket person = new DatagramSocket(Place.PERSON);
  private final DatagramSocket trunk;

  Untouched(HotlineUnderTest hotline) throws IOException {
    this.hotline = hotline;
    asterisk = hotline.process("asterisk");
    trunk = new DatagramSocket(Place.CALLED_BACK);
  }

  /** Looks at it at the end. */
  void isSo() throws IOException, InterruptedException {
    assertThat(asterisk.isAlive()).as("the same process").isTrue();
    assertThat(hotline.process("asterisk").pid()).isEqualTo(asterisk.pid());
    assertThat(hotline.console().says("core show channels count")).contains("0 active channels");
    notCalled(person);
    notCalled(trunk);
  }

  /** Of all that has come there. */
  private static void notCalled(DatagramSocket phone) throws IOException {
    phone.setSoTimeout(SILENT_MILLIS);
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (true) {
      packet.setLength(LARGEST);
      try {
        phone.receive(packet);
      } catch (SocketTimeoutException nobody) {
        return;
      }
      String text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
      assertThat(text).as("a call out").doesNotStartWith("INVITE");
    }
  }

  /** What Asterisk has in memory, in kB. */
  long memoryKb() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + asterisk.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  /** How many files and connections Asterisk has open. */
  long descriptors() {
    String[] open = Path.of("/proc/" + asterisk.pid() + "/fd").toFile().list();
    return open == null ? 0 : open.length;
  }

  @Override
  public void close() {
    person.close();
    trunk.close();
  }
}
