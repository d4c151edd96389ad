package vn.tonghop.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.standalone.reference.ReferenceLoad;

/** {@code tonghop reference}: the catalogues of a running system. */
@Command(
    name = "reference",
    description = {
      "Reference data of a running system.",
      "Danh mục dùng chung của hệ thống đang chạy."
    },
    mixinStandardHelpOptions = true,
    subcommands = ReferenceCommand.Load.class)
final class ReferenceCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** {@code tonghop reference load DIR}. */
  @Command(
      name = "load",
      description = {
        "Publishes the five CSV files of a folder as the next version.",
        "Công bố năm tệp CSV của một thư mục thành phiên bản kế tiếp."
      },
      mixinStandardHelpOptions = true)
  static final class Load implements Callable<Integer> {

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Parameters(paramLabel = "DIR", description = "Folder with reporting-units.csv and the others.")
    private Path folder = Path.of(".");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
      ReferenceRows rows = ReferenceRows.load(folder);
      long version =
          new ReferenceLoad(ClientConfig.of(options.settings(System.getenv()))).publish(rows);
      spec.commandLine().getOut().println("referenceVersion=" + version);
      return 0;
    }
  }
}
