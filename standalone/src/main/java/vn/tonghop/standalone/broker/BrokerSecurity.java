package vn.tonghop.standalone.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How a broker lets clients in: by password or by certificate, over TLS, and each with rights of
 * its own. Controller and broker are one process, and talk by a password that lives as long as it
 * does.
 *
 * @param server PEM file of the broker's key and certificates
 * @param authority PEM file of whom the broker trusts to sign clients' certificates
 * @param mutualPort where clients come by certificate; 0 takes a free one
 * @param administrator name of the principal that may do everything
 * @param authorizer class that decides by Kafka's ACLs
 * @param password of the broker to itself, random
 */
public record BrokerSecurity(
    Path server,
    Path authority,
    int mutualPort,
    String administrator,
    Class<?> authorizer,
    String password) {

  static final String CLIENT = "CLIENT";
  static final String MUTUAL = "MUTUAL";
  static final String INTERNAL = "INTERNAL";

  private static final String ITSELF = "broker";

  BrokerSecurity withMutualPort(int port) {
    return new BrokerSecurity(server, authority, port, administrator, authorizer, password);
  }

  /** The broker's settings, beside the addresses of its listeners. */
  Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    config.put(
        "listener.security.protocol.map",
        "CONTROLLER:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,CLIENT:SASL_SSL,MUTUAL:SSL");
    config.put("inter.broker.listener.name", INTERNAL);
    config.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    config.put("sasl.mechanism.controller.protocol", "PLAIN");
    for (String listener : new String[] {"internal", "controller"}) {
      config.put("listener.name." + listener + ".sasl.enabled.mechanisms", "PLAIN");
      config.put(
          "listener.name." + listener + ".plain.sasl.jaas.config",
          login() + " user_" + ITSELF + "=\"" + password + "\";");
    }
    config.put("listener.name.client.sasl.enabled.mechanisms", "SCRAM-SHA-512");
    config.put(
        "listener.name.client.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    config.put("listener.name.mutual.ssl.client.auth", "required");
    // Whose certificate says anything else is nobody.
    config.put("ssl.principal.mapping.rules", "RULE:^CN=([A-Za-z0-9.-]+)$/$1/");
    config.put("ssl.keystore.type", "PEM");
    config.put("ssl.keystore.location", server.toString());
    config.put("ssl.truststore.type", "PEM");
    config.put("ssl.truststore.location", authority.toString());
    config.put("authorizer.class.name", authorizer.getName());
    config.put("allow.everyone.if.no.acl.found", "false");
    config.put("super.users", "User:" + ITSELF + ";User:" + administrator);
    return config;
  }

  /** How this process asks the broker before anybody else has a password. */
  Map<String, String> internalClient(String bootstrap) {
    return Map.of(
        "bootstrap.servers",
        bootstrap,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        login() + ";");
  }

  private String login() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
        .formatted(ITSELF, password);
  }
}
