package vn.tonghop.domain.format;

import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.TableView;

/** Tables by the domain's own roll-up in memory, which is open to its package alone. */
public final class SampleTables {

  public static final ReferenceData REFERENCE = ReferenceData.bundled();

  private SampleTables() {}

  /** A table of the samples of one folder. */
  public static TableView of(String folder, String programme, String period) {
    return new RollUp(REFERENCE, Regime.DECREE_09_2019)
        .receive(SampleReports.read(folder))
        .table(programme, period);
  }
}
