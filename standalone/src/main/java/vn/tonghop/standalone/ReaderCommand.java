package vn.tonghop.standalone;

import java.io.IOException;
import java.security.GeneralSecurityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;

/** {@code tonghop reader}: systems that consume tables, for the platform's administrator. */
@Command(
    name = "reader",
    description = {
      "Access of systems that consume tables.",
      "Quyền đọc của các hệ thống dùng bảng tổng hợp."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ReaderCommand.Add.class,
      ReaderCommand.Rotate.class,
      ReaderCommand.Suspend.class
    })
final class ReaderCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** A command about one system. */
  private abstract static class OneReader extends HolderCommand {
    @Parameters(paramLabel = "NAME", description = "Name of the system / tên hệ thống.")
    private String name = "";

    final Holder.Reader reader() {
      return holder(Holder.Reader::new, name);
    }
  }

  /** {@code tonghop reader add NAME}. */
  @Command(
      name = "add",
      description = {
        "Lets a system read tables, standings, their histories and the reference data.",
        "Cho một hệ thống đọc bảng tổng hợp, số liệu đơn vị, lịch sử và danh mục."
      })
  static final class Add extends OneReader {
    @Mixin private Issuing issuing = new Issuing();

    @Override
    void run(Identities identities, Settings settings)
        throws IOException, InterruptedException, GeneralSecurityException {
      add(identities, settings, reader(), issuing);
    }
  }

  /** {@code tonghop reader rotate NAME}. */
  @Command(
      name = "rotate",
      description = {"A new password or certificate.", "Cấp mật khẩu hoặc chứng thư mới."})
  static final class Rotate extends OneReader {
    @Mixin private Issuing issuing = new Issuing();

    @Override
    void run(Identities identities, Settings settings)
        throws IOException, InterruptedException, GeneralSecurityException {
      rotate(identities, settings, reader(), issuing);
    }
  }

  /** {@code tonghop reader suspend NAME}. */
  @Command(
      name = "suspend",
      description = {"Takes password and rights away.", "Bỏ mật khẩu và quyền."})
  static final class Suspend extends OneReader {
    @Override
    void run(Identities identities, Settings settings) throws InterruptedException {
      suspend(identities, reader());
    }
  }
}
