package vn.tonghop.producer;

/** A report that did not reach its topic, and whose fault that is. */
public final class PublishException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a report did not arrive. */
  public enum Reason {
    /** The unit has no topic: nobody knows it, or it was never set up. */
    NO_SUCH_TOPIC,
    /** The document is above 512 KiB, or client, broker or topic do not take a record so large. */
    TOO_LARGE,
    /** Broker or registry is out of reach or too slow: send it again later. */
    UNREACHABLE,
    /** The broker speaks TLS, and the settings do not: no client was opened. */
    SPEAKS_TLS,
    /** What was sent before has no receipt yet, without which the next revision is not known. */
    UNANSWERED,
    /** The broker knows who this is, and has not given it the right; or does not know it. */
    NOT_ALLOWED,
    /** Broker or registry was reached and said no, or the record cannot be written. */
    REFUSED
  }

  private final Reason reason;

  public PublishException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public PublishException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether nothing else could be done either: all that is asked of broker or registry fails. */
  public boolean isOutOfReach() {
    return reason == Reason.UNREACHABLE || reason == Reason.SPEAKS_TLS;
  }
}
