package vn.tonghop.standalone;

import java.util.List;
import picocli.CommandLine.Command;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;

/** {@code tonghop unit suspend 40}, {@code tonghop reader suspend NAME}. */
@Command(
    name = "suspend",
    description = {
      "Takes password and rights away at once; topics and reports stay.",
      "Bỏ mật khẩu và quyền ngay lập tức; kênh và báo cáo vẫn giữ."
    })
final class SuspendCommand extends OneHolderCommand {

  @Override
  void run(Identities identities, Settings settings) throws InterruptedException {
    Holder holder = holder();
    List<Text> changes = identities.suspend(holder).changes();
    if (changes.isEmpty()) {
      String name = holder.name();
      say(
          new Text(
              name + " không có mật khẩu hay quyền nào: không thay đổi gì.",
              name + " has no password and no rights: nothing was changed."));
    } else {
      tell(changes);
    }
  }
}
