package vn.tonghop.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;

/** Confluent's registry protocol in memory: right, out of order, or slow, as a test needs it. */
public final class StubRegistry implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Schema> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private int status = 200;
  private CountDownLatch gate = new CountDownLatch(0);

  public StubRegistry() {
    this(0);
  }

  /** On a port that an earlier one has left. */
  public StubRegistry(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** From now on every answer has this status, if it is not 200. */
  synchronized void answer(int status) {
    this.status = status;
  }

  /** From now on no answer comes until the latch is down. */
  synchronized void hold(CountDownLatch gate) {
    this.gate = gate;
  }

  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  public synchronized int register(String subject, Schema schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    CountDownLatch wait;
    synchronized (this) {
      requests.add(request);
      String user = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(user == null ? "" : user);
      wait = gate;
    }
    try {
      wait.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    int code = answer(request, body.length == 0 ? answer : JSON.readTree(body), answer);
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized int answer(String request, JsonNode body, ObjectNode answer) {
    if (status != 200) {
      answer.put("error_code", status).put("message", "told to");
      return status;
    }
    String[] path = request.substring(request.indexOf('/') + 1).split("/", -1);
    String subject = path.length > 1 ? URLDecoder.decode(path[1], StandardCharsets.UTF_8) : "";
    if (request.startsWith("GET /schemas/ids/")) {
      int id = Integer.parseInt(path[2]);
      return id < 1 || id > schemas.size() ? missing(answer, 40403) : describe(answer, id);
    }
    if (request.startsWith("PUT /config")) {
      answer.put("compatibility", body.path("compatibility").asText());
      return 200;
    }
    if (request.startsWith("POST /compatibility/")) {
      answer.put("is_compatible", true);
      return 200;
    }
    List<Integer> versions = subjects.getOrDefault(subject, List.of());
    if (request.endsWith("/versions/latest")) {
      if (versions.isEmpty()) {
        return missing(answer, 40401);
      }
      answer.put("subject", subject).put("version", versions.size());
      return describe(answer, versions.get(versions.size() - 1));
    }
    Schema schema = new Schema.Parser().parse(body.path("schema").asText());
    if (request.endsWith("/versions")) {
      return describe(answer, register(subject, schema));
    }
    int id = schemas.indexOf(schema) + 1;
    if (!versions.contains(id)) {
      return missing(answer, versions.isEmpty() ? 40401 : 40403);
    }
    answer.put("subject", subject).put("version", versions.indexOf(id) + 1);
    return describe(answer, id);
  }

  private int describe(ObjectNode answer, int id) {
    answer.put("id", id).put("schema", schemas.get(id - 1).toString());
    return 200;
  }

  private static int missing(ObjectNode answer, int code) {
    answer.put("error_code", code).put("message", "not found");
    return 404;
  }
}
