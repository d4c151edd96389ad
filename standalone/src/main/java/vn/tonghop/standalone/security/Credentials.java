package vn.tonghop.standalone.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A name and a password by SCRAM-SHA-512: the broker keeps no password, only what checks one. */
public record Credentials(String name, String password) {

  public static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;

  /** Kafka's least, and its default: the passwords are random, nobody guesses them. */
  private static final int ITERATIONS = 4096;

  private static final Pattern USER = Pattern.compile("username=\"([^\"]+)\"");
  private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"]+)\"");

  /** With a random password. */
  public static Credentials fresh(String name) {
    return new Credentials(name, Password.random());
  }

  /** Makes the broker take them, in place of an older password of that name. */
  public void store(Admin admin) throws ExecutionException, InterruptedException {
    admin
        .alterUserScramCredentials(
            List.of(
                new UserScramCredentialUpsertion(
                    name, new ScramCredentialInfo(MECHANISM, ITERATIONS), password)))
        .all()
        .get();
  }

  /** What a Kafka client is configured with. */
  public Map<String, String> client() {
    Map<String, String> client = new LinkedHashMap<>();
    client.put("sasl.mechanism", MECHANISM.mechanismName());
    client.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(name, password));
    return client;
  }

  /** The name in a client's settings; empty if there is none. */
  public static String name(Map<String, ?> client) {
    return found(USER, client);
  }

  static String password(Map<String, ?> client) {
    return found(PASSWORD, client);
  }

  private static String found(Pattern pattern, Map<String, ?> client) {
    Object jaas = client.get("sasl.jaas.config");
    Matcher matcher = pattern.matcher(jaas == null ? "" : jaas.toString());
    return matcher.find() ? matcher.group(1) : "";
  }
}
