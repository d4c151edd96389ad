package vn.tonghop.domain.format;

import java.time.LocalDate;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;

/** Tables by the domain's own roll-up in memory, which is open to its package alone. */
public final class SampleViews {

  public static final ReferenceData REFERENCE = ReferenceData.bundled();

  /** Eight days after reports of {@link #many} were due. */
  public static final LocalDate MADE_ON = LocalDate.of(2024, 4, 2);

  private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

  private SampleViews() {}

  /** A table of the samples of one folder. */
  public static TableView sample(String folder, String programme, String period) {
    return new RollUp(REFERENCE, Regime.DECREE_09_2019)
        .receive(SampleReports.read(folder))
        .table(programme, period);
  }

  /** The first quarter of 2024 from 57 of 63 provinces, nil, late and carried ones among them. */
  public static TableView many() {
    return manyOf("CTCT-2024", "2024-Q1");
  }

  /** The same under today's 34. */
  public static TableView restated() {
    return Restatement.to(MERGED, many(), REFERENCE);
  }

  /** The year in which Đồng Nai takes Bình Phước over. */
  public static TableView succeeded() {
    return manyOf("CTCT-2025", "2025-A1");
  }

  private static TableView manyOf(String programme, String period) {
    return new RollUp(REFERENCE, Regime.DECREE_09_2019)
        .receive(ManyUnits.reports(REFERENCE))
        .table(programme, period);
  }
}
