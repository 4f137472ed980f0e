package de.durchkommen.line;

import de.durchkommen.call.CallerHungUp;
import de.durchkommen.call.Key;
import de.durchkommen.queue.Bell;
import de.durchkommen.queue.Music;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.ControlStreamFileCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.GetDataCommand;
import org.asteriskjava.fastagi.command.GetVariableCommand;
import org.asteriskjava.fastagi.command.SetMusicOffCommand;
import org.asteriskjava.fastagi.command.SetMusicOnCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.asteriskjava.fastagi.reply.AgiReply;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one call, each with its reply checked.
 *
 * <p>asterisk-java tells a hangup, an error and "no key" apart badly, so the reply itself is looked
 * at. A hangup shows in four ways: result -1, status 511, a {@code HANGUP} line before a reply, and
 * a socket that closes after one. Commands that Asterisk also allows on a dead channel (variables,
 * EXEC) never show it; {@link #checked} asks with one that it does not allow.
 */
final class AgiLine {
  /** The names of our music in {@code musiconhold.conf}. */
  private static final Map<Music, String> CLASSES =
      Map.of(Music.MELODY, "durchkommen", Music.TONE, "durchkommen-tone");

  private static final String NO_FILE = "";

  /** What GET DATA replies when the channel is gone; no key has a minus on it. */
  private static final String NONE = "-1";

  private static final String TIMED_OUT = "timeout";
  private static final Pattern KEYS = Pattern.compile("[0-9*]{0,30}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\"\\\\]");
  private static final String ALL_KEYS = "0123456789*#";

  /** g: control comes back when the other side hangs up first; r: the caller hears it ring. */
  private static final String DIAL_OPTIONS = "gr";

  /** The dialplan's time until which the call is left to us. */
  private static final String LEFT_TO_US = "TIMEOUT(absolute)";

  /**
   * What we do between two commands takes no longer than this: at worst a new sentence is made, see
   * {@code voice.VoiceAnnouncer}.
   */
  private static final Duration OWN_TIME = Duration.ofSeconds(45);

  /** More than that, so that not each command needs another one. */
  private static final Duration GENEROUSLY = OWN_TIME.multipliedBy(2);

  /** Each sound is there in this codec, which has 64 kbit/s (ITU-T G.711). */
  private static final String G711_FILE = ".alaw";

  private static final long G711_BYTES_A_SECOND = 8_000;

  private static final String NO_KEY = "x";
  private static final int WIND_MILLIS = 3_000;
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
  private static final int NO_SUCH_APPLICATION = -2;

  private final AgiChannel channel;
  private final GuardedConnection connection;
  private final AgiLimits limits;
  private final Playback playback;
  private boolean gone;
  private @Nullable Music music;

  /** By the processor's ticks. */
  private long leftUntilNanos = System.nanoTime();

  AgiLine(AgiChannel channel, GuardedConnection connection, AgiLimits limits) {
    this(channel, connection, limits, Playback.ENDLESS);
  }

  /**
   * The line of a call.
   *
   * @param playback what ends an announcement before its end
   */
  AgiLine(AgiChannel channel, GuardedConnection connection, AgiLimits limits, Playback playback) {
    this.channel = channel;
    this.connection = connection;
    this.limits = limits;
    this.playback = playback;
  }

  /** Plays a file to its end or to a key. */
  Optional<Key> streamed(Path audio) {
    // Asterisk stops the music by itself when a file is played, and keeps where it was.
    music = null;
    stays(length(audio));
    StreamFileCommand command = new StreamFileCommand(cleaned(audio.toString()), ALL_KEYS);
    AgiReply reply = asked(command, limits.announcement());
    int code = code(reply);
    // A file that is missing looks like a hangup in newer Asterisk, like "no key" in older.
    if (code < 0 || (code == 0 && Objects.equals(reply.getAttribute("endpos"), "0"))) {
      throw playedNothing();
    }
    return key(code);
  }

  /**
   * Plays a file to its end, to a key, or until the bell rings. Nothing is played when it has rung
   * before.
   */
  Optional<Key> streamed(Path audio, Bell bell) {
    music = null;
    stays(length(audio));
    Stopping stopping = new Stopping(() -> playback.stops(channel.getUniqueId()));
    bell.listens(stopping::begins);
    try {
      return stopping.hasBegun() ? Optional.empty() : stoppable(audio);
    } finally {
      stopping.ends();
      bell.quiet();
    }
  }

  /** No key winds or pauses: there is none that is called x. */
  private Optional<Key> stoppable(Path audio) {
    ControlStreamFileCommand command =
        new ControlStreamFileCommand(
            cleaned(audio.toString()), ALL_KEYS, WIND_MILLIS, NO_KEY, NO_KEY, NO_KEY);
    int code = code(asked(command, limits.announcement()));
    if (code < 0) {
      throw playedNothing();
    }
    return key(code);
  }

  /** Of a sound; of one that is not where Asterisk has it, the longest that may be. */
  private Duration length(Path audio) {
    try {
      long bytes = Files.size(audio.resolveSibling(audio.getFileName() + G711_FILE));
      return Duration.ofSeconds(bytes / G711_BYTES_A_SECOND);
    } catch (IOException unknown) {
      return limits.announcement();
    }
  }

  /** Why: the caller may have hung up. */
  private AgiFailure playedNothing() {
    checked();
    return new AgiFailure("STREAM FILE played nothing");
  }

  /** Waits for a key, no longer than this. */
  Optional<Key> waited(Duration within) {
    stays(within);
    return keyed(within);
  }

  private Optional<Key> keyed(Duration within) {
    long millis = Math.clamp(within.toMillis(), SHORTEST_WAIT.toMillis(), Integer.MAX_VALUE);
    int code = code(asked(new WaitForDigitCommand(millis), within));
    if (code < 0) {
      throw hungUp();
    }
    return key(code);
  }

  /**
   * What was keyed in one go.
   *
   * @param symbols digits and stars; the pound sign that ended it is not among them
   * @param timedOut whether it ended with a pause
   */
  record Keyed(String symbols, boolean timedOut) {}

  /**
   * Waits for so many keys, or fewer that end with the pound sign or a pause.
   *
   * @param patience how long each may take
   */
  Keyed entered(int most, Duration patience) {
    long millis = Math.clamp(patience.toMillis(), SHORTEST_WAIT.toMillis(), Integer.MAX_VALUE);
    AgiReply reply = live(new GetDataCommand(NO_FILE, millis, most), patience.multipliedBy(most));
    String symbols = reply.getStatus() == AgiReply.SC_SUCCESS ? reply.getResult() : NONE;
    if (symbols == null || NONE.equals(symbols)) {
      throw hungUp();
    }
    if (!KEYS.matcher(symbols).matches()) {
      throw new AgiFailure("A reply that is none");
    }
    return new Keyed(symbols, TIMED_OUT.equals(reply.getExtra()));
  }

  /** Plays this music until a key is pressed, the time is over, or the bell rings. */
  Optional<Key> listened(Duration within, Bell bell, Music wanted) {
    if (music != wanted) {
      String name = Objects.requireNonNull(CLASSES.get(wanted));
      code(live(new SetMusicOnCommand(name), Duration.ZERO));
      music = wanted;
    }
    // Not later: what interrupts is for the one command that comes now.
    stays(within);
    Interruption interruption = connection.interruption();
    interruption.allow();
    bell.listens(interruption::interrupt);
    try {
      return interruption.isNeedless() ? Optional.empty() : interrupted(within);
    } finally {
      interruption.abandon();
      bell.quiet();
    }
  }

  /** Waits for a key; Asterisk's result 1, which is no key, tells of an interruption. */
  private Optional<Key> interrupted(Duration within) {
    try {
      return keyed(within);
    } finally {
      answered();
    }
  }

  private void answered() {
    try {
      connection.readInterruptions();
    } catch (IOException broken) {
      throw connection.hangupTold() || gone
          ? hungUp()
          : new AgiFailure("The connection broke at an interruption");
    }
  }

  /**
   * Makes sure that the caller is still there.
   *
   * @throws CallerHungUp if not
   */
  void checked() {
    waited(SHORTEST_WAIT);
  }

  /**
   * Connects the caller with somebody, until one of them hangs up or nobody answers.
   *
   * @return Asterisk's DIALSTATUS, such as {@code ANSWER} or {@code NOANSWER}
   */
  String dialled(String target, Duration ring) {
    silenced();
    ExecCommand dial =
        new ExecCommand("Dial", cleaned(target), String.valueOf(ring.toSeconds()), DIAL_OPTIONS);
    if (code(live(dial, ring.plus(limits.talk()))) == NO_SUCH_APPLICATION) {
      throw new AgiFailure("Asterisk has no Dial application");
    }
    AgiReply status = sent(new GetVariableCommand("DIALSTATUS"), Duration.ZERO);
    String word = code(status) == 1 ? status.getExtra() : null;
    return Objects.requireNonNullElse(word, "");
  }

  private void silenced() {
    if (music != null) {
      code(live(new SetMusicOffCommand(), Duration.ZERO));
      music = null;
    }
  }

  /** Sets a channel variable, also when the caller is gone. */
  void noted(String variable, String value) {
    code(sent(new SetVariableCommand(cleaned(variable), cleaned(value)), Duration.ZERO));
  }

  private AgiReply live(AgiCommand command, Duration takes) {
    stays(takes);
    return asked(command, takes);
  }

  /** Also when the caller is gone. */
  private AgiReply sent(AgiCommand command, Duration takes) {
    if (!gone && !connection.hangupTold()) {
      stays(takes);
    }
    return asked(command, takes);
  }

  /**
   * Has the dialplan leave the call to us for a command that takes so long, and for what we do
   * until the one after it. A node that stands still does not do that, and the dialplan asks
   * another one.
   *
   * @throws CallerHungUp if the caller is gone
   */
  void stays(Duration takes) {
    if (gone || connection.hangupTold()) {
      throw hungUp();
    }
    Duration left = Duration.ofNanos(leftUntilNanos - System.nanoTime());
    if (left.compareTo(takes.plus(OWN_TIME)) < 0) {
      Duration next = takes.plus(GENEROUSLY);
      String seconds = String.valueOf(next.toSeconds());
      code(asked(new SetVariableCommand(LEFT_TO_US, seconds), Duration.ZERO));
      leftUntilNanos = System.nanoTime() + next.toNanos();
    }
  }

  private AgiReply asked(AgiCommand command, Duration takes) {
    connection.expectsReply(takes);
    try {
      return channel.sendCommand(command);
    } catch (AgiHangupException ambiguous) {
      if (connection.broken() && !connection.hangupTold()) {
        throw new AgiFailure("The connection broke, or no reply came in time");
      }
      throw hungUp();
    } catch (AgiException refused) {
      if (connection.hangupTold()) {
        throw hungUp();
      }
      throw new AgiFailure("Asterisk refused: " + refused.getClass().getSimpleName());
    }
  }

  private CallerHungUp hungUp() {
    gone = true;
    return new CallerHungUp();
  }

  private static int code(AgiReply reply) {
    String result = reply.getStatus() == AgiReply.SC_SUCCESS ? reply.getResult() : "";
    if (!NUMBER.matcher(result).matches()) {
      throw new AgiFailure("A reply that is none");
    }
    return Integer.parseInt(result);
  }

  private static Optional<Key> key(int code) {
    return code == 0 ? Optional.empty() : Key.of((char) code);
  }

  /** Without what could end the argument or the command. */
  private static String cleaned(String value) {
    return UNSAFE.matcher(value).replaceAll("");
  }
}
