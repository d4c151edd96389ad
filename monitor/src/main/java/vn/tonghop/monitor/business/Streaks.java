package vn.tonghop.monitor.business;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.schemas.topic.Topics;

/**
 * How many of a unit's latest receipts are rejections without another outcome between: one bad
 * report is a slip, ten are a sender that is broken.
 */
final class Streaks {

  private final TreeMap<String, Integer> byUnit = new TreeMap<>();

  /** Takes the next receipt of a receipts topic. */
  void take(String receiptsTopic, String outcome) {
    boolean rejected = outcome.equals(Outcome.REJECTED.name());
    byUnit.merge(
        receiptsTopic.substring(Topics.RECEIPTS_PREFIX.length()),
        rejected ? 1 : 0,
        (before, one) -> rejected ? before + 1 : 0);
  }

  /** By unit, as far as it has receipts. */
  SortedMap<String, Integer> byUnit() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(byUnit));
  }
}
