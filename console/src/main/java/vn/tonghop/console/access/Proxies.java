package vn.tonghop.console.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The proxies that end TLS before this process. Where there are any, nobody else may ask: what they
 * say of where a request comes from is believed, and of nobody else.
 */
record Proxies(List<Network> networks) {

  static final Proxies NONE = new Proxies(List.of());

  private static final String FORWARDED = "X-Forwarded-For";

  Proxies {
    networks = List.copyOf(networks);
  }

  /**
   * Reads a setting.
   *
   * @param text addresses or networks, parted by commas
   * @throws IllegalArgumentException naming the one that is none
   */
  static Proxies of(String text) {
    return new Proxies(
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(Network::of)
            .toList());
  }

  boolean isEmpty() {
    return networks.isEmpty();
  }

  /**
   * The address that a request comes from.
   *
   * @throws Refusal if it should have come by a proxy
   */
  String client(HttpServletRequest request) {
    String peer = plain(request.getRemoteAddr()).orElse("-");
    if (networks.isEmpty()) {
      return peer;
    }
    if (!trusts(peer)) {
      throw Refusal.notFromProxy();
    }
    // What stands furthest right was added last, by a proxy of ours.
    List<String> told = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(FORWARDED))) {
      told.addAll(Arrays.asList(line.split(",", -1)));
    }
    Collections.reverse(told);
    for (String each : told) {
      Optional<String> address = plain(each.strip());
      if (address.isEmpty()) {
        return peer;
      }
      if (!trusts(address.get())) {
        return address.get();
      }
    }
    return peer;
  }

  private boolean trusts(String address) {
    return Network.address(address)
        .filter(each -> networks.stream().anyMatch(network -> network.contains(each)))
        .isPresent();
  }

  private static Optional<String> plain(String text) {
    return Network.address(text).map(InetAddress::getHostAddress);
  }
}
