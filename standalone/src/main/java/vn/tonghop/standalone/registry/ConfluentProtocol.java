package vn.tonghop.standalone.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import vn.tonghop.standalone.process.StartException;

/** The one rule that this module sets through the registry's Confluent protocol. */
final class ConfluentProtocol {
  private static final String LEVEL = "FULL_TRANSITIVE";
  private static final int OK = 200;

  private ConfluentProtocol() {}

  /**
   * Every version must be readable with every other: old records stay in topics and state for ever.
   * An answer also shows that the registry serves.
   */
  static void requireFullTransitive(URI registry, Duration patience) {
    String level = "{\"compatibility\":\"" + LEVEL + "\"}";
    ask(registry, patience, request -> request.PUT(BodyPublishers.ofString(level)));
  }

  /** The same of a registry that takes no orders: it must have been told before. */
  static void awaitFullTransitive(URI registry, Duration patience) {
    ask(registry, patience, HttpRequest.Builder::GET);
  }

  private static void ask(
      URI registry, Duration patience, UnaryOperator<HttpRequest.Builder> method) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(registry + "/config"))
            .timeout(patience)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json");
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(method.apply(builder).build(), BodyHandlers.ofString());
      if (answer.statusCode() != OK || !answer.body().contains(LEVEL)) {
        throw new StartException(
            "the registry has not got " + LEVEL + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new StartException("the registry does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted", e);
    }
  }
}
