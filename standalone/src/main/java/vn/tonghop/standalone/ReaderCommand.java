package vn.tonghop.standalone;

import java.util.List;
import picocli.CommandLine.Command;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.identity.Listed;

/** {@code tonghop reader}: systems that consume tables, for the platform's administrator. */
@Command(
    name = "reader",
    description = {
      "Access of systems that consume tables, standings, their histories and the reference data.",
      "Quyền đọc bảng tổng hợp, số liệu đơn vị, lịch sử và danh mục của các hệ thống khác."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      AddCommand.class,
      ListHoldersCommand.class,
      RotateCommand.class,
      SuspendCommand.class
    })
final class ReaderCommand extends HolderKind {

  @Override
  Holder holder(String code) {
    return new Holder.Reader(code);
  }

  @Override
  List<Listed> list(Identities identities) throws InterruptedException {
    return identities.readers();
  }

  @Override
  Text codes() {
    return new Text("TÊN", "NAME");
  }

  @Override
  Text names() {
    return new Text("ĐƯỢC ĐỌC DƯỚI TÊN", "MAY READ AS");
  }
}
