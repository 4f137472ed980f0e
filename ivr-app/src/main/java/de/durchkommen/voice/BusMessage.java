package de.durchkommen.voice;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message of D-Bus, as far as a speech program needs it: its specification calls this the message
 * format, version 1. A message has a head of 16 bytes, fields at multiples of eight, and a body at
 * the next multiple of eight.
 *
 * @param answered whether the sender waits for an answer
 * @param serial the sender's number of this message, not 0
 * @param replyTo the serial of what this is the answer to; 0 if it is none
 * @param words the fields that are words
 * @param body from its position to its limit, in the order of bytes of the sender
 */
record BusMessage(
    Kind kind,
    boolean answered,
    int serial,
    int replyTo,
    Map<Field, String> words,
    ByteBuffer body) {
  /** What a message is, by its number. */
  enum Kind {
    CALL(1),
    RETURN(2),
    ERROR(3),
    SIGNAL(4);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    private static Kind of(int number) throws IOException {
      return Arrays.stream(values())
          .filter(kind -> kind.number == number)
          .findAny()
          .orElseThrow(() -> new IOException("A message of kind " + number));
    }
  }

  /** The fields that are words, by their number and their type. */
  enum Field {
    PATH(1, 'o'),
    INTERFACE(2, 's'),
    MEMBER(3, 's'),
    ERROR_NAME(4, 's'),
    DESTINATION(6, 's'),
    SENDER(7, 's'),
    SIGNATURE(8, 'g');

    private final int number;
    private final char type;

    Field(int number, char type) {
      this.number = number;
      this.type = type;
    }

    private static Optional<Field> of(int number) {
      return Arrays.stream(values()).filter(field -> field.number == number).findAny();
    }
  }

  static final int HEAD_BYTES = 16;

  /** A tenth of a second of speech takes 5 kB. */
  static final int MAX_BYTES = 4 << 20;

  private static final int NO_ANSWER = 1;
  private static final int VERSION = 1;
  private static final int AT_BODY_LENGTH = 4;
  private static final int AT_FIELDS_LENGTH = 12;
  private static final int REPLY_TO = 5;
  private static final int STRUCTURE = 8;
  private static final int NUMBER = Integer.BYTES;

  /**
   * How long a message is.
   *
   * @param head its first {@link #HEAD_BYTES}
   * @throws IOException if it is longer than {@link #MAX_BYTES}, or none
   */
  static int length(byte[] head) throws IOException {
    ByteBuffer in = ordered(head);
    long fields = Integer.toUnsignedLong(in.getInt(AT_FIELDS_LENGTH));
    long body = Integer.toUnsignedLong(in.getInt(AT_BODY_LENGTH));
    long length = HEAD_BYTES + (fields + STRUCTURE - 1) / STRUCTURE * STRUCTURE + body;
    if (length > MAX_BYTES) {
      throw new IOException("A message of %d bytes".formatted(length));
    }
    return (int) length;
  }

  /**
   * Reads a message.
   *
   * @throws IOException if it is none
   */
  static BusMessage parsed(byte[] whole) throws IOException {
    try {
      return parsed(ordered(whole));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("A broken message", e);
    }
  }

  private static BusMessage parsed(ByteBuffer in) throws IOException {
    Kind kind = Kind.of(in.get(1));
    boolean answered = (in.get(2) & NO_ANSWER) == 0;
    int end = HEAD_BYTES + in.getInt(AT_FIELDS_LENGTH);
    Map<Field, String> words = new EnumMap<>(Field.class);
    int replyTo = 0;
    in.position(HEAD_BYTES);
    while (in.position() < end) {
      align(in, STRUCTURE);
      int number = in.get();
      char type = (char) in.position(in.position() + 1).get();
      in.get();
      if (type == 'u') {
        align(in, NUMBER);
        int value = in.getInt();
        replyTo = number == REPLY_TO ? value : replyTo;
      } else {
        String word = word(in, type);
        Field.of(number).ifPresent(field -> words.put(field, word));
      }
    }
    align(in, STRUCTURE);
    ByteBuffer body = in.slice().order(in.order());
    return new BusMessage(kind, answered, in.getInt(AT_BODY_LENGTH + NUMBER), replyTo, words, body);
  }

  private static String word(ByteBuffer in, char type) throws IOException {
    int length =
        switch (type) {
          case 'g' -> Byte.toUnsignedInt(in.get());
          case 's', 'o' -> align(in, NUMBER).getInt();
          default -> throw new IOException("A field of type " + type);
        };
    byte[] word = new byte[Math.clamp(length, 0, in.remaining())];
    in.get(word).get();
    return new String(word, StandardCharsets.UTF_8);
  }

  /** The message as it is sent. */
  ByteBuffer bytes() {
    int room = 2 * HEAD_BYTES + body.remaining();
    for (String word : words.values()) {
      // Three bytes a letter at most, and what stands around a field.
      room += HEAD_BYTES + 3 * word.length();
    }
    ByteBuffer out = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'l').put((byte) kind.number);
    out.put((byte) (answered ? 0 : NO_ANSWER)).put((byte) VERSION);
    out.putInt(body.remaining()).putInt(serial).putInt(0);
    if (replyTo != 0) {
      align(begun(out, REPLY_TO, 'u'), NUMBER).putInt(replyTo);
    }
    words.forEach((field, word) -> put(begun(out, field.number, field.type), field.type, word));
    out.putInt(AT_FIELDS_LENGTH, out.position() - HEAD_BYTES);
    return align(out, STRUCTURE).put(body.duplicate()).flip();
  }

  private static ByteBuffer begun(ByteBuffer out, int number, char type) {
    return align(out, STRUCTURE).put((byte) number).put((byte) 1).put((byte) type).put((byte) 0);
  }

  private static void put(ByteBuffer out, char type, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    if (type == 'g') {
      out.put((byte) bytes.length);
    } else {
      align(out, NUMBER).putInt(bytes.length);
    }
    out.put(bytes).put((byte) 0);
  }

  /** A body that is one text: type {@code s}. */
  static ByteBuffer text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(NUMBER + bytes.length + 1);
    return body.order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).put(bytes).rewind();
  }

  /** A body that is one number: type {@code u}. */
  static ByteBuffer number(int number) {
    return ByteBuffer.allocate(NUMBER).order(ByteOrder.LITTLE_ENDIAN).putInt(number).rewind();
  }

  /** A field; empty text when it has none of that kind. */
  String word(Field field) {
    return words.getOrDefault(field, "");
  }

  private static ByteBuffer ordered(byte[] message) {
    boolean little = message[0] == 'l';
    return ByteBuffer.wrap(message).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /** Moves on to the next multiple. */
  private static ByteBuffer align(ByteBuffer buffer, int multiple) {
    return buffer.position((buffer.position() + multiple - 1) / multiple * multiple);
  }
}
