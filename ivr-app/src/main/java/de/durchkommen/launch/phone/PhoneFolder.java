package de.durchkommen.launch.phone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of one telephone: its configuration, and the sound that goes in and out. */
final class PhoneFolder {
  /** RTP ports of telephones, outside of what the hotline uses and of the system's own choice. */
  private static final String RTP_PORTS = "30000-31999";

  /** A call without any packet for so long is over: the other side is dead. */
  private static final Duration RTP_LIMIT = Duration.ofSeconds(90);

  /**
   * How late packets may be without a gap in what is heard, at least and at most. On a machine that
   * is busy with compiling, packets were seen 100 ms late. What is heard comes later by the first
   * number, in each call alike.
   */
  private static final String LATE_MILLIS = "100-600";

  private final Handset handset;
  private final Codec codec;
  private final Path path;

  /**
   * Makes a folder that only this user can read.
   *
   * @param handset what it is the folder of
   */
  PhoneFolder(Handset handset) throws IOException {
    this.handset = handset;
    this.codec = handset.codec();
    path = Files.createTempDirectory("durchkommen-phone");
  }

  Path path() {
    return path;
  }

  /** What is heard, complete once the call is over. */
  Path heard() {
    return path.resolve("heard.wav");
  }

  /**
   * Writes baresip's configuration.
   *
   * @param sip where the phone is reached; port 0 lets the system choose
   * @param control where it is driven
   * @throws IOException if it cannot be written, or in words for the user, if baresip does not know
   *     the codec
   */
  void configure(BaresipProgram program, InetSocketAddress sip, InetSocketAddress control)
      throws IOException {
    if (!program.knows(codec)) {
      throw new IOException(
          "Dem SIP-Telefon baresip fehlt das Modul %s.".formatted(codec.module()));
    }
    InetAddress own = sip.getAddress();
    List<String> config = new ArrayList<>();
    handset
        .trusted()
        .ifPresent(certificate ->
            config.addAll(List.of("sip_cafile " + certificate, "sip_verify_server yes")));
    config.addAll(
        List.of(
            "poll_method epoll",
            "sip_listen " + own.getHostAddress() + ":" + sip.getPort(),
            "net_interface " + own.getHostAddress(),
            "rtp_ports " + RTP_PORTS,
            "rtp_timeout " + RTP_LIMIT.toSeconds(),
            "call_max_calls 1",
            "audio_path " + path,
            "audio_player aufile," + heard(),
            "audio_source aufile," + said(),
            "audio_alert aufile," + path.resolve("alert.wav"),
            "audio_buffer " + LATE_MILLIS,
            "jitter_buffer_type off",
            "ringback_disabled yes",
            "statmode_default off",
            "module_path " + program.modules(),
            "module " + codec.module(),
            "module aufile.so",
            "module_tmp account.so",
            "module_app menu.so",
            "module_app ctrl_tcp.so",
            "ctrl_tcp_listen " + control.getAddress().getHostAddress() + ":" + control.getPort()));
    if (handset.trusted().isPresent()) {
      config.add("module srtp.so");
    }
    Files.write(path.resolve("config"), config);
    Files.writeString(path.resolve("contacts"), "");
  }

  /** Writes the one account, which sends keys as RTP telephone-events (RFC 4733). */
  void account(String user, InetSocketAddress sip, boolean answers) throws IOException {
    Files.writeString(
        path.resolve("accounts"),
        "<sip:%s@%s:%d%s>;regint=0;audio_codecs=%s;dtmfmode=rtpevent;ptime=20;answermode=%s%s%n"
            .formatted(
                user,
                sip.getAddress().getHostAddress(),
                sip.getPort(),
                handset.transport(),
                codec.inAccount(),
                answers ? "auto" : "manual",
                handset.encryption()));
  }

  /** Writes that there is no account yet. */
  void noAccount() throws IOException {
    Files.writeString(path.resolve("accounts"), "");
  }

  /**
   * Writes what the phone says: a sound, then silence for as long as any call may last. It has the
   * codec's rate, so that baresip need not change it.
   */
  void says(Recording sound, Duration atLeast) throws IOException {
    Wav wav = sound.sound(codec.rate());
    int least = Math.toIntExact(atLeast.toSeconds() * wav.rate());
    wav.write(said(), Math.max(least, wav.samples().length));
  }

  /** Removes the folder with all that is in it. */
  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path said() {
    return path.resolve("said.wav");
  }
}
