package vn.tonghop.standalone;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.tonghop.standalone.identity.Holder;

/** A command on the access of one unit, or of one system that reads. */
abstract class OneHolderCommand extends AccessCommand {

  @ParentCommand private @Nullable HolderKind kind;

  @Parameters(
      paramLabel = "CODE",
      description = "Code of the unit, or name of the system / mã đơn vị, hoặc tên hệ thống.")
  private String code = "";

  final Holder holder() {
    return holder(requireNonNull(kind)::holder, code);
  }
}
