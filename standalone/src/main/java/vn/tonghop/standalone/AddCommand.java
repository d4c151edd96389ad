package vn.tonghop.standalone;

import picocli.CommandLine.Command;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;

/** {@code tonghop unit add 40}, {@code tonghop reader add NAME}. */
@Command(
    name = "add",
    description = {
      "Gives access: a password or a certificate, rights and quotas; to a unit its topics, too.",
      "Cấp quyền: mật khẩu hoặc chứng thư, quyền và hạn mức; với đơn vị, tạo cả kênh."
    })
final class AddCommand extends IssuingCommand {

  @Override
  Identities.Done byPassword(Identities identities, Holder holder) throws InterruptedException {
    return identities.add(holder);
  }

  @Override
  boolean replaces() {
    return false;
  }
}
