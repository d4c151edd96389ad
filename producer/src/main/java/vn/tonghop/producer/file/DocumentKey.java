package vn.tonghop.producer.file;

import org.jspecify.annotations.Nullable;

/** What can be read of a document that is no report: enough to answer it by name. */
public record DocumentKey(
    @Nullable String unit,
    @Nullable String programme,
    @Nullable String period,
    @Nullable Integer revision) {

  /** Of a document of which nothing can be read. */
  public static final DocumentKey UNKNOWN = new DocumentKey(null, null, null, null);
}
