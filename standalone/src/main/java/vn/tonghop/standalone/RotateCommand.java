package vn.tonghop.standalone;

import picocli.CommandLine.Command;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;

/** {@code tonghop unit rotate 40}, {@code tonghop reader rotate NAME}. */
@Command(
    name = "rotate",
    description = {
      "A new password; with --mtls a new certificate, and the former ones lose their rights.",
      "Cấp mật khẩu mới; với --mtls, cấp chứng thư mới và bỏ quyền của các chứng thư cũ."
    })
final class RotateCommand extends IssuingCommand {

  @Override
  Identities.Done byPassword(Identities identities, Holder holder) throws InterruptedException {
    return identities.rotate(holder);
  }

  @Override
  boolean replaces() {
    return true;
  }
}
