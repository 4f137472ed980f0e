package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What strangers send to the SIP port: Asterisk goes on, with the same process, takes calls, and
 * has called nobody.
 */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("who sends so much disturbs others")
class HostileSipIT {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final int DATAGRAMS = 100_000;
  private static final int AT_ONCE = 200;
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final int LARGEST = 1_400;
  private static final int LARGEST_ANSWER = 8_192;
  private static final int ANSWER_MILLIS = 3_000;
  private static final int TRIES = 5;
  private static final long SEED = 116_117;

  /** More than buffers need, less than what leaks would take of so many messages. */
  private static final long MOST_MEMORY_KB = 150_000;

  private static final String SDP =
      """
      v=0
      o=- 1 1 IN IP4 127.0.0.1
      s=-
      c=IN IP4 127.0.0.1
      t=0 0
      m=audio 40000 RTP/AVP 8
      """
          .replace("\n", "\r\n");

  private final DatagramSocket stranger;
  private final Untouched asterisk;
  private final TortureMessages messages;

  HostileSipIT(HotlineUnderTest hotline) throws IOException {
    stranger = new DatagramSocket(new InetSocketAddress(HERE, 0));
    stranger.setSoTimeout(ANSWER_MILLIS);
    asterisk = new Untouched(hotline);
    messages =
        new TortureMessages(
            "127.0.0.1:" + stranger.getLocalPort(), "127.0.0.1:" + Place.SIP.getPort());
  }

  @BeforeEach
  void asUsual() throws IOException {
    assertThat(takesCalls()).isTrue();
  }

  @AfterEach
  void nothingHappened() throws IOException, InterruptedException {
    try (stranger;
        asterisk) {
      assertThat(takesCalls()).as("takes calls").isTrue();
      asterisk.isSo();
    }
  }

  @Test
  void tortureMessagesDoNoHarm() throws IOException {
    assertThat(messages.all()).hasSizeGreaterThan(45);
    for (Map.Entry<String, byte[]> message : messages.all().entrySet()) {
      sends(message.getValue());
      assertThat(takesCalls()).as("after %s", message.getKey()).isTrue();
    }
  }

  @Test
  void randomDatagramsDoNoHarm() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    List<byte[]> seeds = new ArrayList<>(messages.all().values());
    long before = asterisk.memoryKb();
    for (int i = 1; i <= DATAGRAMS; i++) {
      sends(i % 2 == 0 ? noise(random) : damaged(seeds.get(random.nextInt(seeds.size())), random));
      if (i % AT_ONCE == 0) {
        Thread.sleep(BREATH);
      }
    }
    assertThat(takesCalls()).isTrue();
    assertThat(asterisk.memoryKb() - before).as("kB more than before").isLessThan(MOST_MEMORY_KB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00972599000000",
        "900441904911000",
        "0114419049110000",
        "+4919004567890",
        "0049190000000",
        "100",
        "*97",
        "person",
        "trunk",
        "116117${SHELL(id)}",
        "s",
        "h",
        "T",
        "1161179@trunk",
        "callback"
      })
  void nobodyElseIsCalledThroughTheHotline(String number) throws IOException {
    TortureMessages.Message invite = messages.plain("INVITE");
    invite.start("INVITE sip:" + number + "@127.0.0.1 SIP/2.0");
    invite.set("User-Agent", "friendly-scanner");
    invite.set("Content-Type", "application/sdp");
    invite.body(SDP);
    // What is no address has no answer either.
    assertThat(answer(invite).orElse(400)).isBetween(400, 699);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTER", "SUBSCRIBE", "MESSAGE", "PUBLISH", "REFER", "NOTIFY", "INFO"})
  void nothingElseIsTaken(String method) throws IOException {
    TortureMessages.Message request = messages.plain(method);
    request.set("User-Agent", "sipvicious");
    request.set("Event", "presence");
    request.set("Refer-To", "<sip:00972599000000@127.0.0.1>");
    request.set("Expires", "3600");
    Optional<Integer> status = answer(request);
    assertThat(status.orElse(0)).as("refused, or not answered").matches(code -> code / 100 != 2);
  }

  private boolean takesCalls() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      TortureMessages.Message options = messages.plain("OPTIONS");
      options.start("OPTIONS sip:116117@127.0.0.1:" + Place.SIP.getPort() + " SIP/2.0");
      options.set("To", "<sip:116117@127.0.0.1>");
      String id = "probe-" + System.nanoTime();
      options.set("Call-ID", id);
      if (answer(options, id).equals(Optional.of(200))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Integer> answer(TortureMessages.Message message) throws IOException {
    String text = message.text();
    String id = text.replaceAll("(?s).*Call-ID: ([^\r]+).*", "$1");
    return answer(message, id);
  }

  /** The final status; answers to other messages are not looked at. */
  private Optional<Integer> answer(TortureMessages.Message message, String id) throws IOException {
    sends(message.text().getBytes(StandardCharsets.ISO_8859_1));
    long end = System.nanoTime() + Duration.ofMillis(ANSWER_MILLIS).toNanos();
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_ANSWER], LARGEST_ANSWER);
    while (System.nanoTime() < end) {
      packet.setLength(LARGEST_ANSWER);
      try {
        stranger.receive(packet);
      } catch (SocketTimeoutException silent) {
        return Optional.empty();
      }
      String text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
      if (text.contains(id) && text.matches("(?s)SIP/2\\.0 [2-6][0-9]{2} .*")) {
        return Optional.of(Integer.valueOf(text.substring(8, 11)));
      }
    }
    return Optional.empty();
  }

  private void sends(byte[] bytes) throws IOException {
    stranger.send(new DatagramPacket(bytes, bytes.length, Place.SIP));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(LARGEST)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A message with a few bytes of another value, or without its end. */
  private static byte[] damaged(byte[] message, Random random) {
    int length = random.nextInt(4) == 0 ? 1 + random.nextInt(message.length) : message.length;
    byte[] bytes = Arrays.copyOf(message, length);
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
