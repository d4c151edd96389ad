package vn.tonghop.console.access;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server's certificate and its key.
 *
 * @param keystore PKCS#12 or JKS; a renewed one is taken without a restart
 */
record Tls(Path keystore, String password) {

  private static final int LOOK_SECONDS = 60;

  /**
   * Reads the file once, to say what is wrong before anything is started.
   *
   * @throws IOException if it cannot be read or opened
   * @throws GeneralSecurityException if there is no key in it
   */
  static Tls open(Path keystore, String password) throws IOException, GeneralSecurityException {
    if (!Files.isRegularFile(keystore)) {
      throw new NoSuchFileException(keystore.toString());
    }
    KeyStore opened = KeyStore.getInstance(keystore.toFile(), password.toCharArray());
    var aliases = opened.aliases();
    while (aliases.hasMoreElements()) {
      if (opened.isKeyEntry(aliases.nextElement())) {
        return new Tls(keystore, password);
      }
    }
    throw new GeneralSecurityException("no private key in it");
  }

  /** Lets the server speak TLS alone, where it was to listen. */
  void configure(JavalinConfig config) {
    config.jetty.addConnector(
        (server, http) -> connector(server, http, config.jetty.host, config.jetty.port));
  }

  private Connector connector(
      Server server, HttpConfiguration http, @Nullable String host, int port) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keystore.toString());
    tls.setKeyStorePassword(password);
    KeyStoreScanner renewals = new KeyStoreScanner(tls);
    renewals.setScanInterval(LOOK_SECONDS);
    server.addBean(renewals);
    HttpConfiguration secure = new HttpConfiguration(http);
    // Any name that leads here will do: whether it is the certificate's, the browser looks.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
    connector.setHost(host);
    connector.setPort(port);
    return connector;
  }

  /** Never shows the password in a log by accident. */
  @Override
  public String toString() {
    return "Tls[" + keystore + "]";
  }
}
