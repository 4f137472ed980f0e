package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.voice.BusMessage.Field;
import de.durchkommen.voice.BusMessage.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusMessageTest {
  /** As RHVoice-service, with GLib's D-Bus, sends it. */
  private static final String FINISHED =
      "6c040101000000000b0000008100000001016f00210000002f636f6d2f6769746875622f4f6c676159616b6f766c"
          + "6576612f5248566f696365000000000000000201730020000000636f6d2e6769746875622e4f6c67615961"
          + "6b6f766c6576612e5248566f696365000000000000000006017300050000003a312e313000000003017300"
          + "0800000046696e69736865640000000000000000";

  private static final String NAME_OWNER =
      "6c0100010a000000040000007d00000001016f00150000002f6f72672f667265656465736b746f702f4442757300"
          + "000002017300140000006f72672e667265656465736b746f702e444275730000000006017300140000006f"
          + "72672e667265656465736b746f702e44427573000000000801670001730000030173000c0000004765744e"
          + "616d654f776e657200000000050000003a312e313000";

  private static final String RETURN =
      "6c02010100000000050000002000000006017300050000003a312e313000000008016700000000000501750003"
          + "000000";

  @Test
  void aSignalIsRead() throws IOException {
    BusMessage signal = BusMessage.parsed(bytes(FINISHED));
    assertThat(signal.kind()).isEqualTo(Kind.SIGNAL);
    assertThat(signal.answered()).isFalse();
    assertThat(signal.serial()).isEqualTo(11);
    assertThat(signal.words())
        .isEqualTo(
            Map.of(
                Field.PATH, "/com/github/OlgaYakovleva/RHVoice",
                Field.INTERFACE, "com.github.OlgaYakovleva.RHVoice",
                Field.MEMBER, "Finished",
                Field.DESTINATION, ":1.10"));
    assertThat(signal.body().remaining()).isZero();
  }

  @Test
  void aCallIsReadWithItsBody() throws IOException {
    BusMessage call = BusMessage.parsed(bytes(NAME_OWNER));
    assertThat(call.kind()).isEqualTo(Kind.CALL);
    assertThat(call.answered()).isTrue();
    assertThat(call.word(Field.SIGNATURE)).isEqualTo("s");
    assertThat(call.word(Field.ERROR_NAME)).isEmpty();
    assertThat(call.body()).isEqualTo(BusMessage.text(":1.10"));
  }

  @Test
  void anAnswerIsReadAndTellsWhatItAnswers() throws IOException {
    BusMessage answer = BusMessage.parsed(bytes(RETURN));
    assertThat(answer.kind()).isEqualTo(Kind.RETURN);
    assertThat(answer.replyTo()).isEqualTo(3);
  }

  /** The order of fields is free; this one is that of their numbers. */
  @Test
  void whatIsWrittenIsWhatGlibWrites() {
    Map<Field, String> words = new EnumMap<>(Field.class);
    words.put(Field.PATH, "/org/freedesktop/DBus");
    words.put(Field.INTERFACE, "org.freedesktop.DBus");
    words.put(Field.MEMBER, "Hello");
    words.put(Field.DESTINATION, "org.freedesktop.DBus");
    assertThat(hex(new BusMessage(Kind.CALL, true, 1, 0, words, ByteBuffer.allocate(0)).bytes()))
        .isEqualTo(
            "6c01000100000000010000006d00000001016f00150000002f6f72672f667265656465736b746f702f4442"
                + "757300000002017300140000006f72672e667265656465736b746f702e4442757300000000030173"
                + "000500000048656c6c6f0000000601730014"
                + "0000006f72672e667265656465736b746f702e44427573000000"
                + "00");
  }

  @Test
  void whatWasWrittenIsReadTheSame() throws IOException {
    Map<Field, String> words =
        Map.of(Field.MEMBER, "SpeakText", Field.SENDER, ":1.2", Field.SIGNATURE, "s");
    ByteBuffer body = BusMessage.text("Так, п’ять");
    var message = new BusMessage(Kind.ERROR, false, 70_000, 12, words, body);
    ByteBuffer sent = message.bytes();
    byte[] bytes = new byte[sent.remaining()];
    sent.get(bytes);
    assertThat(BusMessage.length(bytes)).isEqualTo(bytes.length);
    BusMessage read = BusMessage.parsed(bytes);
    assertThat(read).isEqualTo(message);
  }

  @Test
  void theOtherOrderOfBytesIsRead() throws IOException {
    byte[] signal =
        bytes("4204010100000004000000070000000d" + "06017300000000043a312e3100000000" + "00000102");
    assertThat(BusMessage.length(signal)).isEqualTo(signal.length);
    BusMessage read = BusMessage.parsed(signal);
    assertThat(read.serial()).isEqualTo(7);
    assertThat(read.word(Field.DESTINATION)).isEqualTo(":1.1");
    assertThat(read.body().getInt()).isEqualTo(0x102);
  }

  @Test
  void whatIsNoneOrTooLongIsRefused() {
    byte[] whole = bytes(NAME_OWNER);
    for (int length = BusMessage.HEAD_BYTES; length < 130; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> BusMessage.parsed(part)).isInstanceOf(IOException.class);
    }
    whole[7] = 1;
    assertThatThrownBy(() -> BusMessage.length(whole)).isInstanceOf(IOException.class);
    whole[7] = -1;
    assertThatThrownBy(() -> BusMessage.length(whole)).isInstanceOf(IOException.class);
    whole[1] = 9;
    assertThatThrownBy(() -> BusMessage.parsed(whole)).isInstanceOf(IOException.class);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
