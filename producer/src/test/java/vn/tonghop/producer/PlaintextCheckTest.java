package vn.tonghop.producer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.RequestHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.settings.Settings;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlaintextCheckTest {

  /** What a broker of Kafka 4.3.1 says by TLS to whoever does not speak it. */
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 0x50};

  private static final byte[] KAFKAS_ANSWER = {0, 0, 0, 10};

  /** A port on which nobody listens. */
  private static final String AWAY = "127.0.0.1:1";

  private static final int LONG_MS = 30_000;

  @Test
  void aBrokerThatAnswersByTlsIsNamed() throws IOException {
    try (Answering tls = new Answering(ALERT)) {
      PublishException refused =
          assertThrows(PublishException.class, () -> PlaintextCheck.require(of(tls.address())));
      assertEquals(Reason.SPEAKS_TLS, refused.reason());
      assertEquals(tls.address(), refused.getMessage());
      assertTrue(refused.isOutOfReach());
      assertThrows(
          PublishException.class,
          () -> PlaintextCheck.require(of(tls.address(), "SASL_PLAINTEXT")));
    }
  }

  /** Where many start at once; else what the check is for would come about all the same. */
  @Test
  void aBrokerThatIsSlowToAnswerIsNamedToo() throws IOException {
    try (Answering tls = new Answering(ALERT, 2_500)) {
      assertThrows(PublishException.class, () -> PlaintextCheck.require(of(tls.address())));
    }
  }

  @Test
  void oneThatIsSlowHasTheWholeTimeThoughOthersAreAway() throws IOException {
    try (Answering tls = new Answering(ALERT, 4_000)) {
      String three = "%s,%s,%s".formatted(AWAY, AWAY, tls.address());
      assertThrows(PublishException.class, () -> PlaintextCheck.require(of(three)));
    }
  }

  @Test
  void ofSeveralBrokersTheFirstThatAnswersIsTakenAtItsWord() throws IOException {
    try (Answering hangsUp = new Answering(new byte[0]);
        Answering plain = new Answering(KAFKAS_ANSWER);
        Answering tls = new Answering(ALERT)) {
      assertThrows(
          PublishException.class,
          () ->
              PlaintextCheck.require(
                  of("%s, %s ,%s".formatted(AWAY, hangsUp.address(), tls.address())), LONG_MS));
      PlaintextCheck.require(
          of("%s,%s,%s".formatted(AWAY, plain.address(), tls.address())), LONG_MS);
      assertEquals(1, tls.asked());
    }
  }

  @Test
  void whereNobodyAnswersNothingIsKnown() throws IOException {
    try (Answering hangsUp = new Answering(new byte[0]);
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String servers :
          new String[] {
            AWAY,
            hangsUp.address(),
            "127.0.0.1:" + silent.getLocalPort(),
            // Longer than a part of a name may be: refused without asking anybody for it.
            "x".repeat(64) + ".invalid:9092",
            "127.0.0.1:99999",
            "no address"
          }) {
        assertDoesNotThrow(() -> PlaintextCheck.require(of(servers), 500), servers);
      }
    }
  }

  @Test
  void whoseSettingsSpeakOfTlsAsksNobody() throws IOException {
    try (Answering tls = new Answering(ALERT)) {
      PlaintextCheck.require(of(tls.address(), "SSL"));
      PlaintextCheck.require(of(tls.address(), "sasl_ssl"));
      assertEquals(0, tls.asked());
    }
  }

  /** The broker's log would speak of anything else. */
  @Test
  void whatItAsksIsKafkasOwnQuestion() throws IOException {
    try (Answering plain = new Answering(KAFKAS_ANSWER)) {
      PlaintextCheck.require(of(plain.address()));
      ByteBuffer asked = plain.question();
      assertEquals(asked.remaining() - Integer.BYTES, asked.getInt());
      RequestHeader header = RequestHeader.parse(asked);
      assertEquals(ApiKeys.API_VERSIONS, header.apiKey());
      assertEquals(0, header.apiVersion());
      assertTrue(ApiKeys.API_VERSIONS.isVersionSupported(header.apiVersion()));
      assertEquals(0, asked.remaining(), "nothing is left of " + header);
    }
  }

  private static Settings of(String bootstrap) {
    return settings(bootstrap, Map.of());
  }

  private static Settings of(String bootstrap, String protocol) {
    return settings(bootstrap, Map.of("security.protocol", protocol));
  }

  private static Settings settings(String bootstrap, Map<String, String> kafka) {
    return new Settings(
        bootstrap, "http://127.0.0.1:1", Regime.DECREE_09_2019, Path.of("data"), kafka);
  }

  /** Says the same to everybody who asks something, and hangs up. */
  private static final class Answering implements AutoCloseable {

    private static final int LONGEST = 100;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] answer;
    private final long afterMs;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile byte[] question = {};

    Answering(byte[] answer) throws IOException {
      this(answer, 0);
    }

    Answering(byte[] answer, long afterMs) throws IOException {
      this.answer = answer;
      this.afterMs = afterMs;
      Thread thread = new Thread(this::run, "answering");
      thread.setDaemon(true);
      thread.start();
    }

    private void run() {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          asked.incrementAndGet();
          InputStream in = socket.getInputStream();
          byte[] read = new byte[LONGEST];
          int length = in.read(read);
          question = Arrays.copyOf(read, Math.max(0, length));
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(afterMs));
          socket.getOutputStream().write(answer);
        } catch (IOException e) {
          if (!server.isClosed()) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }

    String address() {
      return "127.0.0.1:" + server.getLocalPort();
    }

    int asked() {
      return asked.get();
    }

    ByteBuffer question() {
      return ByteBuffer.wrap(question);
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
