package vn.tonghop.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that the registry's interfaces have for changing something. */
final class RegistryWrites {

  private static final String OTHER =
      "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Other\\\",\\\"fields\\\":[]}\"}";
  private static final String REPORT = "vn.tonghop.ProgressReport";
  private static final String ARTIFACT = "/apis/registry/v3/groups/default/artifacts/" + REPORT;
  private static final String V2 = "/apis/registry/v2/groups/default/artifacts";
  private static final String READ_ONLY =
      "/apis/registry/v3/admin/config/properties/apicurio.storage.read-only.enabled";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI registry;

  RegistryWrites(URI registry) {
    this.registry = registry;
  }

  /** Each attempt and the status of its answer. */
  Map<String, Integer> all() throws IOException, InterruptedException {
    Map<String, Integer> answers = new LinkedHashMap<>();
    String confluent = "/apis/ccompat/v7";
    answer(answers, "POST", confluent + "/subjects/Other/versions", OTHER);
    answer(answers, "POST", confluent + "/subjects/" + REPORT + "/versions", OTHER);
    answer(answers, "DELETE", confluent + "/subjects/" + REPORT, "");
    answer(answers, "DELETE", confluent + "/subjects/" + REPORT + "?permanent=true", "");
    answer(answers, "DELETE", confluent + "/subjects/" + REPORT + "/versions/1", "");
    answer(answers, "PUT", confluent + "/config", "{\"compatibility\":\"NONE\"}");
    answer(answers, "PUT", confluent + "/config/" + REPORT, "{\"compatibility\":\"NONE\"}");
    answer(answers, "DELETE", confluent + "/config/" + REPORT, "");
    answer(answers, "PUT", confluent + "/mode", "{\"mode\":\"IMPORT\"}");
    String v3 = "/apis/registry/v3";
    answer(answers, "PUT", READ_ONLY, "{\"value\":\"false\"}");
    answer(answers, "DELETE", READ_ONLY, "");
    answer(
        answers,
        "POST",
        v3 + "/groups/default/artifacts",
        "{\"artifactId\":\"Other\",\"artifactType\":\"AVRO\",\"firstVersion\":{\"content\":{\"content\":\"\\\"string\\\"\",\"contentType\":\"application/json\"}}}");
    answer(answers, "POST", v3 + "/groups", "{\"groupId\":\"other\"}");
    answer(answers, "POST", v3 + "/admin/rules", "{\"ruleType\":\"VALIDITY\",\"config\":\"NONE\"}");
    answer(answers, "PUT", v3 + "/admin/rules/COMPATIBILITY", "{\"config\":\"NONE\"}");
    answer(answers, "DELETE", v3 + "/admin/rules", "");
    answer(answers, "DELETE", v3 + "/admin/rules/COMPATIBILITY", "");
    answer(
        answers, "POST", v3 + "/admin/roleMappings", "{\"principalId\":\"x\",\"role\":\"ADMIN\"}");
    answer(answers, "POST", v3 + "/admin/import", "");
    answer(answers, "PUT", ARTIFACT, "{\"name\":\"other\"}");
    answer(answers, "DELETE", ARTIFACT, "");
    answer(answers, "DELETE", v3 + "/groups/default/artifacts", "");
    answer(answers, "DELETE", v3 + "/groups/default", "");
    answer(
        answers,
        "POST",
        ARTIFACT + "/versions",
        "{\"content\":{\"content\":\"\\\"string\\\"\",\"contentType\":\"application/json\"}}");
    answer(answers, "PUT", ARTIFACT + "/versions/1/state", "{\"state\":\"DISABLED\"}");
    answer(answers, "PUT", ARTIFACT + "/versions/1", "{\"name\":\"other\"}");
    answer(answers, "DELETE", ARTIFACT + "/versions/1", "");
    answer(answers, "POST", ARTIFACT + "/branches", "{\"branchId\":\"b\",\"versions\":[\"1\"]}");
    answer(answers, "POST", ARTIFACT + "/rules", "{\"ruleType\":\"VALIDITY\",\"config\":\"NONE\"}");
    answer(answers, "PUT", ARTIFACT + "/rules/COMPATIBILITY", "{\"config\":\"NONE\"}");
    answer(answers, "DELETE", ARTIFACT + "/rules", "");
    answer(answers, "DELETE", ARTIFACT + "/rules/COMPATIBILITY", "");
    answer(answers, "POST", V2, "{\"type\":\"record\",\"name\":\"Z\",\"fields\":[]}");
    answer(answers, "PUT", V2 + "/" + REPORT, "{\"type\":\"record\",\"name\":\"Z\",\"fields\":[]}");
    answer(answers, "DELETE", V2 + "/" + REPORT, "");
    answer(answers, "DELETE", V2, "");
    return answers;
  }

  /** All that the registry knows, as it tells it. */
  String content() throws IOException, InterruptedException {
    StringBuilder content = new StringBuilder();
    for (String path :
        new String[] {
          "/apis/ccompat/v7/subjects?deleted=true",
          "/apis/ccompat/v7/schemas",
          "/apis/ccompat/v7/config",
          "/apis/ccompat/v7/config/" + REPORT,
          "/apis/ccompat/v7/subjects/" + REPORT + "/versions",
          "/apis/ccompat/v7/subjects/" + REPORT + "/versions/latest",
          "/apis/registry/v3/search/artifacts?limit=500",
          "/apis/registry/v3/groups",
          "/apis/registry/v3/admin/rules",
          ARTIFACT,
          ARTIFACT + "/rules",
          ARTIFACT + "/rules/COMPATIBILITY",
          ARTIFACT + "/versions"
        }) {
      var answer =
          http.send(
              HttpRequest.newBuilder(registry.resolve(path)).build(), BodyHandlers.ofString());
      content.append(path).append(' ').append(answer.statusCode()).append(' ');
      content.append(answer.body()).append('\n');
    }
    return content.toString();
  }

  private void answer(Map<String, Integer> answers, String method, String path, String body)
      throws IOException, InterruptedException {
    String type = path.endsWith("/import") ? "application/zip" : "application/json";
    HttpRequest request =
        HttpRequest.newBuilder(registry.resolve(path))
            .header("Content-Type", type)
            .header("X-Registry-ArtifactType", "AVRO")
            .method(method, BodyPublishers.ofString(body))
            .build();
    answers.put(method + " " + path, http.send(request, BodyHandlers.discarding()).statusCode());
  }
}
