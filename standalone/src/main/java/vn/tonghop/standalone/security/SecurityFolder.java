package vn.tonghop.standalone.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.standalone.broker.BrokerSecurity;
import vn.tonghop.standalone.process.FolderTrouble;

/**
 * What {@code up --secure} keeps in its data folder, for its owner alone: the authority, the
 * broker's key, and a settings file for each of the platform's own principals.
 */
public final class SecurityFolder {

  public static final String ADMINISTRATOR = Part.ADMINISTRATOR.id();
  public static final String ROLL_UP = Part.ROLL_UP.id();

  private static final List<Part> PARTS = List.of(Part.values());

  /** How clients come by certificate, without a certificate: the beginning of their settings. */
  private static final String MUTUAL = "mutual-tls.properties";

  private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

  private final Path folder;
  private final LocalAuthority authority;

  private SecurityFolder(Path folder, LocalAuthority authority) {
    this.folder = folder;
    this.authority = authority;
  }

  /** Whether the data folder was ever used with {@code --secure}. */
  public static boolean isIn(Path data) {
    return LocalAuthority.isIn(of(data));
  }

  /** The settings file of the administrator of a data folder; it need not be there. */
  public static Path administrator(Path data) {
    return file(of(data), ADMINISTRATOR);
  }

  /** Makes what is missing and renews what will run out. */
  public static SecurityFolder open(Path data) {
    Path folder = of(data);
    try {
      OwnerOnly.folder(folder);
      return new SecurityFolder(folder, LocalAuthority.open(folder, Instant.now()));
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    } catch (GeneralSecurityException e) {
      throw FolderTrouble.damaged(folder, String.valueOf(e.getMessage()), e);
    }
  }

  public LocalAuthority authority() {
    return authority;
  }

  /** How the broker is to let clients in. */
  public BrokerSecurity broker(int mutualPort) {
    try {
      return new BrokerSecurity(
          authority.server(HOSTS).toAbsolutePath(),
          authority.certificateFile().toAbsolutePath(),
          mutualPort,
          ADMINISTRATOR,
          RefusalLog.class,
          Password.random());
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    } catch (GeneralSecurityException e) {
      throw FolderTrouble.damaged(folder, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Makes the broker know the platform's own principals, and writes how each connects.
   *
   * @param own of this process, before anybody has a password
   * @param application id of the roll-up
   * @param common where broker and registry are, and the regime
   */
  public void admit(
      Map<String, Object> own,
      String application,
      Map<String, String> common,
      String mutualBootstrap)
      throws InterruptedException {
    write(common, mutualBootstrap);
    new Admission(own, application).admit(PARTS, folder);
  }

  /**
   * Writes how each of the parts connects; a password that is there stays.
   *
   * @param common where broker and registry are, and the regime
   */
  public void write(Map<String, String> common, String mutualBootstrap) {
    try {
      for (Part part : PARTS) {
        write(part, common);
      }
      Map<String, String> mutual = new LinkedHashMap<>(withAuthority(common, "SSL"));
      mutual.put("bootstrap.servers", mutualBootstrap);
      OwnerOnly.write(folder.resolve(MUTUAL), SettingsText.of(List.of(), mutual));
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    }
  }

  private void write(Part part, Map<String, String> common) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(withAuthority(common, "SASL_SSL"));
    settings.putAll(credentials(part.id()).client());
    OwnerOnly.write(
        file(folder, part.id()),
        SettingsText.of(
            List.of("Tổng Hợp: " + part.id() + ". Bí mật / Secret. Written anew at each start."),
            settings));
  }

  private Credentials credentials(String name) throws IOException {
    Path file = file(folder, name);
    if (!Files.exists(file)) {
      return Credentials.fresh(name);
    }
    String password = Credentials.password(SettingsText.read(Files.readString(file)));
    if (password.isEmpty()) {
      throw FolderTrouble.damaged(file, "no password in it", null);
    }
    return new Credentials(name, password);
  }

  Map<String, String> withAuthority(Map<String, String> common, String protocol)
      throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(common);
    settings.put("security.protocol", protocol);
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.certificates", authority.certificatePem());
    return settings;
  }

  /** The settings of one of the platform's own principals, as they were last written. */
  public Map<String, String> settings(String name) {
    return read(file(folder, name));
  }

  /** The same of a data folder that is in use. */
  public static Map<String, String> settings(Path data, String name) {
    return read(file(of(data), name));
  }

  /** Where and how clients come by certificate; they add their own key and chain. */
  public Map<String, String> mutual() {
    return read(folder.resolve(MUTUAL));
  }

  private static Map<String, String> read(Path file) {
    try {
      return SettingsText.read(Files.readString(file));
    } catch (IOException e) {
      throw FolderTrouble.damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  /** The folder itself. */
  Path folder() {
    return folder;
  }

  private static Path of(Path data) {
    return data.resolve("security");
  }

  static Path file(Path folder, String name) {
    return folder.resolve(name + ".properties");
  }
}
