package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Telephones that have one codec only, and not the one of all others: each is spoken to in it, and
 * its keys are heard.
 */
@ExtendWith(HotlineUnderTest.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class CodecsIT {
  private static final long MOMENT_MILLIS = 500;
  private static final Pattern LINE = Pattern.compile("^\\s*(\\w+): (.*?)\\s*$", Pattern.MULTILINE);

  /** Speech is levelled to about this; so is the ringing tone, while pauses lower the mean. */
  private static final double LOUD_DB = -18;

  private static final double QUIET_DB = -30;

  /** Nothing that is made or joined comes this near to full scale. */
  private static final double PEAK_DB = -1;

  private final HotlineUnderTest hotline;

  CodecsIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @Test
  void booksInMuLaw() throws IOException, InterruptedException, UnsupportedAudioFileException {
    Spectrum heard = heardWhileBooking("ulaw", "05619990001");
    assertThat(heard.rate()).isEqualTo(8_000);
    assertThat(heard.high()).isEqualTo(Double.NEGATIVE_INFINITY);
    // Not asked of G.722: its decoder goes astray for a moment when a busy machine loses a packet.
    assertThat(heard.peak()).as("%s", heard).isLessThan(PEAK_DB);
  }

  @Test
  void booksInG722() throws IOException, InterruptedException, UnsupportedAudioFileException {
    Spectrum heard = heardWhileBooking("g722", "05619990002");
    assertThat(heard.rate()).isEqualTo(16_000);
    assertThat(heard.high()).as("%s", heard).isGreaterThan(-40);
  }

  /** A person is wanted first, so that the ringing tone is heard too; nobody answers. */
  private Spectrum heardWhileBooking(String codec, String number)
      throws IOException, InterruptedException, UnsupportedAudioFileException {
    List<String> looks = new ArrayList<>();
    ScriptedCall call = called("0," + hotline.letter().keys() + ",1,1", codec, number, looks);

    call.heardAllThatWasSaid();
    assertThat(call.outcome()).startsWith("BOOKED ");
    assertThat(call.hearing().ofWords("Ihre Termine sind gebucht")).isTrue();
    assertThat(call.hearing().prompts())
        .filteredOn(Heard::whole)
        .allMatch(heard -> heard.likeness() > 0.95);
    isSentAsItIsStored(codec, looks);
    Spectrum spectrum = Spectrum.of(call.wav());
    System.out.println(codec + ": " + spectrum);
    assertThat(spectrum.level()).as("%s", spectrum).isBetween(QUIET_DB, LOUD_DB);
    return spectrum;
  }

  /** All but the ringing tone, which Asterisk makes itself. */
  private static void isSentAsItIsStored(String codec, List<String> looks) {
    assertThat(looks)
        .filteredOn(look -> told(look, "Application").equals("AGI"))
        .hasSizeGreaterThan(10)
        .allSatisfy(look -> {
          assertThat(told(look, "NativeFormats")).isEqualTo("(" + codec + ")");
          assertThat(told(look, "ReadFormat")).isEqualTo(codec);
          assertThat(told(look, "WriteFormat")).isEqualTo(codec);
          assertThat(told(look, "ReadTranscode")).startsWith("No");
          assertThat(told(look, "WriteTranscode")).startsWith("No");
        });
  }

  /** Calls, and looks at Asterisk's side of the call while it goes on. */
  private ScriptedCall called(String keys, String codec, String number, List<String> looks)
      throws IOException, InterruptedException {
    AsteriskConsole console = hotline.console();
    try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<ScriptedCall> call =
          CompletableFuture.supplyAsync(() -> made(keys, codec, number), caller);
      while (!call.isDone()) {
        console.channelOf(number).ifPresent(looks::add);
        Thread.sleep(MOMENT_MILLIS);
      }
      return call.join();
    }
  }

  private ScriptedCall made(String keys, String codec, String number) {
    try {
      return ScriptedCall.made(hotline, keys, "de", "--codec", codec, "--from", number);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String told(String look, String name) {
    Matcher line = LINE.matcher(look);
    while (line.find()) {
      if (line.group(1).equals(name)) {
        return line.group(2);
      }
    }
    throw new AssertionError("No " + name + " in " + look);
  }
}
