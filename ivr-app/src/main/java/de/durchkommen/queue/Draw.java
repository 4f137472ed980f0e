package de.durchkommen.queue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The draw at the opening: an order that nobody could foresee and everybody can check.
 *
 * <p>Each ticket has the lot SHA-256(seed, ticket number as eight bytes, the highest first); the
 * lots are sorted, byte by byte, unsigned. The seed is drawn beforehand, its SHA-256 is published
 * before the opening and the seed itself afterwards.
 */
final class Draw {
  private Draw() {}

  /**
   * The tickets in their order, for whoever checks a draw. At the opening the database works out
   * the same by itself: {@link Opening}.
   */
  static List<Long> order(byte[] seed, List<Long> tickets) {
    return tickets.stream()
        .map(ticket -> new Lot(ticket, lot(seed, ticket)))
        .sorted(Comparator.comparing(Lot::digits))
        .map(Lot::ticket)
        .toList();
  }

  /** Worked out once for each ticket, and not at each comparison: there may be very many. */
  private record Lot(long ticket, String digits) {}

  /** What is published before the opening: the SHA-256 of the seed, in hexadecimal digits. */
  static String commitment(byte[] seed) {
    return HexFormat.of().formatHex(sha256().digest(seed));
  }

  /** In hexadecimal digits, which sort as the bytes do. */
  private static String lot(byte[] seed, long ticket) {
    MessageDigest sha256 = sha256();
    sha256.update(seed);
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(ticket).array();
    return HexFormat.of().formatHex(sha256.digest(number));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
