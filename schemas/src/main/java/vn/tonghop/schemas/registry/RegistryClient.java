package vn.tonghop.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Confluent's registry protocol, as far as this pipeline speaks it. Nothing is cached here. Each
 * call throws {@link RegistryUnavailableException} where no address answers, {@link
 * RegistryNotFoundException} where there is no such thing, {@link RegistryRefusedException} where
 * the registry says no.
 */
public final class RegistryClient {
  /**
   * A schema with its place in a subject.
   *
   * @param version 1 or more
   */
  public record Registered(int id, int version, Schema schema) {}

  private final RegistryHttp http;

  public RegistryClient(RegistrySettings settings) {
    this.http = new RegistryHttp(settings);
  }

  /** The schema with this id. */
  public Schema schema(int id) {
    return join(schemaAsync(id));
  }

  /** The schema with this id; the future fails with the exceptions of this class, unwrapped. */
  CompletableFuture<Schema> schemaAsync(int id) {
    return http.ask("GET", "/schemas/ids/" + id, null).thenApply(RegistryClient::parse);
  }

  /** The id under which the subject has this schema. */
  public int lookUp(String subject, Schema schema) {
    return join(http.ask("POST", subjectPath(subject), body(schema))).path("id").asInt();
  }

  /** Registers the schema with the subject, or finds it there. */
  public int register(String subject, Schema schema) {
    return join(http.ask("POST", subjectPath(subject) + "/versions", body(schema)))
        .path("id")
        .asInt();
  }

  /** The subject's last version. */
  public Registered latest(String subject) {
    JsonNode json = join(http.ask("GET", subjectPath(subject) + "/versions/latest", null));
    return new Registered(json.path("id").asInt(), json.path("version").asInt(), parse(json));
  }

  /**
   * Sets what new versions of a subject must be compatible with.
   *
   * @param level e.g. {@code FULL_TRANSITIVE}
   */
  public void setCompatibility(String subject, String level) {
    join(http.ask("PUT", "/config/" + encoded(subject), compatibility(level)));
  }

  /** The same for all subjects that have no level of their own. */
  public void setCompatibility(String level) {
    join(http.ask("PUT", "/config", compatibility(level)));
  }

  /** Whether the subject's last version takes this schema as its next. */
  public boolean isCompatible(String subject, Schema schema) {
    String path = "/compatibility" + subjectPath(subject) + "/versions/latest";
    return join(http.ask("POST", path, body(schema))).path("is_compatible").asBoolean();
  }

  private static Schema parse(JsonNode json) {
    String type = json.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO") || !json.path("references").isEmpty()) {
      throw new RegistryNotFoundException("a schema of type " + type + ", or with references");
    }
    try {
      return new Schema.Parser().parse(json.path("schema").asText());
    } catch (AvroRuntimeException | NullPointerException | StackOverflowError e) {
      // Avro says of a bad schema whatever its parser stumbles over: to a reader it is no schema.
      throw new RegistryNotFoundException("no Avro schema: " + e.getMessage());
    }
  }

  private static ObjectNode body(Schema schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
  }

  private static ObjectNode compatibility(String level) {
    return JsonNodeFactory.instance.objectNode().put("compatibility", level);
  }

  private static String subjectPath(String subject) {
    return "/subjects/" + encoded(subject);
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static <T> T join(CompletableFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      Throwable cause = RegistryHttp.cause(new CompletionException(e.getCause()));
      if (cause instanceof RuntimeException known) {
        throw known;
      }
      throw new RegistryUnavailableException("the registry cannot be asked: " + cause, cause);
    }
  }
}
