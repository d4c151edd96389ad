package vn.tonghop.console.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin alike: {@code 10.0.0.5}, {@code 10.0.0.0/24}, {@code fd00::/8}. */
final class Network {

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern NUMERIC =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final InetAddress begin;
  private final int bits;

  private Network(InetAddress begin, int bits) {
    this.begin = begin;
    this.bits = bits;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Network of(String text) {
    String[] parts = text.split("/", 2);
    InetAddress address =
        address(parts[0]).orElseThrow(() -> new IllegalArgumentException("\"%s\"".formatted(text)));
    int most = address.getAddress().length * Byte.SIZE;
    if (parts.length == 1) {
      return new Network(address, most);
    }
    if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > most) {
      throw new IllegalArgumentException("\"%s\"".formatted(text));
    }
    return new Network(address, Integer.parseInt(parts[1]));
  }

  /** A numeric address, in brackets or not; a name is never looked up, whoever sent it. */
  static Optional<InetAddress> address(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!NUMERIC.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      // Digits and dots that are no address.
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] these = begin.getAddress();
    byte[] those = address.getAddress();
    if (these.length != those.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((these[bit / Byte.SIZE] ^ those[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
