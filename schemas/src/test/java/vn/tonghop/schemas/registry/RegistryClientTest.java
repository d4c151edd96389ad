package vn.tonghop.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tonghop.ProgressReport;
import vn.tonghop.Receipt;

class RegistryClientTest {
  private static final Schema REPORT = ProgressReport.getClassSchema();

  private final StubRegistry registry = new StubRegistry();
  private final RegistryClient client = new RegistryClient(RegistrySettings.at(registry.url()));

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void whatIsRegisteredIsFoundByIdBySubjectAndAsTheLatest() {
    int id = client.register("s/1 ü", REPORT);
    assertEquals(REPORT, client.schema(id));
    assertEquals(id, client.lookUp("s/1 ü", REPORT));
    assertEquals(new RegistryClient.Registered(id, 1, REPORT), client.latest("s/1 ü"));
    assertTrue(client.isCompatible("s/1 ü", REPORT));
  }

  @Test
  void notFoundRefusedAndOutOfReachAreThreeThings() {
    assertThrows(RegistryNotFoundException.class, () -> client.schema(99));
    assertThrows(RegistryNotFoundException.class, () -> client.latest("none"));
    assertThrows(RegistryNotFoundException.class, () -> client.lookUp("none", REPORT));
    registry.answer(409);
    assertEquals(
        409,
        assertThrows(RegistryRefusedException.class, () -> client.register("s", REPORT)).status());
    for (int status : new int[] {500, 503, 429}) {
      registry.answer(status);
      assertThrows(RegistryUnavailableException.class, () -> client.schema(1), "" + status);
    }
    registry.answer(404); // by a proxy: without the protocol's own code
    assertThrows(RegistryUnavailableException.class, () -> client.schema(1));
    registry.close();
    assertThrows(RegistryUnavailableException.class, () -> client.schema(1));
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsARegistryOutOfReach() {
    registry.hold(new CountDownLatch(1));
    RegistryClient hasty =
        new RegistryClient(
            RegistrySettings.from(
                Map.of(
                    RegistrySettings.URL,
                    registry.url(),
                    RegistrySettings.REQUEST_TIMEOUT_MS,
                    "100")));
    assertThrows(RegistryUnavailableException.class, () -> hasty.schema(1));
  }

  @Test
  void theNextAddressIsAskedWhereTheFirstIsAwayAndNotWhereItSaysNo() {
    int id = registry.register("s", REPORT);
    try (StubRegistry away = new StubRegistry();
        StubRegistry other = new StubRegistry()) {
      away.answer(503);
      RegistryClient both =
          new RegistryClient(RegistrySettings.at(away.url() + " , " + registry.url() + "/"));
      assertEquals(REPORT, both.schema(id));
      RegistryClient no =
          new RegistryClient(RegistrySettings.at(other.url() + "," + registry.url()));
      assertThrows(RegistryNotFoundException.class, () -> no.schema(id));
    }
  }

  @Test
  void credentialsComeFromTheSettingsTheAddressOrTheBrokersLogin() {
    String address = registry.url().replace("http://", "http://in:url@");
    String jaas = "x.ScramLoginModule required username=\"sa\" password=\"p\\\"w\";";
    for (Map<String, String> settings :
        List.of(
            Map.of(
                "schema.registry.url", registry.url(),
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "us:er"),
            Map.of(
                "schema.registry.url", registry.url(),
                "schema.registry.basic.auth.credentials.source", "USER_INFO",
                "schema.registry.basic.auth.user.info", "us:er2"),
            Map.of("schema.registry.url", address),
            Map.of(
                "schema.registry.url",
                registry.url(),
                "basic.auth.credentials.source",
                "SASL_INHERIT",
                "sasl.jaas.config",
                jaas))) {
      new RegistryClient(RegistrySettings.from(settings)).register("s", REPORT);
    }
    assertEquals(
        List.of("us:er", "us:er2", "in:url", "sa:p\"w"),
        registry.authorizations().stream().map(RegistryClientTest::plain).toList());
  }

  @Test
  void aWrongSettingIsNamed() {
    for (String key :
        List.of(
            "basic.auth.credentials.source",
            "schema.registry.url",
            "schema.registry.request.timeout.ms")) {
      Map<String, String> settings = new HashMap<>(Map.of("schema.registry.url", "http://h"));
      settings.put(key, "no such thing");
      ConfigException refused =
          assertThrows(ConfigException.class, () -> RegistrySettings.from(settings));
      assertTrue(String.valueOf(refused.getMessage()).contains(key), refused.getMessage());
    }
    assertThrows(ConfigException.class, () -> RegistrySettings.from(Map.of()));
  }

  @Test
  void registeringAllSetsTheRuleAndIsTheSameTheSecondTime() {
    assertThrows(RegistryNotFoundException.class, () -> Subjects.lookUpAll(client));
    Map<String, Integer> first = Subjects.registerAll(client);
    assertEquals(6, first.size());
    assertTrue(registry.requests().contains("PUT /config/vn.tonghop.Receipt"));
    assertEquals(first, Subjects.registerAll(client));
    assertEquals(first, Subjects.lookUpAll(client));
  }

  @Test
  void anIdIsAskedForOnce() {
    SchemaIds ids = new SchemaIds(client);
    assertEquals(ids.register("s", REPORT), ids.register("s", REPORT));
    assertEquals(2, ids.register("s", Receipt.getClassSchema()));
    assertEquals(2, registry.requests().size());
  }

  private static String plain(String authorization) {
    byte[] bytes = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
