package vn.tonghop.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS that ends here, and TLS that ends at a proxy. */
class TlsTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path folder = Path.of("");

  private Path keystore() throws IOException, InterruptedException {
    Path file = folder.resolve("console.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "console",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    try (InputStream out = keytool.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, keytool.waitFor(), said);
    }
    return file;
  }

  private static HttpClient trusting(Path keystore) throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "console",
        KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()).getCertificate("console"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void endsHereByASettingAndTheCookieGoesNoOtherWay()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keystore = keystore();
    Map<String, String> keys =
        Map.of(
            AccessSettings.USERS,
            TestServer.accounts(folder).toString(),
            AccessSettings.KEYSTORE,
            keystore.toString(),
            AccessSettings.PASSWORD,
            PASSWORD);
    AccessSettings settings = AccessSettings.of(keys, folder, "0.0.0.0");
    assertFalse(settings.toString().contains(PASSWORD), settings.toString());
    try (TestServer server =
        TestServer.start(
            settings, TestServer.patient(FakePages.rules(), TestServer.WIDE, TestServer.CHEAP))) {
      URI form = server.at("/vi/login");
      assertEquals("https", form.getScheme());
      HttpResponse<String> answer =
          trusting(keystore)
              .send(HttpRequest.newBuilder(form).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertEquals(
          List.of("max-age=31536000"), answer.headers().allValues("Strict-Transport-Security"));
      String cookie =
          answer.headers().allValues("Set-Cookie").stream()
              .filter(line -> line.contains("tonghop"))
              .findFirst()
              .orElseThrow();
      assertTrue(
          cookie.matches(
              "__Host-tonghop-form=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure"),
          cookie);
      // Plain HTTP at that port is no way in.
      String plain = server.raw("GET /fake/open HTTP/1.1", "Host: localhost", "Connection: close");
      assertFalse(plain.contains("operator="), plain);
    }
  }

  @Test
  void aKeystoreThatCannotBeOpenedIsToldBeforeTheStart() throws IOException, InterruptedException {
    Map<String, String> keys =
        Map.of(AccessSettings.KEYSTORE, keystore().toString(), AccessSettings.PASSWORD, "another");
    AccessException wrong =
        assertThrows(AccessException.class, () -> AccessSettings.of(keys, folder, "127.0.0.1"));
    assertEquals(1, wrong.problems().size());
    assertTrue(wrong.problems().get(0).en().startsWith("console.tls.keystore: "));
  }

  @Test
  void whatAProxySaysIsBelievedOfAProxyAlone() throws IOException {
    AccessSettings behind =
        new AccessSettings(TestServer.accounts(folder), null, Proxies.of("127.0.0.1, 10.0.0.0/8"));
    try (TestServer server =
        TestServer.start(
            behind, TestServer.patient(FakePages.rules(), TestServer.WIDE, TestServer.CHEAP))) {
      assertEquals("127.0.0.1", from(server));
      assertEquals("203.0.113.9", from(server, "203.0.113.9"));
      assertEquals("203.0.113.9", from(server, "203.0.113.9, 10.1.1.1"));
      // What stands further left was said by whoever came to the proxy.
      assertEquals("203.0.113.9", from(server, "1.2.3.4, 203.0.113.9"));
      assertEquals("203.0.113.9", from(server, "1.2.3.4", "203.0.113.9"));
      assertEquals("127.0.0.1", from(server, "evil.example"));
      HttpResponse<String> answer = server.get("/fake/open");
      assertEquals(
          List.of("max-age=31536000"), answer.headers().allValues("Strict-Transport-Security"));
    }
    AccessSettings elsewhere =
        new AccessSettings(TestServer.accounts(folder), null, Proxies.of("10.0.0.5"));
    try (TestServer server =
        TestServer.start(
            elsewhere, TestServer.patient(FakePages.rules(), TestServer.WIDE, TestServer.CHEAP))) {
      HttpResponse<String> past = server.get("/fake/open");
      assertEquals(403, past.statusCode());
      assertEquals(403, server.get("/fake/reader", "lan").statusCode());
    }
  }

  /** The address in the log of an export. */
  private static String from(TestServer server, String... forwarded) {
    HttpRequest.Builder request =
        server
            .request("/api/fake.csv")
            .header("Authorization", TestServer.basic("lan", TestServer.PASSWORD));
    for (String each : forwarded) {
      request.header("X-Forwarded-For", each);
    }
    assertEquals(200, server.send(request).statusCode());
    List<String> exports = server.audit("export");
    return exports.get(exports.size() - 1).replaceFirst(".*\"from\":\"([^\"]*)\".*", "$1");
  }
}
