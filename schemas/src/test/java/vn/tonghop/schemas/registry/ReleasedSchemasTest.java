package vn.tonghop.schemas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

/** What was released once must be readable, and able to read, for ever. */
class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("src/main/avro-released");

  private static List<Path> versions(Schema schema) throws IOException {
    Path folder = RELEASED.resolve(schema.getName());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static boolean fullyCompatible(Schema one, Schema other) {
    return reads(one, other) && reads(other, one);
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  @Test
  void everySchemaIsCompatibleBothWaysWithEveryReleasedVersion() throws IOException {
    for (Schema schema : Subjects.external()) {
      List<Path> versions = versions(schema);
      assertFalse(versions.isEmpty(), schema.getName() + " was never released");
      for (Path version : versions) {
        Schema released = new Schema.Parser().parse(version.toFile());
        assertEquals(schema.getFullName(), released.getFullName(), version.toString());
        assertTrue(fullyCompatible(schema, released), version + " breaks");
      }
    }
  }

  @Test
  void everyReleasedFileBelongsToASchemaAndIsAVersion() throws IOException {
    Set<String> names =
        Subjects.external().stream().map(Schema::getName).collect(Collectors.toSet());
    Set<String> unused = new TreeSet<>();
    try (Stream<Path> files = Files.walk(RELEASED)) {
      files
          .filter(Files::isRegularFile)
          .map(RELEASED::relativize)
          .filter(
              file ->
                  file.getNameCount() != 2
                      || !names.contains(file.getName(0).toString())
                      || !file.getName(1).toString().matches("[1-9][0-9]*\\.avsc"))
          .forEach(file -> unused.add(file.toString()));
    }
    assertEquals(Set.of(), unused);
  }

  @Test
  void aFieldWithoutDefaultAnotherTypeAndAFieldLessWouldBeSeen() {
    for (Schema schema : Subjects.external()) {
      String json = schema.toString();
      int fields = json.indexOf("\"fields\":[") + "\"fields\":[".length();
      String more =
          json.substring(0, fields)
              + "{\"name\":\"more\",\"type\":\"string\"},"
              + json.substring(fields);
      assertFalse(fullyCompatible(schema, new Schema.Parser().parse(more)), schema.getName());
      String other = json.replaceFirst("\"type\":\"string\"", "\"type\":\"int\"");
      assertFalse(fullyCompatible(schema, new Schema.Parser().parse(other)), schema.getName());
    }
  }
}
