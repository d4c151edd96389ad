package vn.tonghop.monitor.business;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What the office asks of a running system, as one look has found it.
 *
 * @param lastReports append time of the last record of each unit that has sent one
 * @param deadlines the next of each programme
 * @param rejects dead letters by unit and code, since the topic's beginning
 * @param inARow by unit, how many of its latest receipts are rejections
 */
public record Business(
    SortedMap<String, Instant> lastReports,
    List<Deadline> deadlines,
    List<Rejects.Count> rejects,
    SortedMap<String, Integer> inARow) {

  public Business {
    deadlines = List.copyOf(deadlines);
    rejects = List.copyOf(rejects);
  }
}
