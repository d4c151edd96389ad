package vn.tonghop.console.view;

import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.report.ProgressReport;

/**
 * A report's record, which anyone may have written.
 *
 * @param report null where the bytes are no report that fits its contract
 * @param digest SHA-256 of its canonical content in lower-case hexadecimal; null where report is
 */
public record Report(@Nullable ProgressReport report, @Nullable String digest) {}
