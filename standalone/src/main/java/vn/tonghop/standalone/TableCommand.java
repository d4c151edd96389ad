package vn.tonghop.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.standalone.process.StartException;
import vn.tonghop.standalone.table.CommittedTables;
import vn.tonghop.standalone.table.TableRequest;

/** {@code tonghop table}: one national table of a running system. */
@Command(
    name = "table",
    description = {"Prints one national table.", "In một bảng tổng hợp toàn quốc."},
    mixinStandardHelpOptions = true)
final class TableCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options = new SettingsOptions();
  @Mixin private TableOptions output = new TableOptions();

  @Parameters(index = "0", paramLabel = "PERIOD", description = "Quarter, half or year: 2024-Q1.")
  private String period = "";

  @Parameters(index = "1", paramLabel = "PROGRAMME", description = "Code of the programme.")
  private String programme = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = options.settings(System.getenv());
    TableRequest request =
        TableOptions.request(settings.regime(), period, programme, options.lang(), spec);
    output.check(List.of(request), options.lang(), spec);
    Map<String, Object> config = ClientConfig.of(settings);
    ReferenceData reference = reference(config);
    CommittedTables committed = CommittedTables.read(config);
    return output.print(request, committed, reference, options.lang(), spec) ? 0 : 1;
  }

  /** Tables are read by the newest version. */
  private static ReferenceData reference(Map<String, Object> config) {
    try (NewestReference newest = new NewestReference(config)) {
      return newest
          .get()
          .orElseThrow(() -> new StartException("the cluster has no reference data yet"));
    }
  }
}
