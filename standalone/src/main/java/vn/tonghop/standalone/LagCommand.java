package vn.tonghop.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.schemas.topic.ReportTopics;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;
import vn.tonghop.streams.topology.InternalTopics;

/** {@code tonghop lag}: how far behind the roll-up is, read from the broker. */
@Command(
    name = "lag",
    description = {
      "How far behind the roll-up is, by unit and stage.",
      "Độ trễ xử lý theo đơn vị và theo công đoạn."
    },
    mixinStandardHelpOptions = true)
final class LagCommand implements Callable<Integer> {

  private static final String STAGE_WITHOUT_RECEIPTS = "not-read";

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "One line a partition, or JSON Lines (default: ${DEFAULT-VALUE}).")
  private Form format = Form.text;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The forms in which lag is printed. */
  enum Form {
    text,
    json
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = options.settings(System.getenv());
    String application =
        settings.kafka().getOrDefault("application.id", EvaluationSystem.APPLICATION_ID);
    try (Admin admin = Admin.create(ClientTimeouts.of(settings.clientConfig()))) {
      ReportTopics reports = ReportTopics.of(admin);
      List<String> topics = new ArrayList<>(reports.all());
      topics.addAll(InternalTopics.sources(application));
      for (PartitionLag lag : new LagReader(admin, application).read(topics)) {
        print(lag, reports.unanswerable().contains(lag.topic()));
      }
      return 0;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot look at the topics: " + e.getCause(), e.getCause());
    }
  }

  private void print(PartitionLag lag, boolean unanswerable) {
    PrintWriter out = spec.commandLine().getOut();
    String stage = unanswerable ? STAGE_WITHOUT_RECEIPTS : lag.stage();
    if (format == Form.text) {
      out.printf(
          "%-10s %-44s %3d  end %-10d committed %-10d lag %d%s%n",
          stage,
          lag.topic(),
          lag.partition(),
          lag.end(),
          lag.committed(),
          lag.lag(),
          unanswerable
              ? "  receipts topic missing or too small / kênh biên nhận thiếu hoặc quá nhỏ"
              : "");
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("stage", stage);
    line.put("topic", lag.topic());
    line.put("partition", lag.partition());
    line.put("end", lag.end());
    line.put("stable", lag.stable());
    line.put("committed", lag.committed());
    line.put("lag", lag.lag());
    line.put("subscribed", !unanswerable);
    try {
      out.println(new ObjectMapper().writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers and texts can always be written", e);
    }
  }
}
