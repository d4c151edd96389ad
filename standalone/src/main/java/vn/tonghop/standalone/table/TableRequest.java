package vn.tonghop.standalone.table;

import java.util.Optional;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.TableView;

/** One table that was asked for. */
public record TableRequest(Period period, String programme) {

  /**
   * Reads the words of a command line.
   *
   * @throws IllegalArgumentException if the period is malformed or no table is made for it
   */
  public static TableRequest of(Regime regime, String period, String programme) {
    Period parsed =
        Period.parse(regime, period)
            .filter(Period::isTarget)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\""
                            + period
                            + "\": tables are made for quarters, halves and years, such as"
                            + " 2024-Q1, 2024-S1, 2024-A1"));
    return new TableRequest(parsed, programme);
  }

  /**
   * The table as reported. A known programme has one for every target in its years, empty at first.
   *
   * @return empty if the programme is unknown or does not run in the period's year
   */
  public Optional<TableView> view(CommittedTables tables, ReferenceData reference) {
    return reference
        .programme(programme)
        .filter(known -> known.runsIn(period.year()))
        .map(known -> view(tables, known, reference));
  }

  private TableView view(CommittedTables tables, Programme known, ReferenceData reference) {
    return TableView.asReported(tables.table(programme, period), known, period, reference);
  }
}
