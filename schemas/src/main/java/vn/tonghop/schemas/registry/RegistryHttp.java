package vn.tonghop.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One question to the first registry address that answers, and what kind of answer it is. */
final class RegistryHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final RegistrySettings settings;
  private final HttpClient http;

  RegistryHttp(RegistrySettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  CompletableFuture<JsonNode> ask(String method, String path, @Nullable JsonNode body) {
    return ask(0, method, path, body);
  }

  private CompletableFuture<JsonNode> ask(
      int url, String method, String path, @Nullable JsonNode body) {
    CompletableFuture<JsonNode> answer =
        http.sendAsync(
                request(settings.urls().get(url), method, path, body),
                BodyHandlers.ofString(StandardCharsets.UTF_8))
            .handle(
                (response, failure) -> {
                  if (failure != null) {
                    throw away(failure);
                  }
                  return read(response);
                });
    return url + 1 == settings.urls().size()
        ? answer
        : answer.exceptionallyCompose(
            failure ->
                cause(failure) instanceof RegistryUnavailableException
                    ? ask(url + 1, method, path, body)
                    : CompletableFuture.failedFuture(cause(failure)));
  }

  private HttpRequest request(URI base, String method, String path, @Nullable JsonNode body) {
    String own = base.getUserInfo();
    String address =
        own == null ? base.toString() : base.toString().replace(base.getRawUserInfo() + "@", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(settings.requestTimeout())
            .header("Accept", MEDIA_TYPE + ", application/json")
            .header("Content-Type", MEDIA_TYPE)
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    String user = settings.userInfo().orElse(own == null ? "" : own);
    if (!user.isEmpty()) {
      byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return request.build();
  }

  private static JsonNode read(HttpResponse<String> response) {
    int status = response.statusCode();
    String where = response.request().method() + " " + response.uri();
    if (status >= 500 || status == 429 || status == 408) {
      throw new RegistryUnavailableException(where + ": the registry answered " + status);
    }
    JsonNode json;
    try {
      json = JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryUnavailableException(
          where + ": not a registry's answer (" + status + ")", e);
    }
    if (status == 404) {
      // 404 without the protocol's code comes from something else: a proxy, or a wrong path.
      if (json.path("error_code").asInt() / 100 == 404) {
        throw new RegistryNotFoundException(where + ": " + json.path("message").asText());
      }
      throw new RegistryUnavailableException(where + ": no registry at this address (404)");
    }
    if (status / 100 != 2) {
      throw new RegistryRefusedException(
          status, where + ": " + status + " " + json.path("message").asText());
    }
    return json;
  }

  private static RegistryUnavailableException away(Throwable failure) {
    Throwable cause = cause(failure);
    String what = cause instanceof IOException ? "out of reach" : "cannot be asked";
    return new RegistryUnavailableException("the registry is " + what + ": " + cause, cause);
  }

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
