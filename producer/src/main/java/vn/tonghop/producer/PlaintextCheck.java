package vn.tonghop.producer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.PublishException.Reason;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;

/**
 * Finds a broker that speaks TLS where the settings do not. Kafka's clients take its alert for the
 * length of an answer, and end with a stack trace for want of 352 MB (KAFKA-4090).
 */
public final class PlaintextCheck {

  /** For whoever gave the settings. */
  public static final Text SPEAKS_TLS =
      new Text(
          "Máy chủ Kafka dùng TLS mà cấu hình này thì không: hãy chỉ tệp cấu hình đã được cấp, bằng --config TỆP",
          "The broker speaks TLS and these settings do not: name the settings file that was handed over, by --config FILE");

  private static final Set<String> WITHOUT_TLS =
      Set.of(SecurityProtocol.PLAINTEXT.name, SecurityProtocol.SASL_PLAINTEXT.name);

  /**
   * Ten bytes that any broker answers, whoever asks: ApiVersions (18) in its first version, request
   * 0, of a client without a name.
   */
  private static final byte[] QUESTION = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, -1, -1};

  /** The type of the record by which TLS says no; Kafka's answers begin with a zero. */
  private static final int ALERT = 0x15;

  /** A broker that is away must not keep the next one waiting. */
  private static final int CONNECT_MS = 500;

  /** One that is there answers within milliseconds, unless its machine is very busy. */
  private static final int ANSWER_MS = 10_000;

  private static final int LAST_PORT = 65_535;

  private PlaintextCheck() {}

  /**
   * Asks the first broker of the settings that answers, if they are for one without TLS. Where none
   * does, nothing is known, and Kafka's clients will say what is wrong.
   *
   * @throws PublishException if it speaks TLS
   */
  public static void require(Settings settings) {
    require(settings, ANSWER_MS);
  }

  static void require(Settings settings, int answerMs) {
    if (!isWithoutTls(settings)) {
      return;
    }
    for (String server : settings.bootstrap().split(",", -1)) {
      OptionalInt first = firstByte(server.strip(), answerMs);
      if (first.isPresent()) {
        if (first.getAsInt() == ALERT) {
          throw new PublishException(Reason.SPEAKS_TLS, server.strip());
        }
        return;
      }
    }
  }

  private static boolean isWithoutTls(Settings settings) {
    String asked =
        settings
            .kafka()
            .getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    return WITHOUT_TLS.stream().anyMatch(asked.strip()::equalsIgnoreCase);
  }

  private static OptionalInt firstByte(String server, int answerMs) {
    @Nullable String host = Utils.getHost(server);
    @Nullable Integer port = Utils.getPort(server);
    if (host == null || port == null || port > LAST_PORT) {
      return OptionalInt.empty();
    }
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
      socket.setSoTimeout(answerMs);
      socket.getOutputStream().write(QUESTION);
      int first = socket.getInputStream().read();
      return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }
}
