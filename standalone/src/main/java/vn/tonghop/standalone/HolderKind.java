package vn.tonghop.standalone;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.tonghop.producer.text.Text;
import vn.tonghop.standalone.identity.Holder;
import vn.tonghop.standalone.identity.Identities;
import vn.tonghop.standalone.identity.Listed;

/** Whom the commands below this one give access and take it from: units, or systems that read. */
abstract class HolderKind implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /**
   * The holder of a code.
   *
   * @throws IllegalArgumentException if there can be none
   */
  abstract Holder holder(String code);

  abstract List<Listed> list(Identities identities) throws InterruptedException;

  /** What {@code list} calls the codes. */
  abstract Text codes();

  /** What {@code list} calls the names. */
  abstract Text names();
}
