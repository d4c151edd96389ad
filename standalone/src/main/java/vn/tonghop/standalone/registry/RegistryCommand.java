package vn.tonghop.standalone.registry;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import vn.tonghop.standalone.process.ParentWatch;
import vn.tonghop.standalone.process.StartException;

/** The command line of Apicurio Registry: one small JVM, an H2 file, no ports but ours. */
final class RegistryCommand {
  private RegistryCommand() {}

  static List<String> of(RegistrySettings settings, Path runner, Path parentWatch) {
    Path database = settings.folder().toAbsolutePath().normalize().resolve("registry");
    return List.of(
        // It lives for minutes: the second compiler would cost more at the start than it gains.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx192m",
        "-XX:MaxDirectMemorySize=64m",
        "-XX:ErrorFile=" + settings.folder().toAbsolutePath().resolve("registry-crash.log"),
        "-Dfile.encoding=UTF-8",
        "-Dquarkus.http.host=" + settings.host(),
        "-Dquarkus.http.port=" + settings.port(),
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=0",
        // Says on which port it listens.
        "-Dquarkus.log.category.\"io.quarkus\".level=INFO",
        "-Dquarkus.http.access-log.enabled=false",
        // What is read-only stays so: by default its own interface can switch that off.
        "-Dapicurio.storage.read-only.enabled=" + settings.readOnly(),
        "-Dapicurio.config.dynamic.allow-all=" + !settings.readOnly(),
        "-Dapicurio.storage.kind=sql",
        "-Dapicurio.storage.sql.kind=h2",
        // Without it H2 acknowledges half a second before it writes: kill -9 loses schemas.
        "-Dapicurio.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0",
        // On a busy machine H2 may need longer than the 5 s given to open a file after a kill.
        "-Dquarkus.datasource.h2.jdbc.acquisition-timeout=" + settings.patience().toSeconds() + "S",
        "-cp",
        parentWatch + File.pathSeparator + runner,
        ParentWatch.class.getName(),
        mainClass(runner));
  }

  private static String mainClass(Path runner) {
    try (JarFile jar = new JarFile(runner.toFile())) {
      return jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    } catch (IOException e) {
      throw new StartException("the registry " + runner + " cannot be read", e);
    }
  }

  /** The runner in the unpacked registry. Throws StartException when it is not there. */
  static Path runner(Path registry) {
    try (Stream<Path> files = Files.list(registry)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findAny()
          .orElseThrow(() -> new StartException("no registry in " + registry));
    } catch (IOException e) {
      throw new StartException("no registry in " + registry, e);
    }
  }
}
