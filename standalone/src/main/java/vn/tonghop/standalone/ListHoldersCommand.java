package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.identity.Listed;

/** {@code tonghop unit list}, {@code tonghop reader list}. */
@Command(
    name = "list",
    description = {
      "All of them, whether they have a password, and under which names the right is used.",
      "Danh sách, có mật khẩu hay không, và những tên nào đang có quyền."
    })
final class ListHoldersCommand extends AccessCommand {

  @ParentCommand private @Nullable HolderKind kind;

  @Override
  void run(Identities identities, Settings settings) throws InterruptedException {
    HolderKind listed = requireNonNull(kind);
    List<Listed> all = listed.list(identities);
    line(listed.codes().in(lang()), lang().pick("MẬT KHẨU", "PASSWORD"), listed.names().in(lang()));
    for (Listed each : all) {
      line(
          each.code(),
          each.password() ? lang().pick("có", "yes") : "-",
          each.names().isEmpty() ? "-" : String.join(",", each.names()));
    }
  }

  private void line(String code, String password, String names) {
    print("%-12s %-10s %s".formatted(code, password, names));
  }
}
