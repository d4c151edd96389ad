package vn.tonghop.domain.format;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk asks about a receipt and the receipt itself does not say.
 *
 * @param place of the document in the file that was sent; null if it is not known
 * @param earlier the report of the same unit, programme and period that was accepted last before;
 *     null if none was
 * @param punctuality null where nothing is on time or late, or it cannot be told by how much
 */
public record ReceiptContext(
    @Nullable String place, @Nullable Earlier earlier, @Nullable Punctuality punctuality) {

  /**
   * An accepted report that was there before.
   *
   * @param counted false of a withdrawal
   */
  public record Earlier(int revision, boolean counted, LocalDate receivedOn) {}

  /**
   * How far from its deadline the first report came.
   *
   * @param dueOn the last day on which it was on time
   */
  public record Punctuality(LocalDate dueOn, LocalDate receivedOn) {}
}
