package de.durchkommen.launch;

import de.durchkommen.voice.VoiceState;
import de.durchkommen.voice.Voices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The hotline as the settings want it: which parts it has, and where each of them is. */
final class Hotline {
  /** A host's address or name, as it may stand in a configuration file. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]+");

  private static final Pattern NETWORKS = Pattern.compile("[0-9A-Fa-f.:/]+( *, *[0-9A-Fa-f.:/]+)*");
  private static final Pattern NODES =
      Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}( *, *[A-Za-z0-9.-]+:[0-9]{1,5}){0,15}");
  private static final Pattern DIAL_STRING = Pattern.compile("[A-Za-z0-9/_@.&+:-]+");
  private static final Pattern SIP_CONTACT = Pattern.compile("sips?:[A-Za-z0-9@._+:\\[\\]-]+");
  private static final Pattern TRUNK =
      Pattern.compile("[A-Za-z0-9/_@.&+:-]*\\{number\\}[A-Za-z0-9/_@.&+:-]*");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,20}");
  private static final String INTERPRETERS = "durchkommen.interpreters";
  private static final Pattern INTERPRETER_LIST =
      Pattern.compile("(\\s*[a-z]{2}\\s*=[+0-9 ()/-]{3,40};?)*\\s*");
  private static final Pattern LOG_FORMAT = Pattern.compile("text|json");
  private static final Pattern SYSTEM_NAME = Pattern.compile("[a-z0-9]{1,20}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern MEMORY = Pattern.compile("[0-9]+[mg]");
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final String ANY_ADDRESS = "0.0.0.0";
  private static final String LOOPBACK = "127.0.0.1";

  /** Channels that are kept for callers who only hear that they cannot wait on one: a tenth. */
  private static final int RESERVED_PART = 10;

  private static final int RESERVED_AT_LEAST = 2;

  private static final String NEVER = "PT0S";

  /** Sound may stall for some seconds without anybody being gone. */
  private static final Duration SHORTEST_RTP_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration LONGEST_RTP_TIMEOUT = Duration.ofHours(1);

  private static final int KEY_BYTES = 32;

  private static final String CALLER_KEY = "durchkommen.calls.key";
  private static final String AMI_SECRET = "durchkommen.ami.secret";

  private final RandomGenerator random = new SecureRandom();
  private final Settings settings;
  private final Home home;
  private final Toolbox tools;

  Hotline(Settings settings) {
    this(settings, new Toolbox(settings.home()));
  }

  Hotline(Settings settings, Toolbox tools) {
    this.settings = settings;
    this.home = settings.home();
    this.tools = tools;
  }

  Home home() {
    return home;
  }

  Toolbox tools() {
    return tools;
  }

  DatabaseAddress database() throws IOException {
    return DatabaseAddress.of(settings, databasePassword());
  }

  /** Makes the random words that are not there yet; before the first start. */
  void makeSecrets() throws IOException {
    databasePassword().make(random);
    Optional<String> token = settings.secret("durchkommen.api.token");
    if (token.isPresent()) {
      Modes.writeSecret(tokenFile(), token.get());
    }
    new Secret(tokenFile()).make(random);
    amiSecret().make(random);
    asteriskPassword().make(random);
    if (hasTls()) {
      certificate().make(Clock.systemUTC());
      storePassword().make(random);
    }
    if (recordingKeys().isEmpty()) {
      new Secret(recordingKey(), KEY_BYTES).make(random);
    }
    callerKey().make(random);
  }

  /** Whether agents' telephones can register. */
  AgentLine agents() throws IOException {
    Optional<Path> driver =
        tools.program("asterisk").isPresent() ? tools.odbcDriver() : Optional.empty();
    return AgentLine.of(settings, driver, database(), asteriskPassword());
  }

  /** Whether web pages and calls are also served by TLS. */
  private boolean hasTls() {
    return settings.flag("durchkommen.tls");
  }

  /** A line: where it is reached by TLS, as far as that is here, and until when, if it is. */
  Optional<String> secured() {
    return sips()
        .map(sips ->
            "Verschlüsselt: %s%s; das Zertifikat %s"
                .formatted(
                    https().url("https"),
                    settings.flag("durchkommen.asterisk.start") ? ", " + sips.url("sips") : "",
                    certificate().term(Clock.system(HESSEN))));
  }

  /** For all by whose names or addresses somebody may come here. */
  private Certificate certificate() {
    Set<String> names = new LinkedHashSet<>(List.of("localhost", LOOPBACK));
    for (String key : List.of("https.address", "sip.address", "sip.media.address", "ami.address")) {
      settings
          .optional("durchkommen." + key)
          .filter(name -> HOST.matcher(name).matches() && !name.equals(ANY_ADDRESS))
          .ifPresent(names::add);
    }
    return Certificate.of(settings, home, List.copyOf(names));
  }

  /** Of the certificate's key, as the web server wants it. */
  private Secret storePassword() {
    return new Secret(home.run().resolve("tls.password"));
  }

  private Secret asteriskPassword() {
    return new Secret(home.run().resolve("asterisk-db.password"));
  }

  private Secret amiSecret() {
    return new Secret(home.run().resolve("ami.secret"));
  }

  /** With which numbers of callers are hashed, when an operator has named no key. */
  private Secret callerKey() {
    return new Secret(home.run().resolve("callers.key"), KEY_BYTES);
  }

  private Optional<String> keptCallerKey() {
    try {
      return callerKey().kept();
    } catch (IOException e) {
      throw new LaunchFailure(
          LaunchFailure.FAILED, "Der Schlüssel der Anrufer ist nicht lesbar.", e);
    }
  }

  private Secret databasePassword() {
    return new Secret(home.run().resolve("db.password"));
  }

  /** The file of keys that an operator has named; without one, ours is used. */
  private Optional<Path> recordingKeys() {
    return settings.folder("durchkommen.recording.key-file");
  }

  private Path recordingKey() {
    return home.run().resolve("recording.key");
  }

  private Path tokenFile() {
    return home.run().resolve("token");
  }

  WebApplication.HttpAddress http() {
    return new WebApplication.HttpAddress(
        settings.text("durchkommen.http.address", HOST), settings.port("durchkommen.http.port"));
  }

  private WebApplication.HttpAddress https() {
    return new WebApplication.HttpAddress(
        settings.text("durchkommen.https.address", HOST), settings.port("durchkommen.https.port"));
  }

  Telephony.SipAddress sip() {
    return new Telephony.SipAddress(
        settings.text("durchkommen.sip.address", HOST), settings.port("durchkommen.sip.port"));
  }

  /** Where it is called by TLS, if it is. */
  Optional<Telephony.SipAddress> sips() {
    return hasTls()
        ? Optional.of(
            new Telephony.SipAddress(sip().host(), settings.port("durchkommen.sips.port")))
        : Optional.empty();
  }

  /** The parts in the order of their start. */
  List<Child> children() throws IOException {
    List<Child> children = new ArrayList<>();
    DatabaseAddress database = database();
    if (database.embedded()) {
      int port = settings.port("durchkommen.db.port");
      children.add(new Child(new DatabaseServer(home, port, database, asteriskPassword()), home));
    }
    children.add(new Child(web(database), home));
    if (settings.flag("durchkommen.asterisk.start")) {
      children.add(new Child(telephony(), home));
    }
    return children;
  }

  /** Which engine speaks each language, and which ones are missing. Takes seconds. */
  List<VoiceState> voices() {
    return Voices.states(checkedVoices());
  }

  /** The settings of the voices; a wrong one is told here and not by a start that fails. */
  private VoiceValues checkedVoices() {
    var values = new VoiceValues(settings, tools);
    try {
      Voices.check(values);
      return values;
    } catch (IllegalArgumentException wrong) {
      throw new LaunchFailure(LaunchFailure.WRONG_USE, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  FallbackWords fallbackWords() {
    return new FallbackWords(settings, tools, prompts(), fallbackSounds());
  }

  /** The ports that have to be free before the start. */
  List<Port> ports() throws IOException {
    List<Port> ports = new ArrayList<>();
    ports.add(Port.tcp("durchkommen.http.port", http().host(), http().port()));
    if (hasTls()) {
      WebApplication.HttpAddress https = https();
      ports.add(Port.tcp("durchkommen.https.port", https.host(), https.port()));
    }
    String agi = settings.text("durchkommen.agi.address", HOST);
    ports.add(Port.tcp("durchkommen.agi.port", agi, settings.port("durchkommen.agi.port")));
    if (settings.flag("durchkommen.people.recording")) {
      String recording = settings.text("durchkommen.recording.address", HOST);
      int port = settings.port("durchkommen.recording.port");
      ports.add(Port.tcp("durchkommen.recording.port", recording, port));
    }
    if (settings.flag("durchkommen.asterisk.start")) {
      ports.add(Port.udp("durchkommen.sip.port", sip().host(), sip().port()));
      sips()
          .ifPresent(
              sips -> ports.add(Port.tcp("durchkommen.sips.port", sips.host(), sips.port())));
      ports.add(Port.tcp("durchkommen.ami.port", LOOPBACK, settings.port("durchkommen.ami.port")));
    }
    if (database().embedded()) {
      int port = settings.port("durchkommen.db.port");
      ports.add(Port.tcp("durchkommen.db.port", LOOPBACK, port));
    }
    return ports;
  }

  /** The application alone, wherever database and Asterisk are. */
  WebApplication web() throws IOException {
    return web(database());
  }

  private WebApplication web(DatabaseAddress database) throws IOException {
    Path target = settings.project().resolve("ivr-app/target");
    List<String> java = new ArrayList<>();
    java.add("-Xmx" + settings.text("durchkommen.web.memory", MEMORY));
    settings
        .optional("durchkommen.web.java")
        .ifPresent(more -> java.addAll(List.of(BLANKS.split(more))));
    boolean piper = checkedVoices().wantPiper();
    boolean json = settings.text("durchkommen.log.format", LOG_FORMAT).equals("json");
    WebApplication.Options options = new WebApplication.Options(java, piper, json);
    Optional<WebApplication.Tls> tls =
        hasTls()
            ? Optional.of(new WebApplication.Tls(https(), certificate(), storePassword()))
            : Optional.empty();
    return new WebApplication(home, target, http(), tls, options, environment(database));
  }

  private Map<String, String> environment(DatabaseAddress database) throws IOException {
    Map<String, String> environment = new TreeMap<>(settings.environment());
    environment.putAll(database.environment());
    environment.put("DURCHKOMMEN_HOME", home.path().toString());
    environment.put("DURCHKOMMEN_SOUNDS_DIR", sounds().toString());
    environment.put("DURCHKOMMEN_PROMPTS_DIR", prompts().toString());
    settings
        .folder("durchkommen.recordings.dir")
        .ifPresent(dir -> environment.put("DURCHKOMMEN_RECORDINGS_DIR", dir.toString()));
    checkedVoices().all().forEach((key, value) -> environment.put(Settings.variable(key), value));
    environment.put("DURCHKOMMEN_API_TOKEN", new Secret(tokenFile()).kept().orElse(""));
    environment.put("PATH", tools.searchPath());
    String callers = settings.secret(CALLER_KEY).or(this::keptCallerKey).orElse("");
    environment.put(Settings.variable(CALLER_KEY), callers);
    environment.put(
        "DURCHKOMMEN_RECORDING_KEY_FILE", recordingKeys().orElse(recordingKey()).toString());
    settings
        .folder("durchkommen.recording.folder")
        .ifPresent(dir -> environment.put("DURCHKOMMEN_RECORDING_FOLDER", dir.toString()));
    environment.putAll(callingEnvironment());
    if (hasTls()) {
      environment.put("DURCHKOMMEN_TLS_CERTIFICATE", certificate().certificate().toString());
    }
    return environment;
  }

  /** How the application has people called; an Asterisk that is not ours has its own secret. */
  private Map<String, String> callingEnvironment() throws IOException {
    settings.text("durchkommen.trunk.dial", TRUNK);
    settings.text("durchkommen.callback.caller-id", NUMBER);
    if (settings.optional(INTERPRETERS).isPresent()) {
      settings.text(INTERPRETERS, INTERPRETER_LIST);
    }
    settings.port("durchkommen.ami.port");
    Map<String, String> calling = new TreeMap<>(amiTls());
    if (settings.flag("durchkommen.asterisk.start")) {
      calling.put("DURCHKOMMEN_AMI_HOST", LOOPBACK);
      calling.put("DURCHKOMMEN_AMI_SECRET", keptAmiSecret());
    } else {
      settings
          .secret(AMI_SECRET)
          .ifPresent(secret -> calling.put(Settings.variable(AMI_SECRET), secret));
    }
    return calling;
  }

  /** Whom the application believes to be Asterisk: whoever has this certificate. */
  private Map<String, String> amiTls() {
    if (!hasAmiTls()) {
      return Map.of();
    }
    Path trusted =
        settings.folder("durchkommen.ami.certificate").orElse(certificate().certificate());
    return Map.of(
        "DURCHKOMMEN_AMI_PORT",
        String.valueOf(settings.port("durchkommen.ami.tls.port")),
        "DURCHKOMMEN_AMI_CERTIFICATE",
        trusted.toString());
  }

  private boolean hasAmiTls() {
    boolean wanted = settings.flag("durchkommen.ami.tls");
    if (wanted && !hasTls()) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE, "durchkommen.ami.tls=true braucht durchkommen.tls=true.");
    }
    return wanted;
  }

  /** Empty before the first start, of which somebody may ask how it stands. */
  private String keptAmiSecret() throws IOException {
    return amiSecret().kept().orElse("");
  }

  /** Asterisk alone, wherever the application is. */
  Telephony telephony() throws IOException {
    Path templates = settings.project().resolve("dialplan");
    if (!Files.isDirectory(templates)) {
      throw new LaunchFailure(LaunchFailure.FAILED, "Es fehlt der Ordner " + templates);
    }
    return new Telephony(
        home,
        tools,
        templates,
        sip(),
        telephonyValues(),
        this::agents,
        settings.flag("durchkommen.asterisk.realtime"));
  }

  private Map<String, String> telephonyValues() throws IOException {
    Map<String, String> values = new TreeMap<>();
    values.put("SIP_BIND", sip().bind());
    values.put("SIP_ALLOWED", settings.text("durchkommen.sip.allowed", NETWORKS));
    values.put("MEDIA_ADDRESS", mediaAddress());
    values.put("MEDIA_BOUND", isOfThisMachine(mediaAddress()) ? "yes" : "no");
    int calls = settings.number("durchkommen.sip.calls");
    values.put("MAX_CALLS", String.valueOf(calls));
    values.put("COMFORTABLE_CALLS", String.valueOf(calls - reserve(calls)));
    values.put("SYSTEM_NAME", settings.text("durchkommen.asterisk.name", SYSTEM_NAME));
    values.put("AMI_PORT", String.valueOf(settings.port("durchkommen.ami.port")));
    values.put("AMI_USER", settings.text("durchkommen.ami.user", WORD));
    String ami = settings.text("durchkommen.ami.address", HOST);
    values.put("AMI_BIND", hasAmiTls() ? LOOPBACK : ami);
    values.put("AMI_ALLOWED", settings.text("durchkommen.ami.allowed", NETWORKS).replace(" ", ""));
    values.put(Telephony.SECRET, settings.secret(AMI_SECRET).orElse(keptAmiSecret()));
    values.put("RTP_START", String.valueOf(settings.port("durchkommen.rtp.start")));
    values.put("RTP_END", String.valueOf(rtpEnd()));
    values.put("RTP_TIMEOUT", String.valueOf(rtpTimeout().toSeconds()));
    values.put("AGI_NODES", nodes());
    values.put("PERSON", settings.text("durchkommen.person", DIAL_STRING));
    values.put("PERSON_CONTACT", settings.text("durchkommen.person.sip", SIP_CONTACT));
    values.put(
        "PERSON_RING_SECONDS",
        String.valueOf(settings.time("durchkommen.person.ring").toSeconds()));
    values.put("LANGUAGES", settings.languages());
    values.put("FALLBACK_SOUNDS", fallbackSounds().toString());
    if (hasTls()) {
      values.put("SIPS_BIND", sips().orElseThrow().bind());
      values.put(Telephony.CERTIFICATE, certificate().certificate().toString());
      values.put("TLS_KEY", certificate().key().toString());
      values.put("AMI_TLS", hasAmiTls() ? "yes" : "no");
      values.put("AMI_TLS_BIND", ami + ":" + settings.port("durchkommen.ami.tls.port"));
    }
    return values;
  }

  private int reserve(int calls) {
    int reserve =
        settings.optional("durchkommen.sip.reserve").isPresent()
            ? settings.number("durchkommen.sip.reserve")
            : Math.max(RESERVED_AT_LEAST, calls / RESERVED_PART);
    if (reserve >= calls) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          "durchkommen.sip.calls (%d) muss größer sein als durchkommen.sip.reserve (%d)."
              .formatted(calls, reserve));
    }
    return reserve;
  }

  /** What callers send their sound to; a server on all addresses has to say which one. */
  private String mediaAddress() {
    boolean told = settings.optional("durchkommen.sip.media.address").isPresent();
    if (!told && sip().host().equals(ANY_ADDRESS)) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          "Mit durchkommen.sip.address=0.0.0.0 braucht es durchkommen.sip.media.address: die"
              + " Adresse, an die Anrufer ihren Ton schicken.");
    }
    return told ? settings.text("durchkommen.sip.media.address", HOST) : sip().host();
  }

  /** Where Asterisk finds the application: the nodes that are named, or the one that is here. */
  private String nodes() {
    if (settings.optional("durchkommen.agi.nodes").isPresent()) {
      return settings.text("durchkommen.agi.nodes", NODES).replace(" ", "");
    }
    String agi = settings.text("durchkommen.agi.address", HOST);
    String host = agi.equals(ANY_ADDRESS) ? LOOPBACK : agi;
    return host + ":" + settings.port("durchkommen.agi.port");
  }

  /** Behind a router, the address that callers know is not one of this machine's. */
  private static boolean isOfThisMachine(String address) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
    } catch (IOException unknown) {
      return false;
    }
  }

  private int rtpEnd() {
    int end = settings.port("durchkommen.rtp.end");
    if (end <= settings.port("durchkommen.rtp.start")) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          "durchkommen.rtp.end muss größer sein als durchkommen.rtp.start.");
    }
    return end;
  }

  /** For how long a caller may send nothing at all; none means for ever. */
  private Duration rtpTimeout() {
    String key = "durchkommen.rtp.timeout";
    if (settings.optional(key).orElse("").equals(NEVER)) {
      return Duration.ZERO;
    }
    Duration timeout = settings.time(key);
    if (timeout.compareTo(SHORTEST_RTP_TIMEOUT) < 0 || timeout.compareTo(LONGEST_RTP_TIMEOUT) > 0) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          key
              + " muss zwischen PT10S und PT1H liegen, oder PT0S sein: dann wird niemand getrennt.");
    }
    return timeout;
  }

  private Path sounds() {
    return settings.folder("durchkommen.sounds.dir").orElse(home.path().resolve("sounds"));
  }

  private Path prompts() {
    return settings.folder("durchkommen.prompts.dir").orElse(settings.project().resolve("prompts"));
  }

  private Path fallbackSounds() {
    return sounds().resolve("fallback");
  }
}
