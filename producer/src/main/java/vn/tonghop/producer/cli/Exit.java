package vn.tonghop.producer.cli;

/** Exit codes of all commands. */
final class Exit {

  static final int DONE = 0;

  /** What was asked could not be done: a report was rejected. */
  static final int FAILED = 1;

  /** The command line, a setting or a file named there is wrong. */
  static final int USAGE = 2;

  /** Broker or registry out of reach. */
  static final int UNREACHABLE = 3;

  private Exit() {}
}
