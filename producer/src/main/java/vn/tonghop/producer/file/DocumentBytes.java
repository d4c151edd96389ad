package vn.tonghop.producer.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Message;

/** The bytes of one document, or only their number where there are too many. */
final class DocumentBytes {

  /** Bytes of a document, at most (roll-up.md §2). */
  static final int MAX = 512 * 1024;

  private final byte[] kept;
  private final long length;

  /**
   * @param kept all of them, or at least {@link #MAX} + 1
   * @param length how many there are in the file
   */
  DocumentBytes(byte[] kept, long length) {
    this.kept = kept;
    this.length = length;
  }

  /**
   * The text.
   *
   * @throws DefectException if there are too many bytes, or they are not UTF-8
   */
  String text() throws DefectException {
    if (length > MAX) {
      throw new DefectException(Message.TOO_LARGE.at(Finding.DOCUMENT, length, MAX));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept)).toString();
    } catch (CharacterCodingException e) {
      throw new DefectException(Defect.NOT_UTF_8.at(Finding.DOCUMENT));
    }
  }

  /** Whether there is nothing but JSON's white space. */
  boolean isBlank() {
    for (byte b : kept) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return length == kept.length;
  }
}
