package vn.tonghop.standalone;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.identity.Traced;
import vn.tonghop.standalone.letters.Escaped;

/** {@code tonghop audit}: the trace of what administrators and operators did. */
@Command(
    name = "audit",
    description = {
      "What administrators did: who gave or took away which access, replayed or dropped letters.",
      "Nhật ký quản trị: ai đã cấp, đổi, bỏ quyền nào, gửi lại hay đóng bản ghi nào."
    })
final class AuditCommand extends AccessCommand {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Regime.ZONE);

  private static final Map<String, Text> ACTIONS =
      Map.of(
          "add", new Text("mở truy cập", "access given"),
          "add-certificate", new Text("cấp chứng thư", "certificate given"),
          "rotate", new Text("đổi mật khẩu", "password changed"),
          "rotate-certificate", new Text("đổi chứng thư", "certificate changed"),
          "suspend", new Text("tạm dừng", "suspended"),
          "succeed", new Text("kế thừa", "succeeded"),
          "replay-dead-letter", new Text("gửi lại bản ghi bị từ chối", "dead letter replayed"),
          "drop-dead-letter", new Text("đóng bản ghi bị từ chối", "dead letter dropped"));

  enum Form {
    text,
    json
  }

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "What was done to this unit alone / chỉ những việc về đơn vị này.")
  private @Nullable String unit;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = {
        "One line an act, or JSON Lines as they stand in the topic /",
        "mỗi việc một dòng, hoặc JSON Lines như trong kênh."
      })
  private Form format = Form.text;

  @Override
  void run(Identities identities, Settings settings) {
    Holder.@Nullable Unit asked = unit == null ? null : holder(Holder.Unit::new, unit);
    identities.forEachTraced(
        act -> {
          if (asked == null || act.isAbout(asked)) {
            print(Escaped.of(format == Form.json ? act.json() : line(act)));
          }
        });
  }

  private String line(Traced act) {
    Text action = ACTIONS.getOrDefault(act.action(), new Text(act.action(), act.action()));
    return "%s  %s  %s  %s: %s"
        .formatted(
            TIME.format(act.at()),
            act.by().isEmpty() ? act.login() : "%s (%s)".formatted(act.by(), act.login()),
            act.principal(),
            action.in(lang()),
            act.changes().stream().map(each -> each.in(lang())).collect(Collectors.joining("; ")));
  }
}
