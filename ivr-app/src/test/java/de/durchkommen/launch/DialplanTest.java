package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own {@code dialplan} folder, filled as {@code up} does. */
class DialplanTest {
  /** Tests run in the module's folder. */
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void fill() throws IOException {
    fill(Map.of());
  }

  private void fill(Map<String, String> more) throws IOException {
    Path root = NoAsterisk.made(folder.resolve("tools/root"));
    Map<String, String> environment = new HashMap<>(more);
    environment.put("DURCHKOMMEN_HOME", folder.resolve("home with space").toString());
    environment.put("DURCHKOMMEN_TOOLS_DIR", folder.resolve("tools").toString());
    environment.put("DURCHKOMMEN_SIP_PORT", "15062");
    var hotline = new Hotline(Settings.of(PROJECT, environment), new Toolbox(root, ""));
    hotline.home().made();
    hotline.makeSecrets();
    for (Child child : hotline.children()) {
      if (child.part() instanceof Telephony telephony) {
        telephony.prepare();
      }
    }
  }

  @Test
  void everyNameIsFilledIn() throws IOException {
    assertThat(filled("asterisk.conf"))
        .contains("astetcdir => " + folder.resolve("home with space/asterisk/etc"))
        .contains("astmoddir => " + folder.resolve("tools/root/usr/lib/any/asterisk/modules"));
    assertThat(filled("pjsip.conf")).contains("bind = 127.0.0.1:15062", "match = 127.0.0.0/8");
    assertThat(filled("extensions.conf")).contains("APPLICATION = 127.0.0.1:4573\n");
  }

  @Test
  void whoSendsNoSoundKeepsTheLineForAsLongAsTheOperatorWants() throws IOException {
    assertThat(settings("pjsip.conf")).contains("rtp_timeout = 60");
    fill(Map.of("DURCHKOMMEN_RTP_TIMEOUT", "PT5M"));
    assertThat(settings("pjsip.conf")).contains("rtp_timeout = 300");
    fill(Map.of("DURCHKOMMEN_RTP_TIMEOUT", "PT0S"));
    assertThat(settings("pjsip.conf")).contains("rtp_timeout = 0");
    for (String wrong : List.of("PT9S", "PT2H", "60", "-PT20S")) {
      assertThatThrownBy(() -> fill(Map.of("DURCHKOMMEN_RTP_TIMEOUT", wrong)))
          .as(wrong)
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("durchkommen.rtp.timeout");
    }
  }

  @Test
  void callersReachNothingButTheHotline() throws IOException {
    List<String> incoming = context("incoming");
    assertThat(incoming)
        .isNotEmpty()
        .allMatch(
            line -> line.matches(".*(Goto\\(hotline,116117,1\\)|Set\\(DURCHKOMMEN_LANGUAGE=.*)"));
    assertThat(String.join("\n", context("hotline"))).doesNotContain("${EXTEN}", "include");
  }

  @Test
  void everyWordOfTheFallbackIsOneThatIsMade() throws IOException {
    List<String> said =
        java.util.regex.Pattern.compile("Gosub\\(say,s,1\\(([a-z]+)\\)\\)")
            .matcher(filled("extensions.conf"))
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(said).containsExactlyInAnyOrderElementsOf(FallbackWords.WORDS);
  }

  @Test
  void theManagerPortIsOpenToThisMachineOnlyAndOnlyForCalls() throws IOException {
    List<String> manager = settings("manager.conf");
    assertThat(manager)
        .contains("bindaddr = 127.0.0.1", "port = 5038", "webenabled = no")
        .contains("deny = 0.0.0.0/0.0.0.0", "permit = 127.0.0.1/32")
        .containsSubsequence("[durchkommen]", "read = call", "write = originate")
        .containsSubsequence(
            "[durchkommen-talks]", "read = call,reporting", "write = call,originate,reporting")
        .filteredOn(line -> line.startsWith("secret = "))
        .hasSize(2)
        .allMatch(line -> line.matches("secret = [0-9a-f]{48}"));
    // Each hears of what it is for, and of nothing else: a filter allows, and all others are held
    // back.
    assertThat(manager)
        .filteredOn(line -> line.startsWith("write") || line.startsWith("permit"))
        .hasSize(4);
    assertThat(manager)
        .filteredOn(line -> line.startsWith("eventfilter"))
        .hasSizeGreaterThan(6)
        .allMatch(line -> line.startsWith("eventfilter = Event: "));
    Path file = folder.resolve("home with space/asterisk/etc/manager.conf");
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void inARoomNothingIsAnnouncedAndNoKeyDoesAnything() throws IOException {
    List<String> rooms = settings("confbridge.conf");
    assertThat(rooms)
        .contains("[talk]", "[caller]", "[agent]", "[guest]", "record_conference = no")
        .noneMatch(
            line -> line.matches("(type = menu|sound_.*|announce.*=.*yes|admin = yes|pin.*)"));
    assertThat(rooms).filteredOn(line -> line.equals("quiet = yes")).hasSize(3);
    assertThat(rooms).filteredOn(line -> line.equals("dtmf_passthrough = no")).hasSize(3);
    assertThat(rooms).filteredOn(line -> line.equals("marked = yes")).hasSize(1);
    assertThat(String.join("\n", context("talk-agent")))
        .containsSubsequence("talk-${TALK},talk,agent", "talk-${TALK},talk,guest")
        .doesNotContain("Dial(", "AGI(", "Goto(");
  }

  /** What is said is written by nothing here; it goes to the application only. */
  @Test
  void aRecordedTalkIsOnlyHandedOn() throws IOException {
    assertThat(String.join("\n", context("talk-recorder")))
        .contains("ChanSpy(${FILTER(A-Za-z0-9/\\-,${OBSERVED})},qES)")
        .contains("AudioSocket(${FILTER(0-9a-f\\-,${RECORDING})},")
        .doesNotContain("Dial(", "ConfBridge(", "Goto(");
    assertThat(filled("extensions.conf")).doesNotContain("MixMonitor", "Record(");
    assertThat(filled("modules.conf")).doesNotContain("app_mixmonitor");
  }

  /** What a stranger sends, or a fault of the application, cannot become a dial string. */
  @Test
  void anAgentsTelephoneIsRungByNameOnlyAndSendsNobodyElsewhere() throws IOException {
    assertThat(context("talk"))
        .contains(
            " same = n,Set(AGENT=${FILTER(a-z0-9\\-,${DURCHKOMMEN_AGENT})})",
            " same = n,GotoIf($[\"${AGENT:0:6}\" != \"agent-\"]?over,1)")
        .filteredOn(line -> line.contains("Dial("))
        .singleElement()
        .asString()
        .contains("Dial(PJSIP/${AGENT},", "iI", "<116117>")
        .doesNotContain("CALLERID", "hH", "tT");
  }

  @Test
  void whoComesOutOfATalkIsInTheFallbackWhenTheApplicationIsAway() throws IOException {
    List<String> talk = context("talk");
    assertThat(talk.getLast()).contains("Goto(").endsWith(",T,1)");
    assertThat(talk).anyMatch(line -> line.equals(" same = n,Goto(${AFTER_TALK},talked,1)"));
    List<String> hotline = context("hotline");
    assertThat(hotline)
        .containsSubsequence("exten = talked,1,Set(SINCE=)", " same = n,Goto(116117,application)")
        .contains(" same = n,GotoIf($[\"${DURCHKOMMEN_TALK}\" != \"\"]?talk,s,1)");
    assertThat(String.join("\n", context("called")))
        .contains("REQUEST=talked,${CALL_ID},5,called,");
  }

  @Test
  void everyNodeIsAskedOnceAndTheLongestTimeEndsWhereTheCallCameFrom() throws IOException {
    fill(Map.of("DURCHKOMMEN_AGI_NODES", "10.0.0.1:4573, app-2:4574"));
    assertThat(filled("extensions.conf")).contains("APPLICATION = 10.0.0.1:4573,app-2:4574\n");
    assertThat(context("application"))
        .containsSubsequence(
            " same = n,Set(TIMEOUT(absolute)=${STILL_SECONDS})",
            " same = n,AGI(agi://${CUT(APPLICATION,\\,,${NODE})}/${REQUEST})")
        .containsSubsequence(
            " same = n,GotoIf($[${LEFT} <= 0]?over)",
            " same = n,GotoIf($[\"${SERVED}\" = \"0\"]?node)",
            " same = n,Gosub(say,s,1(again))",
            " same = n(waits),Gosub(say,s,1(waiting))",
            " same = n,Goto(node)")
        .endsWith(
            "exten = T,1,GotoIf($[${EPOCH} - ${BEGUN} < ${CALL_SECONDS}]?s,back)",
            " same = n,Goto(${AFTER_TALK},T,1)");
    assertThatThrownBy(() -> fill(Map.of("DURCHKOMMEN_AGI_NODES", "10.0.0.1,x")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("DURCHKOMMEN_AGI_NODES");
  }

  @Test
  void channelsAreCalledShortBeforeAsteriskRefusesCalls() throws IOException {
    assertThat(settings("asterisk.conf")).contains("maxcalls = 400");
    assertThat(settings("extensions.conf")).contains("COMFORTABLE_CALLS = 360");
  }

  @Test
  void whoWasCalledIsNotKeptOnTheLineWhenTheApplicationIsDown() throws IOException {
    assertThat(String.join("\n", context("called")))
        .contains("Gosub(say,s,1(callback))")
        .doesNotContain("MusicOnHold", "Goto(hotline", "Gosub(person");
  }

  @Test
  void musicIsWhereTheLauncherMakesIt() throws IOException {
    assertThat(settings("musiconhold.conf"))
        .contains("[durchkommen]", "mode = files")
        .anyMatch(line -> line.endsWith("/sounds/fallback/music"));
  }

  @Test
  void withoutADriverNothingAsksTheDatabase() throws IOException {
    assertNothingAsksTheDatabase();
  }

  private void assertNothingAsksTheDatabase() throws IOException {
    assertThat(etc("sorcery.conf")).doesNotExist();
    assertThat(etc("res_odbc.conf")).doesNotExist();
    assertThat(settings("modules.conf")).noneMatch(line -> line.contains("odbc"));
    assertThat(settings("pjsip.conf")).noneMatch(line -> line.contains("endpoint_identifier"));
  }

  @Test
  void agentsPhonesAreLookedUpAfterTheFileAndOnlyForWhatDialsNoNumber() throws IOException {
    withDriver();
    assertThat(settings("sorcery.conf"))
        .containsSubsequence(
            "endpoint = config,pjsip.conf,criteria=type=endpoint",
            "endpoint = realtime,ps_endpoints")
        .noneMatch(line -> line.startsWith("contact") || line.startsWith("identify"));
    assertThat(settings("pjsip.conf"))
        .contains("endpoint_identifier_order = request_uri,username,ip")
        .contains("match_request_uri = /^sips?:[^*@]+@/")
        .containsSubsequence("deny = 0.0.0.0/0.0.0.0", "deny = ::/0", "permit = 127.0.0.0/8");
    assertThat(settings("odbcinst.ini")).anyMatch(line -> line.endsWith("/odbc/libmaodbc.so"));
    assertThat(settings("res_odbc.conf"))
        .anyMatch(line -> line.matches("password => [0-9a-f]{48}"))
        .contains("cache_size => 0", "connect_timeout => 1");
    assertThat(settings("odbc.ini")).contains("CONN_TIMEOUT = 1", "READ_TIMEOUT = 1");
    assertThat(Files.getPosixFilePermissions(etc("res_odbc.conf")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void agentsPhonesComeFromWhereTheSettingSays() throws IOException {
    withDriver("DURCHKOMMEN_AGENTS_ALLOWED", "10.1.0.0/16, 10.2.0.0/16");
    assertThat(settings("acl.conf"))
        .containsSubsequence("[agents]", "deny = ::/0", "permit = 10.1.0.0/16,10.2.0.0/16");
  }

  @Test
  void agentsDialNothingOutside() throws IOException {
    withDriver();
    assertThat(context("agents"))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("exten = *") || line.startsWith(" same = n,"))
        .noneMatch(line -> line.contains("Dial") || line.contains("Goto") || line.contains("_"));
  }

  @Test
  void whatAStartWithOtherSettingsLeftIsNotRead() throws IOException {
    withDriver();
    assertThat(etc("sorcery.conf")).exists();
    Files.delete(driver());
    fill();
    assertNothingAsksTheDatabase();
  }

  private void withDriver(String... setting) throws IOException {
    Files.createDirectories(driver().getParent());
    Files.writeString(driver(), "");
    fill(setting.length == 0 ? Map.of() : Map.of(setting[0], setting[1]));
  }

  private Path driver() {
    return folder.resolve("tools/root/usr/lib/any/odbc/libmaodbc.so");
  }

  private Path etc(String file) {
    return folder.resolve("home with space/asterisk/etc").resolve(file);
  }

  private List<String> settings(String file) throws IOException {
    return filled(file).lines().filter(line -> !line.startsWith(";")).toList();
  }

  private String filled(String file) throws IOException {
    return Files.readString(folder.resolve("home with space/asterisk/etc").resolve(file));
  }

  private List<String> context(String name) throws IOException {
    return filled("extensions.conf")
        .lines()
        .dropWhile(line -> !line.equals("[" + name + "]"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("["))
        .filter(line -> !line.isBlank() && !line.startsWith(";"))
        .toList();
  }
}
