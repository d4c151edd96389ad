package vn.tonghop.standalone.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assertions;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.Tonghop;
import vn.tonghop.standalone.process.ChildJvm;

/** {@code ./tonghop console} in a JVM of its own, reached by TLS. */
public final class PageProcess implements AutoCloseable {

  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern STARTED = Pattern.compile("started page=https://[^ ]+:([0-9]+)");

  private final ChildJvm child;
  private HttpClient http = HttpClient.newHttpClient();

  private PageProcess(ChildJvm child) {
    this.child = child;
  }

  /**
   * Starts it and returns at once.
   *
   * @param folder for its log
   * @param command beginning with {@code console}
   */
  public static PageProcess start(Path folder, List<String> command) throws IOException {
    Files.createDirectories(folder);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-D" + Distribution.PROPERTY + "=" + Distribution.find().folder(),
                "-cp",
                System.getProperty("java.class.path"),
                Tonghop.class.getName()));
    arguments.addAll(command);
    return new PageProcess(
        ChildJvm.start(arguments, Distribution.find().parentWatch(), folder.resolve("page.log")));
  }

  /**
   * Waits until it says that it has read everything.
   *
   * @param authority whose certificates are trusted, and no other's
   */
  public void awaitReady(Path authority) throws IOException, GeneralSecurityException {
    http = HttpClient.newBuilder().sslContext(trusting(authority)).build();
    Await.until("the page is ready", PATIENCE, this::isReady);
  }

  private boolean isReady() {
    Assertions.assertFalse(child.hasEnded(), () -> "it has ended:\n" + child.tail());
    if (!STARTED.matcher(child.output()).find()) {
      return false;
    }
    try {
      return http.send(request("/readyz").build(), BodyHandlers.ofString()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The answer to whoever says that they are this account. */
  public HttpResponse<String> get(String path, String account, String password)
      throws IOException, InterruptedException {
    String pair = account + ":" + password;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return http.send(
        request(path).header("Authorization", "Basic " + basic).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    Matcher started = STARTED.matcher(child.output());
    Assertions.assertTrue(started.find(), child::output);
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + started.group(1) + path))
        .timeout(PATIENCE);
  }

  private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (var in = Files.newInputStream(authority)) {
      trusted.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    child.close();
  }
}
