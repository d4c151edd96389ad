package vn.tonghop.producer.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file whose ending names no format that reports come in. */
public final class UnknownEndingException extends IOException {

  private static final long serialVersionUID = 1L;

  UnknownEndingException(Path file) {
    super(file + ": a report file ends in one of " + ReportFormat.allEndings());
  }

  /** The endings that are accepted, parted by commas. */
  public static String accepted() {
    return ReportFormat.allEndings();
  }
}
