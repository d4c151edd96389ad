package vn.tonghop.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.oracle.Answers;
import vn.tonghop.domain.oracle.Histories;
import vn.tonghop.domain.oracle.Histories.History;
import vn.tonghop.domain.oracle.Histories.Shape;
import vn.tonghop.domain.oracle.Oracle;
import vn.tonghop.domain.oracle.OracleTable;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;

/** A peer that is wrong would be no peer: its tables are held against the oracle's. */
class PeerOracleTest {

  private static final ReferenceRows ROWS = Histories.rows();
  private static final ReferenceData REFERENCE = ReferenceData.of(ROWS);
  private static final int HISTORIES = 60;

  private int compared;
  private int versions;

  @Test
  void thePeersTablesAreTheOraclesWhereverNoUnitHasGivenWayToAnother() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      agree(Histories.of(seed, Shape.mixed(40)));
    }
    assertTrue(compared > 10 * HISTORIES, compared + " tables compared");
    assertTrue(versions > compared, versions + " versions seen");
  }

  private void agree(History history) {
    try (PeerRun peer = new PeerRun(history.regime(), REFERENCE)) {
      history.arrivals().forEach(peer::arrive);
      Oracle oracle = new Oracle(history.regime(), ROWS, history.arrivals());
      for (String programme : history.programmes()) {
        for (String target : Answers.targets()) {
          @Nullable OracleTable expected = oracle.table(programme, target).orElse(null);
          if (expected == null || expected.succeeded().isEmpty()) {
            compared += expected == null ? 0 : 1;
            assertEquals(
                expected == null ? null : said(expected),
                said(peer.tables().get(programme + "|" + target)),
                () -> "seed " + history.seed() + ", " + programme + ", " + target);
          }
        }
      }
      versions += peer.seen();
    }
  }

  /** What both have: rows by body, then sums. */
  private record Said(
      Map<String, String> rows,
      OracleTable.Sums total,
      SortedMap<String, OracleTable.Sums> byAssignedBy,
      SortedMap<String, OracleTable.Sums> byField) {}

  private static Said said(OracleTable table) {
    return new Said(
        table.rows().stream()
            .collect(
                Collectors.toMap(
                    OracleTable.Row::body,
                    row ->
                        "%s %s %d carried=%s nil=%s %s"
                            .formatted(
                                row.code(),
                                row.period(),
                                row.revision(),
                                row.carried(),
                                row.nil(),
                                row.sums()))),
        table.total(),
        table.byAssignedBy(),
        table.byField());
  }

  private static @Nullable Said said(@Nullable PeerTable table) {
    return table == null
        ? null
        : new Said(
            table.byUnit().stream()
                .collect(
                    Collectors.toMap(
                        PeerRow::body,
                        row ->
                            "%s %s %d carried=%s nil=%s %s"
                                .formatted(
                                    row.code(),
                                    row.period(),
                                    row.revision(),
                                    row.carried(),
                                    row.nil(),
                                    sums(row.measures())))),
            sums(table.total()),
            sums(table.byAssignedBy().sums()),
            sums(table.byField().sums()));
  }

  private static SortedMap<String, OracleTable.Sums> sums(List<CodeMeasures> rows) {
    SortedMap<String, OracleTable.Sums> sums = new TreeMap<>();
    rows.forEach(row -> sums.put(row.code(), sums(row.measures())));
    return sums;
  }

  private static OracleTable.Sums sums(Measures m) {
    return new OracleTable.Sums(
        m.assigned(),
        m.completedOnTime(),
        m.completedLate(),
        m.openOnTrack(),
        m.openOverdue(),
        m.completedInPeriod(),
        m.percentSum());
  }
}
