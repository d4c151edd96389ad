package vn.tonghop.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher writes the program's classes down, and uses them as long as they are the newer. */
@Tag("built")
class ProgramClassesTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> VALIDATE = List.of("validate", "samples/worked-example.jsonl");

  private final Path folder;

  ProgramClassesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(value = 600, unit = TimeUnit.SECONDS)
  void classesWrittenDownAreUsedUntilThereAreNewerJars() throws Exception {
    Path dist = linkTheProgram();
    String withoutAny = run(1, VALIDATE);
    assertEquals(0, mapped());

    Path archive = Path.of(run(0, List.of("class-archive")).strip());
    assertEquals(withoutAny, run(1, VALIDATE));
    assertTrue(mapped() > 500, "mapped: " + mapped());
    // Again, where there is one.
    assertEquals(archive.toString(), run(0, List.of("class-archive")).strip());
    assertEquals(List.of(archive.getFileName()), archives(dist));

    Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
    assertEquals(withoutAny, run(1, VALIDATE));
    assertEquals(0, mapped());
  }

  /** What the launcher writes goes beside links to what was built. */
  private Path linkTheProgram() throws IOException {
    Path dist = Files.createDirectories(folder.resolve("standalone/target/dist"));
    Files.copy(ROOT.resolve("tonghop"), folder.resolve("tonghop"));
    Files.createSymbolicLink(folder.resolve("samples"), ROOT.resolve("samples"));
    try (Stream<Path> built = Files.list(ROOT.resolve("standalone/target/dist"))) {
      for (Path each : built.filter(entry -> !isArchive(entry)).toList()) {
        Files.createSymbolicLink(dist.resolve(each.getFileName()), each);
      }
    }
    return dist;
  }

  private String run(int exit, List<String> arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of("./tonghop"), arguments.stream()).toList())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "TONGHOP_NO_BUILD",
                "1",
                "TONGHOP_JAVA_OPTS",
                "-Xlog:class+load:file=" + folder.resolve("classes.log")));
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it goes on");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(exit, process.exitValue(), Files.readString(out) + Files.readString(err));
    assertEquals("", Files.readString(err));
    return Files.readString(out);
  }

  /** How many classes the last run took from the program's archive, over the JDK's own. */
  private long mapped() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("classes.log"))) {
      return lines.filter(line -> line.endsWith("shared objects file (top)")).count();
    }
  }

  private static List<Path> archives(Path dist) throws IOException {
    try (Stream<Path> entries = Files.list(dist)) {
      return entries.filter(ProgramClassesTest::isArchive).map(Path::getFileName).toList();
    }
  }

  private static boolean isArchive(Path entry) {
    return entry.getFileName().toString().startsWith("classes-");
  }
}
