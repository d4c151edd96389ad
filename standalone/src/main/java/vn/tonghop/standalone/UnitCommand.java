package vn.tonghop.standalone;

import java.io.IOException;
import java.security.GeneralSecurityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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
      UnitCommand.Add.class,
      UnitCommand.ListAll.class,
      UnitCommand.Rotate.class,
      UnitCommand.Suspend.class,
      UnitCommand.Succeed.class
    })
final class UnitCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** A command about one unit. */
  private abstract static class OneUnit extends HolderCommand {
    @Parameters(paramLabel = "UNIT", description = "Code of the unit / mã đơn vị.")
    private String code = "";

    final Holder.Unit unit() {
      return holder(Holder.Unit::new, code);
    }
  }

  /** {@code tonghop unit add 40}. */
  @Command(
      name = "add",
      description = {
        "Lets a unit send: its topics, a password or a certificate, its rights and quotas.",
        "Cho một đơn vị gửi báo cáo: kênh, mật khẩu hoặc chứng thư, quyền và hạn mức."
      })
  static final class Add extends OneUnit {
    @Mixin private Issuing issuing = new Issuing();

    @Override
    void run(Identities identities, Settings settings)
        throws IOException, InterruptedException, GeneralSecurityException {
      add(identities, settings, unit(), issuing);
    }
  }

  /** {@code tonghop unit list}. */
  @Command(
      name = "list",
      description = {
        "All units that have a topic, and who may write to it.",
        "Các đơn vị đã có kênh và ai được gửi vào đó."
      })
  static final class ListAll extends HolderCommand {
    private static final Text WRITERS =
        new Text("AI ĐƯỢC GỬI VÀO KÊNH CỦA ĐƠN VỊ", "WHO MAY WRITE TO ITS TOPIC");

    @Override
    void run(Identities identities, Settings settings) throws InterruptedException {
      print(lang().pick("ĐƠN VỊ", "UNIT"), lang().pick("MẬT KHẨU", "PASSWORD"), WRITERS.in(lang()));
      for (Listed each : identities.units()) {
        print(
            each.unit(),
            each.password() ? lang().pick("có", "yes") : "-",
            each.writers().isEmpty() ? "-" : String.join(",", each.writers()));
      }
    }

    private void print(String unit, String password, String writers) {
      spec().commandLine().getOut().println("%-8s %-10s %s".formatted(unit, password, writers));
    }
  }

  /** {@code tonghop unit rotate 40}. */
  @Command(
      name = "rotate",
      description = {
        "A new password; with --mtls a new certificate, and the former ones lose their rights.",
        "Cấp mật khẩu mới; với --mtls, cấp chứng thư mới và bỏ quyền của các chứng thư cũ."
      })
  static final class Rotate extends OneUnit {
    @Mixin private Issuing issuing = new Issuing();

    @Override
    void run(Identities identities, Settings settings)
        throws IOException, InterruptedException, GeneralSecurityException {
      rotate(identities, settings, unit(), issuing);
    }
  }

  /** {@code tonghop unit suspend 40}. */
  @Command(
      name = "suspend",
      description = {
        "Takes password and rights away at once; topics and reports stay.",
        "Bỏ mật khẩu và quyền ngay lập tức; kênh và báo cáo vẫn giữ."
      })
  static final class Suspend extends OneUnit {
    @Override
    void run(Identities identities, Settings settings) throws InterruptedException {
      suspend(identities, unit());
    }
  }

  /** {@code tonghop unit succeed 70 75}. */
  @Command(
      name = "succeed",
      description = {
        "A dissolved unit loses its access; its successor may write to its topic.",
        "Đơn vị đã giải thể không gửi nữa; đơn vị kế thừa được gửi vào kênh của đơn vị đó."
      })
  static final class Succeed extends HolderCommand {
    @Parameters(index = "0", paramLabel = "UNIT", description = "The dissolved / đã giải thể.")
    private String dissolved = "";

    @Parameters(index = "1", paramLabel = "SUCCESSOR", description = "Its successor / kế thừa.")
    private String successor = "";

    @Override
    void run(Identities identities, Settings settings) throws InterruptedException {
      tell(
          identities
              .succeed(holder(Holder.Unit::new, dissolved), holder(Holder.Unit::new, successor))
              .changes());
    }
  }
}
