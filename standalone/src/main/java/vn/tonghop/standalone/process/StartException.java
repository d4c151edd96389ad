package vn.tonghop.standalone.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;

/** A part could not be started, or went down; the message is for the person who started it. */
public class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient @Nullable Text text;

  public StartException(String reason) {
    this(reason, null);
  }

  public StartException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.text = null;
  }

  /** With what is wrong, where, and what to do about it, in both languages. */
  public StartException(Text text, @Nullable Throwable cause) {
    super(text.en(), cause);
    this.reason = text.en();
    this.text = text;
  }

  public StartException(Text text) {
    this(text, null);
  }

  @Override
  public String getMessage() {
    return reason;
  }

  /** The message in both languages; empty for what only the authors can mend. */
  public Optional<Text> text() {
    return Optional.ofNullable(text);
  }
}
