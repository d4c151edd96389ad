package vn.tonghop.standalone.process;

import org.jspecify.annotations.Nullable;

/** A part could not be started; the message is for the person who started it. */
public class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartException(String message) {
    super(message);
  }

  public StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
