package vn.tonghop.standalone.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tonghop.standalone.process.FolderTrouble;

/**
 * Everything secret that a deployment of several brokers is started with, made before any of them
 * runs: certificates, and a settings file for each part. In the form of {@code up --secure}, so
 * that the administrator's commands take it in the same way.
 */
public final class ClusterSecrets {

  /** Of the administrator before anybody has a password. */
  private static final String FIRST = "setup.properties";

  private static final String DASHBOARDS = "grafana-password";

  /** Of the page; its accounts are put there, too. */
  private static final String PAGE = "page";

  /** Where docker-compose.yml mounts that folder. */
  private static final String PAGE_MOUNT = "/page";

  private static final String PAGE_KEYS = "page.p12";

  private final SecurityFolder folder;
  private final ClusterPlan plan;

  private ClusterSecrets(SecurityFolder folder, ClusterPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Makes the folder, or renews the certificates in it; authority and passwords stay.
   *
   * @param common settings that each part gets, beside addresses and secrets
   * @return the folder
   */
  public static Path write(Path data, ClusterPlan plan, Map<String, String> common) {
    SecurityFolder folder = SecurityFolder.open(data);
    ClusterSecrets secrets = new ClusterSecrets(folder, plan);
    try {
      secrets.writeParts(common);
      for (ClusterPlan.Broker broker : plan.brokers()) {
        secrets.writeBroker(broker);
      }
      secrets.writePage();
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder.folder(), e);
    } catch (GeneralSecurityException e) {
      throw FolderTrouble.damaged(folder.folder(), String.valueOf(e.getMessage()), e);
    }
    return folder.folder();
  }

  private void writeParts(Map<String, String> common) throws IOException, GeneralSecurityException {
    Map<String, String> outside = new LinkedHashMap<>(common);
    outside.put("bootstrap.servers", plan.bootstrap(ClusterPlan.Broker::clients));
    outside.put("schema.registry.url", plan.registry());
    folder.write(outside, plan.bootstrap(ClusterPlan.Broker::mutual));
    Map<String, String> first = new LinkedHashMap<>(common);
    first.putAll(byCertificate(folder.authority().client(Part.ADMINISTRATOR.id())));
    OwnerOnly.write(
        folder.folder().resolve(FIRST),
        SettingsText.of(
            List.of("Tổng Hợp: administrator, for `setup` alone. Bí mật / Secret."), first));
    writeDashboards();
  }

  /** Of the dashboards' first user; one that is there stays. */
  private void writeDashboards() throws IOException {
    Path file = folder.folder().resolve(DASHBOARDS);
    if (!Files.exists(file)) {
      OwnerOnly.write(file, Password.random());
    }
  }

  private void writeBroker(ClusterPlan.Broker broker) throws IOException, GeneralSecurityException {
    Path own = folder.folder().resolve(broker.name());
    OwnerOnly.folder(own);
    Map<String, String> node =
        byCertificate(folder.authority().node(broker.name(), broker.hosts()));
    // Whoever looks whether it is well comes as it.
    OwnerOnly.write(own.resolve("client.properties"), SettingsText.of(List.of(), node));
    node.remove("security.protocol");
    OwnerOnly.write(
        own.resolve("server.properties"),
        SettingsText.of(
            List.of("Tổng Hợp: " + broker.name() + ". Bí mật / Secret. The rest: the environment."),
            node));
  }

  /** What the page needs so that browsers come to it by TLS. */
  private void writePage() throws IOException, GeneralSecurityException {
    Path own = folder.folder().resolve(PAGE);
    OwnerOnly.folder(own);
    List<String> hosts =
        plan.brokers().get(0).hosts().stream()
            .filter(host -> !host.equals(plan.brokers().get(0).name()))
            .toList();
    String password = Password.random();
    OwnerOnly.write(own.resolve(PAGE_KEYS), folder.authority().site(PAGE, hosts).pkcs12(password));
    OwnerOnly.write(own.resolve("ca.pem"), folder.authority().certificatePem());
    OwnerOnly.write(
        own.resolve("page.properties"),
        SettingsText.of(
            List.of("Tổng Hợp: the page's certificate. Bí mật / Secret."),
            new TreeMap<>(
                Map.of(
                    "console.tls.keystore",
                    PAGE_MOUNT + "/" + PAGE_KEYS,
                    "console.tls.password",
                    password))));
  }

  private Map<String, String> byCertificate(LocalAuthority.Issued issued) throws IOException {
    Map<String, String> settings = folder.withAuthority(Map.of(), "SSL");
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.key", issued.key());
    settings.put("ssl.keystore.certificate.chain", issued.chain());
    return settings;
  }
}
