package vn.tonghop.standalone;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command that does nothing by itself was given without one of its own. */
final class MissingCommandException extends ParameterException {

  private static final long serialVersionUID = 1L;

  MissingCommandException(CommandLine command) {
    super(command, "a command is missing");
  }
}
