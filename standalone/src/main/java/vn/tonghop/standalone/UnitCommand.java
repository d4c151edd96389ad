package vn.tonghop.standalone;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.identity.Listed;

/** {@code tonghop unit}: who may send for which unit, for the platform's administrator. */
@Command(
    name = "unit",
    description = {
      "Access of the units that report: topics, passwords, rights, quotas.",
      "Quyền gửi báo cáo của các đơn vị: kênh, mật khẩu, quyền, hạn mức."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      AddCommand.class,
      ListHoldersCommand.class,
      RotateCommand.class,
      SuspendCommand.class,
      UnitCommand.Succeed.class
    })
final class UnitCommand extends HolderKind {

  @Override
  Holder holder(String code) {
    return new Holder.Unit(code);
  }

  @Override
  List<Listed> list(Identities identities) throws InterruptedException {
    return identities.units();
  }

  @Override
  Text codes() {
    return new Text("ĐƠN VỊ", "UNIT");
  }

  @Override
  Text names() {
    return new Text("AI ĐƯỢC GỬI VÀO KÊNH CỦA ĐƠN VỊ", "WHO MAY WRITE TO ITS TOPIC");
  }

  /** {@code tonghop unit succeed 70 75}. */
  @Command(
      name = "succeed",
      description = {
        "A dissolved unit loses its access; its successor may write to its topic.",
        "Đơn vị đã giải thể không gửi nữa; đơn vị kế thừa được gửi vào kênh của đơn vị đó."
      })
  static final class Succeed extends AccessCommand {
    @Parameters(index = "0", paramLabel = "UNIT", description = "The dissolved / đã giải thể.")
    private String dissolved = "";

    @Parameters(index = "1", paramLabel = "SUCCESSOR", description = "Its successor / kế thừa.")
    private String successor = "";

    @Override
    void run(Identities identities, Settings settings) throws InterruptedException {
      Holder.Unit gone = holder(Holder.Unit::new, dissolved);
      Holder.Unit heir = holder(Holder.Unit::new, successor);
      if (gone.equals(heir)) {
        throw misuse(
            new Text(
                "đơn vị %s không thể kế thừa chính mình".formatted(dissolved),
                "unit %s cannot succeed itself".formatted(dissolved)));
      }
      tell(identities.succeed(gone, heir).changes());
    }
  }
}
