package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip runs where there is Java and nothing else: no checkout, no Maven. */
@Tag("built")
class ZipTest {

  private static final int EXECUTABLE = 0111;
  private static final long PATIENCE_SECONDS = 600;

  /** All that the launcher may ask of a system to run a command. */
  private static final List<String> TOOLS = List.of("bash", "sed", "head", "dirname", "readlink");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Path unpacked;

  private int runs;

  @BeforeAll
  static void unpack() throws IOException {
    try (Stream<Path> built = Files.list(Distribution.find().folder().resolveSibling(""))) {
      Path zip =
          built
              .filter(each -> each.toString().endsWith(".zip"))
              .max(Comparator.comparing(each -> each.toFile().lastModified()))
              .orElseThrow();
      try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
        for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
          unpack(file, entry);
        }
      }
      unpacked = folder.resolve(zip.getFileName().toString().replaceFirst("\\.zip$", ""));
    }
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), onPath(tool));
    }
  }

  private static void unpack(ZipFile file, ZipArchiveEntry entry) throws IOException {
    Path target = folder.resolve(entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    try (InputStream content = file.getInputStream(entry)) {
      Files.copy(content, target);
    }
    if ((entry.getUnixMode() & EXECUTABLE) != 0) {
      assertTrue(target.toFile().setExecutable(true));
    }
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(each -> Path.of(each, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLauncherChecksAFileAndTakesAnotherThroughTheWholePipeline() throws Exception {
    launch("validate", "--regime", "calendar", sample("worked-example.xlsx"));
    String table =
        launch(
            "try",
            sample("provinces-2024/40-nghe-an.jsonl"),
            "--table",
            "2024-Q1",
            "CTCT-2024",
            "--format",
            "csv");
    assertTrue(table.contains("2024-Q1,CTCT-2024") || table.contains("CTCT-2024,2024-Q1"), table);
    assertTrue(table.contains(",unit,40,"), table);
  }

  @Test
  void theJarAloneFindsWhatLiesBesideIt() throws Exception {
    String table =
        java(
            "try",
            sample("worked-example.xlsx"),
            "--regime",
            "calendar",
            "--table",
            "2024-Q1",
            "CTCT-2024",
            "--format",
            "csv");
    assertTrue(table.contains(",total,"), table);
  }

  @Test
  void itsBillOfMaterialsNamesEveryLibraryWithItsVersion() throws IOException {
    Path file = unpacked.resolve("tonghop-bom.json");
    assumeTrue(Files.exists(file), "built without -P sbom: there is no bill of materials");
    Set<String> named = new TreeSet<>();
    JsonNode bom = new ObjectMapper().readTree(file.toFile());
    for (JsonNode each : bom.get("components")) {
      named.add(each.get("name").asText() + "-" + each.get("version").asText());
    }
    try (Stream<Path> libraries = Files.list(Distribution.find().folder().resolve("lib"))) {
      for (Path each : libraries.toList()) {
        String jar = each.getFileName().toString().replaceFirst("\\.jar$", "");
        // This module's own, which the whole bill is of, has no version in its name.
        boolean itself = jar.equals("tonghop-standalone");
        assertTrue(itself || named.stream().anyMatch(jar::startsWith), jar + " in " + named);
      }
    }
    assertEquals("tonghop-standalone", bom.at("/metadata/component/name").asText());
  }

  @Test
  void linksOfItsVietnameseDocumentsLeadSomewhere() throws IOException {
    for (String name : List.of("README.vi.md", "docs/vi/huong-dan-can-bo.md")) {
      Path document = unpacked.resolve(name);
      List<String> links =
          Pattern.compile("\\]\\(([^)#:]+)\\)")
              .matcher(Files.readString(document))
              .results()
              .map(link -> link.group(1))
              .toList();
      assertFalse(links.isEmpty());
      links.forEach(link -> assertTrue(Files.exists(document.resolveSibling(link)), link));
    }
    assertTrue(Files.readString(unpacked.resolve("tonghop.bat")).contains("\r\n"));
  }

  /** What the administrator and the clerk of the first unit type, needs no checkout either. */
  @Test
  void theFirstUnitsStepsAreThereAndItsFormIsMade() throws Exception {
    assertTrue(Files.exists(unpacked.resolve("docs/first-unit.md")));
    Path form = folder.resolve("bao-cao.xlsx");
    launch(
        "template",
        "40",
        "CTCT-2024",
        "2024-Q1",
        "--bootstrap",
        "127.0.0.1:1",
        "--config",
        Files.writeString(folder.resolve("hurry"), "default.api.timeout.ms=1000\n").toString(),
        "--out",
        form.toString());
    assertTrue(Files.size(form) > 0);
  }

  private static String sample(String name) {
    return unpacked.resolve("samples").resolve(name).toString();
  }

  private String launch(String... arguments) throws Exception {
    return run(List.of(unpacked.resolve("tonghop").toString()), arguments);
  }

  private String java(String... arguments) throws Exception {
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(ShortLived.options());
    program.addAll(
        List.of("-Dfile.encoding=UTF-8", "-jar", unpacked.resolve("tonghop.jar").toString()));
    return run(program, arguments);
  }

  /** In an empty folder; standard output of a command that must end with 0. */
  private String run(List<String> program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    Path empty = Files.createDirectory(folder.resolve("empty" + ++runs + arguments[0]));
    Path out = folder.resolve("out" + runs + arguments[0]);
    Path err = folder.resolve("err" + runs + arguments[0]);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(empty.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("tools").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put(ShortLived.VARIABLE, String.join(" ", ShortLived.options()));
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(err);
      assertTrue(ended, said);
      assertEquals(0, process.exitValue(), said);
      assertFalse(said.contains("SLF4J"), said);
      return Files.readString(out);
    } finally {
      process.destroyForcibly();
    }
  }
}
