package vn.tonghop.producer.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The documents of one open file, one after the other, in bounded memory. */
interface ReportSource extends Closeable {

  /**
   * The next document, or null after the last.
   *
   * @throws IOException if the file cannot be read; a malformed document is no exception
   */
  @Nullable FileReport next() throws IOException;
}
