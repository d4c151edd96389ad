package vn.tonghop.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.Setting;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistryNotFoundException;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.registry.Subjects;
import vn.tonghop.schemas.topic.Asked;
import vn.tonghop.schemas.topic.Replication;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.process.FolderTrouble;
import vn.tonghop.standalone.registry.RegistryProcess;
import vn.tonghop.standalone.registry.RegistrySettings;
import vn.tonghop.standalone.security.Admission;
import vn.tonghop.standalone.security.Part;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.system.Setup;

/**
 * {@code tonghop setup}: what a deployment needs before its parts start; harmless when repeated.
 */
@Command(
    name = "setup",
    description = {
      "Makes topics, registers schemas and loads reference data in a cluster.",
      "Tạo kênh (topic), đăng ký lược đồ và nạp danh mục vào cụm máy chủ."
    },
    mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private ReferenceOptions reference = new ReferenceOptions();

  @Option(
      names = "--replication-factor",
      defaultValue = "1",
      description = "Copies of each record (default: ${DEFAULT-VALUE}).")
  private short replicationFactor = 1;

  @Option(
      names = "--min-insync",
      defaultValue = "1",
      description = "Copies that must be written to acknowledge one (default: ${DEFAULT-VALUE}).")
  private int minInsync = 1;

  @Option(
      names = "--parts",
      paramLabel = "DIR",
      description = {
        "Admit the platform's own parts first, whose settings files `secrets` has put there /",
        "trước hết cấp quyền cho các phần của hệ thống, có tệp cấu hình do lệnh `secrets` tạo."
      })
  private @Nullable Path parts;

  @Option(
      names = "--own-registry",
      paramLabel = "DIR",
      description = {
        "Where schemas are missing, register them in this folder, through a registry of its own"
            + " that",
        "nobody else finds / nếu thiếu lược đồ thì đăng ký vào thư mục này, qua một kho riêng."
      })
  private @Nullable Path ownRegistry;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    ReferenceRows rows = reference.rows();
    Settings settings = options.settings(System.getenv());
    Map<String, Object> config = ClientConfig.of(settings);
    if (parts != null) {
      String application =
          settings.kafka().getOrDefault("application.id", EvaluationSystem.APPLICATION_ID);
      new Admission(config, application).admit(List.of(Part.values()), parts);
    }
    var units = ReferenceData.of(rows).unitCodes();
    if (ownRegistry == null || hasSchemas(config)) {
      setUp(config, units, rows);
    } else {
      setUpBeside(ownRegistry, config, units, rows);
    }
    spec.commandLine().getOut().println("units=" + units.size());
    return 0;
  }

  /** Whether the registry that everybody reads is there and needs no order. */
  private static boolean hasSchemas(Map<String, Object> config) {
    try {
      Subjects.lookUpAll(
          new RegistryClient(vn.tonghop.schemas.registry.RegistrySettings.from(config)));
      return true;
    } catch (RegistryNotFoundException | RegistryUnavailableException e) {
      return false;
    }
  }

  /** The registry that everybody reads takes no orders: it reads what this one wrote. */
  private void setUpBeside(
      Path folder, Map<String, Object> config, Collection<String> units, ReferenceRows rows)
      throws InterruptedException {
    requireSchemasOf(config, folder);
    try (RegistryProcess registry = RegistryProcess.start(RegistrySettings.in(folder))) {
      Map<String, Object> own = new HashMap<>(config);
      own.put(Setting.REGISTRY.key(), registry.url());
      setUp(own, units, rows);
    }
  }

  /** Registered anew they might get other ids than those that stand in the records. */
  private static void requireSchemasOf(Map<String, Object> config, Path folder)
      throws InterruptedException {
    if (Files.exists(folder.resolve("registry.mv.db"))) {
      return;
    }
    try (Admin admin = Admin.create(config)) {
      if (Asked.of(admin.listTopics().names()).contains(Topics.REFERENCE.name())) {
        throw FolderTrouble.damaged(
            folder,
            "the cluster has records, and the schemas that they were written by are gone",
            null);
      }
    }
  }

  private void setUp(Map<String, Object> config, Collection<String> units, ReferenceRows rows)
      throws InterruptedException {
    new Setup(config, new Replication(replicationFactor, minInsync))
        .run(units, UnaryOperator.identity(), rows);
  }
}
