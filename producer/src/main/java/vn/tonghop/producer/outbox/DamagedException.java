package vn.tonghop.producer.outbox;

/** What stands on disk is not what was written there. */
final class DamagedException extends Exception {

  private static final long serialVersionUID = 1L;

  DamagedException(String what) {
    super(what);
  }
}
