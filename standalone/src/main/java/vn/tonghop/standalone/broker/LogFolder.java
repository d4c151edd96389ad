package vn.tonghop.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.VerificationFlag;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.process.StartException;

/**
 * Where the broker keeps its logs. Kafka ends the JVM over a folder that is not as it should be, so
 * that is looked at first.
 */
final class LogFolder {
  private LogFolder() {}

  /** Formats the folder when it is new, and returns the cluster's id. */
  static String prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
        requireEmpty(folder);
        return format(folder);
      }
      String clusterId = clusterId(folder);
      LogCheck.requireWhole(folder);
      return clusterId;
    } catch (StartException e) {
      throw e;
    } catch (IOException e) {
      throw FolderTrouble.unusable(folder, e);
    } catch (RuntimeException e) {
      throw FolderTrouble.damaged(
          folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME),
          String.valueOf(e.getMessage()),
          e);
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw FolderTrouble.damaged(folder, "it holds data, but no meta.properties", null);
      }
    }
  }

  private static String clusterId(Path folder) throws IOException {
    MetaPropertiesEnsemble found =
        new MetaPropertiesEnsemble.Loader()
            .addLogDirs(List.of(folder.toString()))
            .addMetadataLogDir(folder.toString())
            .load();
    found.verify(
        Optional.empty(),
        OptionalInt.of(NodeConfig.NODE_ID),
        EnumSet.of(
            VerificationFlag.REQUIRE_AT_LEAST_ONE_VALID,
            VerificationFlag.REQUIRE_METADATA_LOG_DIR));
    return found
        .clusterId()
        .orElseThrow(
            () -> FolderTrouble.damaged(folder, "its meta.properties names no cluster", null));
  }

  private static String format(Path folder) throws IOException {
    String clusterId = Uuid.randomUuid().toString();
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setClusterId(clusterId)
            .setNodeId(NodeConfig.NODE_ID)
            .setControllerListenerName(NodeConfig.CONTROLLER_LISTENER)
            .setMetadataLogDirectory(folder.toString())
            .setDirectories(List.of(folder.toString()))
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setSupportedFeatures(Feature.PRODUCTION_FEATURES);
    try {
      formatter.run();
      return clusterId;
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("formatting failed", e);
    }
  }
}
