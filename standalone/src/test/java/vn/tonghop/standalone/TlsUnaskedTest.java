package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command that is not told of the broker's TLS says so, before any client of Kafka's. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class TlsUnaskedTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final String REPORT =
      ROOT.resolve("samples/provinces-2024/40-nghe-an.jsonl").toString();
  private static final int LONGEST = 100;
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 0x50};

  private static final String VI =
      "Máy chủ Kafka dùng TLS mà cấu hình này thì không: hãy chỉ tệp cấu hình đã được cấp, bằng --config TỆP: ";
  private static final String EN =
      "The broker speaks TLS and these settings do not: name the settings file that was handed over, by --config FILE: ";

  private final Path folder;
  private final ServerSocket broker;

  TlsUnaskedTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @BeforeEach
  void answerByTlsAlone() {
    Thread thread = new Thread(this::answer, "tls");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    broker.close();
  }

  @TestFactory
  Stream<DynamicTest> commandsOfAProvinceSayItInTheLanguageAskedFor() {
    return Stream.of(
            "submit " + REPORT,
            "receipts 40",
            "current 40 CTCT-2024 2024-Q1",
            "nil 40 CTCT-2024 2024-Q1 --yes",
            "withdraw 40 CTCT-2024 2024-Q1 --yes")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      refused(EN + address() + "\n", line + " --lang en");
                      refused(VI + address() + "\n", line + " --lang vi");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> otherCommandsSayItInBothLanguages() {
    return Stream.of(
            "table 2024-Q1 CTCT-2024",
            "lag",
            "lag --units",
            "monitor --port 0",
            "console --port 0",
            "dead-letters list",
            "unit list",
            "reader list",
            "audit",
            "reference load "
                + ROOT.resolve("domain/src/main/resources/vn/tonghop/domain/reference"),
            "setup",
            "run")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line, () -> refused(VI + address() + "\n" + EN + address() + "\n", line)));
  }

  /** A form can be had without a broker. */
  @Test
  void aTemplateIsEmptyThenAndSaysWhy() {
    Path form = folder.resolve("form.xlsx");
    Invocation made = run("template 40 CTCT-2024 2024-Q1 --lang en --out " + form).expecting(0);
    assertTrue(Files.exists(form));
    assertEquals(
        EN + address() + "\nusing the bundled reference data\nthe form is empty, without tasks\n",
        made.err());
  }

  private void refused(String said, String line) {
    Invocation done = run(line).expecting(3);
    assertEquals(said, done.err());
    assertEquals("", done.out());
  }

  private Invocation run(String line) {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
    arguments.addAll(List.of("--bootstrap", address(), "--data", folder.toString()));
    return Invocation.of(arguments);
  }

  private String address() {
    return "127.0.0.1:" + broker.getLocalPort();
  }

  private void answer() {
    while (!broker.isClosed()) {
      try (Socket asking = broker.accept()) {
        if (asking.getInputStream().read(new byte[LONGEST]) >= 0) {
          asking.getOutputStream().write(ALERT);
        }
      } catch (IOException e) {
        // Who asked has gone, or the test is over.
      }
    }
  }
}
