package vn.tonghop.console.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds answers against the API's own description, as far as that uses JSON Schema: references,
 * objects with all their keys, arrays, types, enums and null.
 */
final class Described {

  private final JsonNode description;

  Described(String json) {
    try {
      description = new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> paths() {
    return names(description.get("paths"));
  }

  JsonNode at(String pointer) {
    return description.at(pointer);
  }

  /** Fails at the first place where a value is not what the schema of that name says. */
  void check(String schema, JsonNode value) {
    check(description.at("/components/schemas/" + schema), value, schema);
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    if (schema.has("$ref")) {
      check(description.at(schema.get("$ref").asText().substring(1)), value, place);
    } else if (schema.has("oneOf")) {
      check(schema.get("oneOf").get(value.isNull() ? 1 : 0), value, place);
    } else {
      assertTrue(types(schema.get("type")).contains(type(value)), () -> place + ": " + value);
      if (value.isObject() && schema.has("properties")) {
        assertEquals(names(schema.get("properties")), names(value), place);
        assertEquals(schema.get("properties").size(), schema.get("required").size(), place);
        value
            .properties()
            .forEach(
                entry ->
                    check(
                        schema.get("properties").get(entry.getKey()),
                        entry.getValue(),
                        place + "." + entry.getKey()));
      } else if (value.isArray()) {
        value.forEach(element -> check(schema.get("items"), element, place + "[]"));
      } else if (schema.has("enum")) {
        Set<String> known = new TreeSet<>();
        schema.get("enum").forEach(each -> known.add(each.asText()));
        assertTrue(known.contains(value.asText()), () -> place + ": " + value);
      }
    }
  }

  private static Set<String> types(JsonNode type) {
    Set<String> types = new TreeSet<>();
    if (type.isArray()) {
      type.forEach(each -> types.add(each.asText()));
    } else {
      types.add(type.asText());
    }
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String type(JsonNode value) {
    if (value.isIntegralNumber()) {
      return "integer";
    }
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
