package vn.tonghop.producer.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.PlaintextCheck;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.settings.SettingsException;
import vn.tonghop.producer.settings.SettingsOptions;

/** What all commands of a province share: streams, settings, and one answer a kind of failure. */
@Command(mixinStandardHelpOptions = true)
abstract class ReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private SettingsOptions options = new SettingsOptions();

  @Override
  public final Integer call() {
    try {
      int code = run();
      out().flush();
      return code;
    } catch (UsageException e) {
      return failed(e.problems(), Exit.USAGE);
    } catch (SettingsException e) {
      return failed(e.problems(lang()), Exit.USAGE);
    } catch (PublishException e) {
      return failed(List.of(text(e)), code(e));
    }
  }

  /** Does what was asked; the result is the exit code. */
  abstract int run() throws UsageException;

  final PrintWriter out() {
    return command().commandLine().getOut();
  }

  final PrintWriter err() {
    return command().commandLine().getErr();
  }

  final Language lang() {
    return options.lang();
  }

  final Settings settings() {
    return options.settings(System.getenv());
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("picocli runs this command");
    }
    return spec;
  }

  private int failed(List<String> problems, int code) {
    problems.forEach(problem -> err().println(OneLine.of(problem)));
    out().flush();
    err().flush();
    return code;
  }

  static int code(PublishException e) {
    return e.isOutOfReach() ? Exit.UNREACHABLE : Exit.FAILED;
  }

  final String text(PublishException e) {
    String what =
        switch (e.reason()) {
          case UNREACHABLE ->
              lang()
                  .pick(
                      "Không kết nối được máy chủ Kafka hoặc kho lược đồ",
                      "Broker or registry is out of reach");
          case SPEAKS_TLS -> PlaintextCheck.SPEAKS_TLS.in(lang());
          case NO_SUCH_TOPIC ->
              lang().pick("Đơn vị chưa có kênh (topic)", "The unit has no such topic");
          case TOO_LARGE -> lang().pick("Báo cáo quá lớn", "The report is too large");
          case UNANSWERED ->
              lang()
                  .pick(
                      "Báo cáo gửi trước đó chưa có biên nhận nên chưa biết lần báo cáo tiếp theo;"
                          + " hệ thống tổng hợp có đang chạy không? Hãy gửi lại sau, hoặc tự ghi lần"
                          + " báo cáo (revision)",
                      "Reports sent before have no receipt yet, so the next revision is not known;"
                          + " is the roll-up running? Send again later, or write the revision"
                          + " yourself");
          case NOT_ALLOWED ->
              lang()
                  .pick(
                      "Máy chủ không cho phép: tệp cấu hình này không có quyền làm việc đó, hoặc mật khẩu đã đổi",
                      "The broker does not allow it: these settings have no right to it, or their password has changed");
          case REFUSED ->
              lang().pick("Máy chủ hoặc kho lược đồ từ chối", "Broker or registry refused");
        };
    return what + ": " + e.getMessage();
  }
}
