package vn.tonghop.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a holder is to come, and where its settings file goes. */
final class Issuing {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write the settings to this new file, for its owner alone, instead of printing them /",
        "ghi tệp cấu hình mới, chỉ chủ tệp đọc được, thay vì in ra."
      })
  @Nullable Path out;

  @Option(
      names = "--mtls",
      description = {
        "A certificate instead of a password, from the local authority in --data /",
        "chứng thư thay cho mật khẩu, do chứng thư gốc trong --data cấp."
      })
  boolean mtls;
}
