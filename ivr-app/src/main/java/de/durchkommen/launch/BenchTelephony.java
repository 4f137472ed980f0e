package de.durchkommen.launch;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An Asterisk for measurements: the product's configuration, with that of {@code dialplan/bench}
 * added to it, other ports, and room for more calls.
 */
final class BenchTelephony {
  private static final String HERE = "127.0.0.1";
  private static final String CALLS = "8000";

  /** Two ports a call; below the ports that the kernel gives out itself. */
  private static final int RTP_START = 12_000;

  private static final int RTP_END = 31_999;

  private final Home home;
  private final Toolbox tools;
  private final Path dialplan;
  private final int sip;
  private final int agi;
  private final int ami;

  BenchTelephony(Settings settings, Home home, Toolbox tools) throws IOException {
    this.home = home;
    this.tools = tools;
    this.dialplan = settings.project().resolve("dialplan");
    this.sip = freeDatagramPort();
    this.agi = freePort();
    this.ami = freePort();
  }

  int sipPort() {
    return sip;
  }

  int agiPort() {
    return agi;
  }

  Path sounds() {
    return home.path().resolve("sounds");
  }

  /** What Asterisk is told with {@code -C}. */
  Path configuration() {
    return home.asterisk().resolve("etc/asterisk.conf");
  }

  /** Writes sounds and templates; the part can be started then. */
  Telephony made() throws IOException {
    BenchSounds.write(sounds());
    Path templates = Files.createDirectories(home.path().resolve("templates"));
    for (Path folder : List.of(dialplan, dialplan.resolve("bench"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".conf")).toList()) {
          Files.writeString(
              templates.resolve(file.getFileName().toString()),
              Files.readString(file, StandardCharsets.UTF_8)
                  .replace("@ASTERISK_DATA@", ownWords().toString()),
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        }
      }
    }
    return new Telephony(
        home,
        tools,
        templates,
        new Telephony.SipAddress(HERE, sip),
        values(),
        () -> new AgentLine.Off("nobody registers"),
        false);
  }

  /** Asterisk's own descriptions and the numbers' words, which it looks for beside them. */
  private Path ownWords() throws IOException {
    Path data = Files.createDirectories(home.path().resolve("data"));
    Path descriptions = data.resolve("documentation");
    if (!Files.exists(descriptions)) {
      Files.createSymbolicLink(descriptions, tools.asteriskData().resolve("documentation"));
      BenchSounds.writeNumbers(data);
    }
    return data;
  }

  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    values.put("SIP_BIND", HERE + ":" + sip);
    values.put("SIP_ALLOWED", "127.0.0.0/8");
    values.put("MEDIA_ADDRESS", HERE);
    values.put("MEDIA_BOUND", "yes");
    values.put("MAX_CALLS", CALLS);
    values.put("COMFORTABLE_CALLS", CALLS);
    values.put("SYSTEM_NAME", "bench");
    values.put("AMI_PORT", String.valueOf(ami));
    values.put("AMI_BIND", HERE);
    values.put("AMI_ALLOWED", HERE + "/32");
    values.put("AMI_USER", "bench");
    values.put("AMI_SECRET", String.valueOf(System.nanoTime()));
    values.put("RTP_START", String.valueOf(RTP_START));
    values.put("RTP_END", String.valueOf(RTP_END));
    // Most of the callers send no sound.
    values.put("RTP_TIMEOUT", "0");
    values.put("AGI_NODES", HERE + ":" + agi);
    values.put("AGI_HOST", HERE);
    values.put("AGI_PORT", String.valueOf(agi));
    values.put("PERSON", "PJSIP/person");
    values.put("PERSON_CONTACT", "sip:person@127.0.0.1:9");
    values.put("PERSON_RING_SECONDS", "1");
    values.put("LANGUAGES", "de");
    values.put("FALLBACK_SOUNDS", sounds().toString());
    values.put("BENCH_SOUNDS", sounds().toString());
    return values;
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
      return free.getLocalPort();
    }
  }

  static int freeDatagramPort() throws IOException {
    try (DatagramSocket free =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(HERE), 0))) {
      return free.getLocalPort();
    }
  }
}
