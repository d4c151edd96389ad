package vn.tonghop.domain.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.Coverage;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** A table as one line of JSON (commands.md, "JSON of a table"). */
public final class TableJson {

  private TableJson() {}

  /** The line, without its end. */
  public static String write(TableView table) {
    return Json.object(json -> write(json, table));
  }

  private static void write(Json json, TableView table) throws IOException {
    json.text("programme", table.programme().code());
    json.text("period", table.period().label());
    json.text("regime", table.period().regime().id());
    json.text("from", table.period().firstDay());
    json.text("to", table.period().lastDay());
    json.text("dueAt", instant(table.period().dueAt()));
    json.object("total", total -> measures(total, table.total()));
    codes(json, "byAssignedBy", table.byAssignedBy());
    codes(json, "byField", table.byField());
    json.objects("byUnit", table.byUnit(), unit -> unit(json, unit));
    json.objects(
        "byRegion",
        table.byRegion(),
        region -> {
          json.text("name", region.name());
          measures(json, region.measures());
        });
    json.object("coverage", coverage -> coverage(coverage, table.coverage()));
    json.objects("indicators", table.indicators(), indicator -> indicator(json, indicator));
    MovedBy movedBy = table.movedBy();
    if (movedBy == null) {
      json.nothing("movedBy");
    } else {
      json.object("movedBy", mover -> movedBy(mover, movedBy));
    }
  }

  private static void codes(Json json, String name, List<CodeMeasures> rows) throws IOException {
    json.objects(
        name,
        rows,
        row -> {
          json.text("code", row.code());
          measures(json, row.measures());
        });
  }

  private static void unit(Json json, UnitView unit) throws IOException {
    json.text("code", unit.code());
    json.text("body", unit.body());
    json.text("name", unit.name());
    json.flag("carried", unit.carried());
    json.flag("nil", unit.nil());
    json.flag("late", unit.late());
    ClosingReport report = unit.report();
    if (report == null) {
      json.nothing("report");
    } else {
      json.object("report", closing -> report(closing, report));
    }
    json.objects("indicators", unit.indicators(), figure -> figure(json, figure));
    measures(json, unit.measures());
  }

  private static void report(Json json, ClosingReport report) throws IOException {
    json.text("period", report.period().label());
    json.integer("revision", report.revision());
    json.text("asOf", report.asOf());
    json.source(report.source());
  }

  private static void coverage(Json json, Coverage coverage) throws IOException {
    json.integer("expected", coverage.expected());
    json.integer("reported", coverage.reported());
    json.texts("carried", coverage.carried());
    json.texts("nil", coverage.nil());
    json.texts("late", coverage.late());
    json.texts("missing", coverage.missing().stream().map(ReportingUnit::body).toList());
    json.texts("succeeded", coverage.succeeded());
  }

  private static void figure(Json json, IndicatorFigure figure) throws IOException {
    json.text("code", figure.code());
    json.text("value", plain(figure.value()));
    json.flag("partial", figure.partial());
    json.flag("carried", figure.carried());
  }

  private static void indicator(Json json, IndicatorView indicator) throws IOException {
    figure(json, indicator.figure());
    Indicator.Baseline baseline = indicator.baseline();
    if (baseline == null) {
      json.nothing("baseline");
    } else {
      json.object(
          "baseline",
          with -> {
            with.text("value", plain(baseline.value()));
            with.text("date", baseline.date());
          });
    }
    json.text("change", indicator.change() == null ? null : plain(indicator.change()));
    BigDecimal percent = indicator.changePercent();
    json.text("changePercent", percent == null ? null : percent.toPlainString());
  }

  private static void movedBy(Json json, MovedBy movedBy) throws IOException {
    json.text("unit", movedBy.unit());
    json.text("period", movedBy.period());
    json.integer("revision", movedBy.revision());
    json.source(movedBy.source());
    json.text("at", movedBy.at());
  }

  private static void measures(Json json, Measures measures) throws IOException {
    json.number("assigned", measures.assigned());
    json.number("completedOnTime", measures.completedOnTime());
    json.number("completedLate", measures.completedLate());
    json.number("openOnTrack", measures.openOnTrack());
    json.number("openOverdue", measures.openOverdue());
    json.number("completedInPeriod", measures.completedInPeriod());
    json.number("percentSum", measures.percentSum());
    json.decimal("rateDue", measures.rateDue());
    json.decimal("rateAll", measures.rateAll());
    json.decimal("rateVolume", measures.rateVolume());
  }

  /** Plain notation without trailing zeros. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String instant(OffsetDateTime time) {
    return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
  }
}
