package vn.tonghop.standalone;

import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.schemas.topic.Replication;
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    ReferenceRows rows = reference.rows();
    var units = ReferenceData.of(rows).unitCodes();
    new Setup(
            ClientTimeouts.of(options.settings(System.getenv()).clientConfig()),
            new Replication(replicationFactor, minInsync))
        .run(units, UnaryOperator.identity(), rows);
    spec.commandLine().getOut().println("units=" + units.size());
    return 0;
  }
}
