package vn.tonghop.bench.peer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.schemas.topic.Topics;

/**
 * A standing in few bytes: what its key says is left out, and codes of authorities and fields stand
 * once.
 *
 * @param regime of all periods
 */
record StandingBytes(Regime regime) {

  byte[] of(UnitStanding standing) {
    Packed out = Packed.writing();
    out.text(standing.unit());
    LocalDate end = standing.bodyTo();
    out.number(end == null ? 0 : end.toEpochDay());
    out.list(standing.successors(), out::text);
    ClosingReport closing = standing.closing();
    out.text(closing.period().label());
    out.number(closing.revision());
    out.number(closing.asOf().toEpochDay());
    out.number(closing.source().partition());
    out.number(closing.source().offset());
    out.flag(standing.carried());
    out.flag(standing.nil());
    out.flag(standing.late());
    cells(out, standing.cells());
    out.list(standing.indicators(), each -> indicator(out, each));
    return out.toBytes();
  }

  /** What {@link #of} wrote of a body's standing in a table. */
  UnitStanding standing(String programme, Period target, String body, byte[] bytes) {
    Packed in = Packed.reading(bytes);
    String unit = in.text();
    long end = in.number();
    @Nullable LocalDate bodyTo = end == 0 ? null : LocalDate.ofEpochDay(end);
    List<String> successors = in.list(in::text);
    return new UnitStanding(
        programme,
        target,
        unit,
        body,
        bodyTo,
        successors,
        closing(in, unit),
        in.flag(),
        in.flag(),
        in.flag(),
        cells(in),
        in.list(() -> indicator(in)));
  }

  private ClosingReport closing(Packed in, String unit) {
    return new ClosingReport(
        Period.parse(regime, in.text()).orElseThrow(),
        (int) in.number(),
        LocalDate.ofEpochDay(in.number()),
        new SourceRecord(Topics.reportsOf(unit), (int) in.number(), in.number()));
  }

  private static void cells(Packed out, List<StandingCell> cells) {
    List<String> codes = new ArrayList<>();
    for (StandingCell cell : cells) {
      place(codes, cell.assignedBy());
      place(codes, cell.field());
    }
    out.list(codes, out::text);
    out.list(
        cells,
        cell -> {
          out.number(place(codes, cell.assignedBy()));
          out.number(place(codes, cell.field()));
          out.measures(cell.measures());
        });
  }

  private static List<StandingCell> cells(Packed in) {
    List<String> codes = in.list(in::text);
    return in.list(
        () ->
            new StandingCell(
                codes.get((int) in.number()), codes.get((int) in.number()), in.measures()));
  }

  /** Of a few codes, to which it is added if it is not there. */
  private static int place(List<String> codes, String code) {
    int place = codes.indexOf(code);
    if (place < 0) {
      codes.add(code);
    }
    return place < 0 ? codes.size() - 1 : place;
  }

  private static void indicator(Packed out, IndicatorFigure figure) {
    out.text(figure.code());
    out.flag(figure.kind() == IndicatorKind.FLOW);
    out.signed(figure.value().setScale(IndicatorValue.SCALE).unscaledValue().longValueExact());
    out.flag(figure.partial());
    out.flag(figure.carried());
  }

  private static IndicatorFigure indicator(Packed in) {
    return new IndicatorFigure(
        in.text(),
        in.flag() ? IndicatorKind.FLOW : IndicatorKind.STOCK,
        BigDecimal.valueOf(in.signed(), IndicatorValue.SCALE),
        in.flag(),
        in.flag());
  }
}
