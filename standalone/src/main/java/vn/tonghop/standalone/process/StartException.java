package vn.tonghop.standalone.process;

import org.jspecify.annotations.Nullable;

/** A part could not be started; the message is for the person who started it. */
public class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public StartException(String reason) {
    this(reason, null);
  }

  public StartException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
