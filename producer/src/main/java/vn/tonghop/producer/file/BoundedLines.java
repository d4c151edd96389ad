package vn.tonghop.producer.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a file as bytes: of a line without end it keeps only what tells that it is too long. */
final class BoundedLines implements Closeable {

  private static final int BUFFER = 64 * 1024;
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};
  private static final int NO_TERMINATOR = -2;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean begun;
  private boolean ended;

  BoundedLines(InputStream in) {
    this.in = in;
  }

  /** The next line without its line end (LF or CR LF), or null after the last. */
  @Nullable DocumentBytes nextLine() throws IOException {
    return next('\n');
  }

  /** All that is left. */
  DocumentBytes rest() throws IOException {
    DocumentBytes rest = next(NO_TERMINATOR);
    return rest == null ? new DocumentBytes(new byte[0], 0) : rest;
  }

  private @Nullable DocumentBytes next(int terminator) throws IOException {
    if (!begun) {
      begun = true;
      skipByteOrderMark();
    }
    if (ended) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    int last = -1;
    while (true) {
      int next = read();
      if (next == -1) {
        ended = true;
        if (length == 0) {
          return null;
        }
        break;
      }
      if (next == terminator) {
        break;
      }
      last = next;
      length++;
      // One byte more than fits, for a carriage return that is no part of the document.
      if (length <= DocumentBytes.MAX + 1) {
        line.write(next);
      }
    }
    byte[] kept = line.toByteArray();
    if (terminator == '\n' && last == '\r') {
      length--;
      kept = length < kept.length ? Arrays.copyOf(kept, (int) length) : kept;
    }
    return new DocumentBytes(kept, length);
  }

  private void skipByteOrderMark() throws IOException {
    fill();
    while (limit > 0 && limit < BYTE_ORDER_MARK.length) {
      int more = in.read(buffer, limit, buffer.length - limit);
      if (more <= 0) {
        break;
      }
      limit += more;
    }
    if (limit < BYTE_ORDER_MARK.length) {
      return;
    }
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if ((buffer[i] & 0xFF) != BYTE_ORDER_MARK[i]) {
        return;
      }
    }
    position = BYTE_ORDER_MARK.length;
  }

  private int read() throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    return buffer[position++] & 0xFF;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
