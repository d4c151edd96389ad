package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.5, 10.0.0.5, true",
    "10.0.0.5, 10.0.0.6, false",
    "10.0.0.0/24, 10.0.0.255, true",
    "10.0.0.0/24, 10.0.1.0, false",
    "10.0.0.0/23, 10.0.1.0, true",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fd12::1, true",
    "fd00::/8, fe80::1, false",
    "::1, [::1], true",
    "127.0.0.1, ::ffff:127.0.0.1, true"
  })
  void aNetworkHoldsWhatBeginsAlike(String network, String address, boolean holds) {
    assertEquals(
        holds,
        Network.address(address).map(each -> Network.of(network).contains(each)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy",
        "10.0.0",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "/24",
        "::1/129",
        "a.b.c.d",
        "1.2.3.400"
      })
  void whatIsNoNetworkIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Network.of(text));
  }

  @Test
  void nobodyIsAProxyUnlessNamed() {
    assertTrue(Proxies.of(" , ").isEmpty());
    assertEquals(2, Proxies.of("10.0.0.5, fd00::/8").networks().size());
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3",
    "-, -",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "2001:db8:1:2::7, 20010db800010002"
  })
  void aHouseholdIsOneSender(String address, String key) {
    assertEquals(key, Addresses.key(address));
  }
}
