package de.durchkommen.telephone;

import de.durchkommen.launch.Fork;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** Where the hotline of this process's telephone tests is: folders, ports, and how it is set. */
final class Place {
  static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  static final InetSocketAddress SIP = new InetSocketAddress(LOOPBACK, Fork.port(15_090));
  static final InetSocketAddress SIPS = new InetSocketAddress(LOOPBACK, Fork.port(15_091));

  /** The next port is this telephone's too, for TLS. */
  static final InetSocketAddress PERSON = new InetSocketAddress(LOOPBACK, Fork.port(15_092));

  /** Where the trunk leads to: the telephone of whoever is called back, with two ports as well. */
  static final InetSocketAddress CALLED_BACK = new InetSocketAddress(LOOPBACK, Fork.port(15_094));

  /** Where another node of the application is expected, and none is. */
  static final int OTHER_NODE = Fork.port(14_589);

  static final int HTTP = Fork.port(18_090);
  private static final int HTTPS = Fork.port(18_092);
  private static final int AGI = Fork.port(14_590);

  /** Of so many ports from there on. */
  private static final int RTP = Fork.port(13_000);

  private static final int RTP_PORTS = 200;
  static final int AMI = Fork.port(15_038);

  static final Path PROJECT =
      Path.of(System.getProperty("durchkommen.project", "..")).toAbsolutePath().normalize();
  static final Path HOME = PROJECT.resolve(Fork.folder("target/telephone-home"));
  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("DURCHKOMMEN_HOME", HOME.toString()),
          Map.entry("DURCHKOMMEN_HTTP_PORT", String.valueOf(HTTP)),
          Map.entry("DURCHKOMMEN_SIP_PORT", String.valueOf(SIP.getPort())),
          Map.entry("DURCHKOMMEN_HTTPS_PORT", String.valueOf(HTTPS)),
          Map.entry("DURCHKOMMEN_SIPS_PORT", String.valueOf(SIPS.getPort())),
          // The application talks to Asterisk by TLS only, in all of these tests.
          Map.entry("DURCHKOMMEN_AMI_TLS", "true"),
          Map.entry("DURCHKOMMEN_AMI_TLS_PORT", Fork.port("15039")),
          Map.entry("DURCHKOMMEN_AGI_PORT", String.valueOf(AGI)),
          // One node is always down: half of all calls come to it first.
          Map.entry("DURCHKOMMEN_AGI_NODES", "127.0.0.1:" + OTHER_NODE + ",127.0.0.1:" + AGI),
          Map.entry("DURCHKOMMEN_PEOPLE_RECORDING", "true"),
          Map.entry("DURCHKOMMEN_RECORDING_PORT", Fork.port("14597")),
          Map.entry("DURCHKOMMEN_DB_PORT", Fork.port("13390")),
          Map.entry("DURCHKOMMEN_AMI_PORT", String.valueOf(AMI)),
          Map.entry(
              "DURCHKOMMEN_TRUNK_DIAL",
              "PJSIP/trunk/sip:{number}@127.0.0.1:" + CALLED_BACK.getPort()),
          Map.entry("DURCHKOMMEN_CALLING_HOURS", "00:00-24:00"),
          // Other tests run beside these.
          Map.entry("DURCHKOMMEN_ASTERISK_REALTIME", "true"),
          // The second compiler took a third of what the application needs in the time of the
          // tests.
          Map.entry("DURCHKOMMEN_WEB_JAVA", "-XX:TieredStopAtLevel=1"),
          // The others take processors that the calls of the tests need.
          Map.entry("DURCHKOMMEN_PROMPTS_WARM", "de"),
          Map.entry("DURCHKOMMEN_RTP_START", String.valueOf(RTP)),
          Map.entry("DURCHKOMMEN_RTP_END", String.valueOf(RTP + RTP_PORTS - 1)),
          Map.entry("DURCHKOMMEN_PERSON_SIP", "sip:person@127.0.0.1:" + PERSON.getPort()),
          Map.entry("DURCHKOMMEN_PERSON_RING", "PT5S"));

  private Place() {}
}
