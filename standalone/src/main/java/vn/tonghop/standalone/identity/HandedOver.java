package vn.tonghop.standalone.identity;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.security.Credentials;
import vn.tonghop.standalone.security.LocalAuthority;
import vn.tonghop.standalone.security.SettingsText;

/** The settings file that the administrator hands over: all that {@code --config} needs, in one. */
public final class HandedOver {

  private static final int LINE = 64;
  private static final String CERTIFICATES = "ssl.truststore.certificates";

  private HandedOver() {}

  /** For a holder with a password, on the broker that the administrator uses. */
  public static String byPassword(Settings administrator, Credentials credentials)
      throws IOException, GeneralSecurityException {
    Map<String, String> settings = common(administrator);
    Map<String, String> client = administrator.kafka();
    settings.put("bootstrap.servers", administrator.bootstrap());
    settings.put("security.protocol", client.getOrDefault("security.protocol", "SASL_PLAINTEXT"));
    settings.putAll(credentials.client());
    authority(client, settings);
    return SettingsText.of(comments(credentials.name()), settings);
  }

  /**
   * For a holder with a certificate.
   *
   * @param mutual where and how clients come by certificate
   */
  public static String byCertificate(
      Settings administrator,
      Map<String, String> mutual,
      String name,
      LocalAuthority.Issued certificate) {
    Map<String, String> settings = common(administrator);
    for (String key :
        List.of("bootstrap.servers", "security.protocol", "ssl.truststore.type", CERTIFICATES)) {
      settings.put(key, mutual.getOrDefault(key, ""));
    }
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.key", certificate.key());
    settings.put("ssl.keystore.certificate.chain", certificate.chain());
    return SettingsText.of(comments(name), settings);
  }

  private static Map<String, String> common(Settings administrator) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("schema.registry.url", administrator.registry());
    settings.put("regime", administrator.regime().id());
    return settings;
  }

  private static List<String> comments(String name) {
    return List.of(
        "Tổng Hợp: " + name,
        "Tệp này chứa bí mật: ai có nó là gửi và đọc được thay đơn vị. Chỉ chủ tệp được đọc (chmod 600).",
        "This file holds a secret: whoever has it sends and reads in its owner's name. Keep it to its owner (chmod 600).",
        "./tonghop submit --config TỆP-NÀY …");
  }

  /** Whom the administrator's own client trusts, as text, whatever form it stands in. */
  private static void authority(Map<String, String> client, Map<String, String> settings)
      throws IOException, GeneralSecurityException {
    String inline = client.get(CERTIFICATES);
    String location = client.get("ssl.truststore.location");
    if (inline == null && location == null) {
      return;
    }
    settings.put("ssl.truststore.type", "PEM");
    settings.put(CERTIFICATES, inline != null ? inline : certificates(Path.of(location), client));
  }

  private static String certificates(Path file, Map<String, String> client)
      throws IOException, GeneralSecurityException {
    String type = client.getOrDefault("ssl.truststore.type", KeyStore.getDefaultType());
    if (type.equals("PEM")) {
      return Files.readString(file);
    }
    KeyStore store = KeyStore.getInstance(type);
    String password = client.get("ssl.truststore.password");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password == null ? null : password.toCharArray());
    }
    StringWriter text = new StringWriter();
    for (String alias : Collections.list(store.aliases())) {
      Certificate certificate = store.getCertificate(alias);
      if (certificate != null) {
        text.write("-----BEGIN CERTIFICATE-----\n");
        text.write(
            Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                .encodeToString(certificate.getEncoded()));
        text.write("\n-----END CERTIFICATE-----\n");
      }
    }
    return text.toString();
  }
}
