package vn.tonghop.console.access;

import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one sender. */
final class Addresses {

  private static final int PREFIX_BYTES = 8;

  private Addresses() {}

  /** An IPv4 address, or the network of 64 bits of an IPv6 address: one household has all of it. */
  static String key(String address) {
    return Network.address(address)
        .filter(Inet6Address.class::isInstance)
        .map(each -> Arrays.copyOf(each.getAddress(), PREFIX_BYTES))
        .map(prefix -> HexFormat.of().formatHex(prefix))
        .orElse(address);
  }
}
