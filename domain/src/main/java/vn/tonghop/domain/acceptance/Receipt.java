package vn.tonghop.domain.acceptance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one answer to one record.
 *
 * @param unit as the document says, cut at 200 characters; null where unreadable, as are the next
 *     three
 * @param onTime of its key after this record; of a test, its own; null with REJECTED and where only
 *     withdrawals have come
 * @param countsNow the revision that counts after this record; null if none
 * @param source null if it was never sent
 * @param digest null with E01
 */
public record Receipt(
    @Nullable String unit,
    @Nullable String programme,
    @Nullable String period,
    @Nullable Integer revision,
    Outcome outcome,
    FindingList errors,
    FindingList warnings,
    @Nullable Boolean onTime,
    @Nullable Integer countsNow,
    @Nullable SourceRecord source,
    @Nullable String digest,
    long referenceVersion,
    Instant decidedAt) {

  /**
   * The answer to a rejected record of which it is not known what counts instead.
   *
   * @param source null if it was never sent
   * @param digest null with E01
   */
  public static Receipt rejected(
      @Nullable String unit,
      @Nullable String programme,
      @Nullable String period,
      @Nullable Integer revision,
      FindingList errors,
      FindingList warnings,
      @Nullable SourceRecord source,
      @Nullable String digest,
      long referenceVersion,
      Instant decidedAt) {
    return new Receipt(
        unit,
        programme,
        period,
        revision,
        Outcome.REJECTED,
        errors,
        warnings,
        null,
        null,
        source,
        digest,
        referenceVersion,
        decidedAt);
  }
}
