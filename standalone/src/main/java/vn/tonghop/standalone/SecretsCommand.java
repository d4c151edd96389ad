package vn.tonghop.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsOptions;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.security.ClusterPlan;
import vn.tonghop.standalone.security.ClusterSecrets;
import vn.tonghop.standalone.system.EvaluationSystem;

/** {@code tonghop secrets}: what docker-compose.yml needs before its first start. */
@Command(
    name = "secrets",
    description = {
      "Makes the certificates, passwords and settings files of a deployment of three brokers.",
      "Tạo chứng thư, mật khẩu và tệp cấu hình cho hệ thống ba máy chủ."
    },
    mixinStandardHelpOptions = true)
final class SecretsCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description = {
        "Name or address of this machine for its clients (default: ${DEFAULT-VALUE}) /",
        "tên hoặc địa chỉ mà các đơn vị dùng để kết nối."
      })
  private String host = "127.0.0.1";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = options.settings(System.getenv());
    Map<String, String> common = new LinkedHashMap<>();
    common.put("regime", settings.regime().id());
    common.put("application.id", EvaluationSystem.APPLICATION_ID);
    Path folder = ClusterSecrets.write(settings.data(), ClusterPlan.composed(host), common);
    spec.commandLine().getOut().println("secrets=" + folder);
    Text next =
        new Text(
            "Giữ kín %s: ai có thư mục này là có cả hệ thống. Chứng thư có hạn 397 ngày: chạy lại lệnh này mỗi năm, với cùng --host và --regime, rồi khởi động lại lần lượt từng máy chủ."
                .formatted(folder),
            "Keep %s to yourself: whoever has it has the platform. Certificates are valid for 397 days: run this again each year, with the same --host and --regime, and restart the brokers one after another."
                .formatted(folder));
    spec.commandLine().getErr().println(next.in(options.lang()));
    return 0;
  }
}
