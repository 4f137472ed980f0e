package de.durchkommen.people;

import de.durchkommen.identity.InvitationCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files of people who do not exist. */
final class InvitedFile {
  static final String HEADER = "code,birth_date,postcode,priority_group,language,phone,name\n";

  private InvitedFile() {}

  /** A valid code for each number from 0 to 799,999,999. */
  static String code(int number) {
    return InvitationCode.withCheckDigit(String.valueOf(100_000_000 + number)).digits();
  }

  static String line(int number) {
    return "%s,19%02d-%02d-%02d,3%04d,%d,de,+4956112%05d,Erika Muster %d\n"
        .formatted(
            code(number),
            30 + number % 20,
            1 + number % 12,
            1 + number % 28,
            number % 10_000,
            1 + number % 3,
            number % 100_000,
            number);
  }

  static PeopleFile of(String... lines) {
    return of(String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  static PeopleFile of(byte[] bytes) {
    return new PeopleFile(new ByteArrayInputStream(bytes), bytes.length);
  }

  /** The header and so many lines, made while they are read; codes in no order. */
  static PeopleFile made(int lines) {
    return new PeopleFile(new Made(lines), lines * 60L);
  }

  private static final class Made extends InputStream {
    private static final int PRIME = 7_654_321;
    private static final int CODES = 800_000_000;

    private final int lines;
    private int made;
    private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
    private int place;

    Made(int lines) {
      this.lines = lines;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] some, int from, int length) {
      if (place == line.length) {
        if (made == lines) {
          return -1;
        }
        int number = (int) ((long) made * PRIME % CODES);
        line = line(number).getBytes(StandardCharsets.UTF_8);
        made++;
        place = 0;
      }
      int count = Math.min(length, line.length - place);
      System.arraycopy(line, place, some, from, count);
      place += count;
      return count;
    }
  }

  /** These bytes one after the other. */
  static byte[] joined(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int place = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, place, part.length);
      place += part.length;
    }
    return all;
  }
}
