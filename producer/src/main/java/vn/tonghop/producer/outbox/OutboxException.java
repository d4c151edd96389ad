package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;

/** An outbox that cannot be used as asked, and what to do about it. */
public final class OutboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text text;

  OutboxException(Text text, @Nullable Throwable cause) {
    super(text.en(), cause);
    this.text = text;
  }

  OutboxException(Text text) {
    this(text, null);
  }

  /** The disk refused; a full one is said by that name. */
  static OutboxException of(Path place, IOException failure) {
    String said = String.valueOf(failure.getMessage());
    if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) {
      return new OutboxException(
          new Text(
              "%s: ổ đĩa đã đầy; hãy giải phóng chỗ trống rồi làm lại. Những gì đã nhận vào hàng đợi vẫn còn nguyên"
                  .formatted(place),
              "%s: the disk is full; free some space and do it again. What was queued before is still there"
                  .formatted(place)),
          failure);
    }
    return new OutboxException(
        new Text(
            "%s: không đọc hoặc ghi được (%s)".formatted(place, failure),
            "%s: cannot be read or written (%s)".formatted(place, failure)),
        failure);
  }

  /** What to tell people. */
  public Text text() {
    return text;
  }
}
