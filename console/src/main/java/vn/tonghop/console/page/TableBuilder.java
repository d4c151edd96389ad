package vn.tonghop.console.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.drill.Figure;
import vn.tonghop.console.drill.Owner;
import vn.tonghop.console.page.TableModel.Cell;
import vn.tonghop.console.page.TableModel.Row;
import vn.tonghop.console.page.TableModel.Section;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.IndicatorText;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Mark;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.format.Rank;
import vn.tonghop.domain.format.Regions;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TableWords;
import vn.tonghop.domain.format.TextRow;
import vn.tonghop.domain.format.TextRows;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** Puts one table into words and figures for its page. */
final class TableBuilder {

  private final TableView table;
  private final TableView asReported;
  private final TableKey key;
  private final Language language;
  private final ReferenceData reference;
  private final Visitor visitor;
  private final Names names;
  private final TextRows rows;
  private final Figures figures;
  private final PeriodText words;
  private final TableWords sentences;
  private final List<Column> columns;
  private final Set<Mark> used = EnumSet.noneOf(Mark.class);

  /**
   * @param asReported the same table under the units of its period
   * @param visitor says whose rows may be shown
   */
  TableBuilder(
      TableView table,
      TableView asReported,
      Language language,
      ReferenceData reference,
      Visitor visitor) {
    this.table = table;
    this.asReported = asReported;
    this.key = new TableKey(table.programme().code(), table.period());
    this.language = language;
    this.reference = reference;
    this.visitor = visitor;
    this.names = new Names(language, reference, table);
    this.rows = new TextRows(table, language, names, reference);
    this.figures = new Figures(language);
    this.words = new PeriodText(language);
    this.sentences = new TableWords(table, language);
    this.columns = Column.all(language);
  }

  /**
   * The whole page.
   *
   * @param version names the record that the table is from
   * @param live where changes are told; null for a table that does not change
   * @param now when the page is made
   */
  TableModel build(String version, @Nullable String live, PickerModel picker, Instant now) {
    LocalDate today = now.atOffset(Regime.ZONE).toLocalDate();
    List<Section> sections = List.of(byUnit(), byAuthority(), byField());
    List<TableModel.IndicatorRow> indicators =
        table.indicators().stream().map(this::indicator).toList();
    return new TableModel(
        version,
        live,
        heading(),
        picker,
        CoverageModel.of(table, language, names, today, this::isSeen),
        columns,
        sections,
        indicators,
        notes(),
        moved(),
        elsewhere(),
        downloads(),
        figures.time(now));
  }

  private TableModel.Heading heading() {
    Programme programme = table.programme();
    LocalDate restated = table.restatedTo();
    return new TableModel.Heading(
        sentences.title(),
        programme.code(),
        words.name(table.period()) + " (" + table.period().label() + ")",
        words.dates(table.period()),
        sentences.asAt().orElse(""),
        sentences.due(),
        restated == null
            ? ""
            : language
                .pick(
                    "Trình bày lại theo các đơn vị ngày %s: số liệu của đơn vị cũ cộng vào đơn vị"
                        + " kế thừa, tổng số toàn quốc không đổi.",
                    "Restated to the units of %s: figures of former units are added to their"
                        + " successors, the national total is the same.")
                .formatted(figures.date(restated)),
        sentences.done().orElse(""),
        carried());
  }

  /** What share of the total is older than the period; one carried unit marks all its row. */
  private String carried() {
    long carried =
        asReported.byUnit().stream()
            .filter(UnitView::carried)
            .mapToLong(unit -> unit.measures().assigned())
            .reduce(0, Math::addExact);
    return carried == 0
        ? ""
        : language
            .pick(
                "Trong tổng số có %s nhiệm vụ (%s) lấy theo báo cáo kỳ trước",
                "Of the total, %s tasks (%s) are as last reported, for an earlier period")
            .formatted(figures.count(carried), figures.share(carried, table.total().assigned()));
  }

  private Section byUnit() {
    List<Row> all = new ArrayList<>();
    all.add(total("total"));
    Regions regions = new Regions(language, reference, table);
    String central = regions.name(Regions.CENTRAL);
    int place = 0;
    for (TextRow region : rows.by(TableDimension.REGION)) {
      place++;
      if (visitor.seesAll()) {
        all.add(
            sum(
                "region-" + place,
                "region",
                region,
                Owner.region(region.name().equals(central) ? Regions.CENTRAL : region.name())));
      }
      table.byUnit().stream()
          .filter(unit -> regions.name(Regions.of(unit.region())).equals(region.name()))
          .filter(visitor::sees)
          .sorted(Comparator.comparing((UnitView unit) -> names.of(unit), Names.order()))
          .map(this::unit)
          .forEach(all::add);
    }
    return new Section(
        "by-unit",
        language.pick("Theo đơn vị", "By unit"),
        language.pick("Đơn vị", "Unit"),
        true,
        all);
  }

  private Section byAuthority() {
    return new Section(
        "by-authority",
        language.pick("Theo cấp giao", "By assigning authority"),
        language.pick("Cấp giao", "Assigned by"),
        false,
        ranked(
            "authority",
            TableDimension.ASSIGNED_BY,
            table.byAssignedBy(),
            reference.authorityCodes(),
            names::authority));
  }

  private Section byField() {
    return new Section(
        "by-field",
        language.pick("Theo lĩnh vực", "By field of work"),
        language.pick("Lĩnh vực", "Field of work"),
        false,
        ranked(
            "field", TableDimension.FIELD, table.byField(), reference.fieldCodes(), names::field));
  }

  private List<Row> ranked(
      String id,
      TableDimension by,
      List<CodeMeasures> sums,
      List<String> catalogue,
      Function<String, String> name) {
    Stream<Row> ranked =
        sums.stream()
            .sorted(Comparator.comparing(each -> Rank.of(each.code(), catalogue)))
            .map(
                each ->
                    sum(
                        id + "-" + each.code(),
                        "code",
                        new TextRow(
                            name.apply(each.code()),
                            Set.of(),
                            each.measures(),
                            rows.total().coverage(),
                            null),
                        new Owner(by, each.code())));
    return Stream.concat(Stream.of(total(id + "-total")), ranked).toList();
  }

  private Row total(String id) {
    return sum(id, "total", rows.total(), Owner.TOTAL);
  }

  private Row sum(String id, String kind, TextRow row, Owner owner) {
    return new Row(
        id,
        kind,
        row.name(),
        "",
        "",
        cells(id, row.measures(), owner),
        row.coverage(),
        null,
        "",
        "");
  }

  private Row unit(UnitView unit) {
    TextRow row = rows.unit(unit);
    String id = "unit-" + unit.body();
    @Nullable ClosingReport report = unit.report();
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    marks.addAll(row.marks());
    if (report != null && report.revision() > 1) {
      marks.add(Mark.CORRECTED);
    }
    used.addAll(marks);
    return new Row(
        id,
        "unit",
        row.name(),
        signs(marks),
        marks.stream().map(mark -> mark.meaning(language)).collect(Collectors.joining(", ")),
        cells(id, row.measures(), Owner.unit(unit.body())),
        row.coverage(),
        report == null ? null : Addresses.report(report.source()).orElse(null),
        report == null ? "" : figures.date(report.asOf()),
        report == null ? "" : figures.count(report.revision()));
  }

  private List<Cell> cells(String row, Measures measures, Owner owner) {
    return columns.stream()
        .map(
            column ->
                new Cell(
                    row + "-" + column.id(),
                    column.text(measures, figures),
                    column.raw(measures),
                    new Figure(key, owner, column.measure(), table.restatedTo()).path(),
                    column.alarming() && !column.raw(measures).equals("0")))
        .toList();
  }

  private TableModel.IndicatorRow indicator(IndicatorView indicator) {
    String code = indicator.figure().code();
    String measure =
        reference
            .indicator(code)
            .map(each -> " " + language.pick(each.measureVi(), each.measureEn()))
            .orElse("");
    Set<Mark> marks = IndicatorText.marks(indicator.figure());
    used.addAll(marks);
    Indicator.@Nullable Baseline baseline = indicator.baseline();
    @Nullable BigDecimal change = indicator.change();
    @Nullable BigDecimal percent = indicator.changePercent();
    return new TableModel.IndicatorRow(
        "indicator-" + code,
        language.pick(indicator.name(), indicator.nameEn()),
        figures.value(indicator.figure().value()) + measure,
        signs(marks),
        IndicatorText.units(table, indicator)
            .map(units -> figures.count(units) + "/" + figures.count(table.coverage().expected()))
            .orElse(""),
        baseline == null
            ? ""
            : figures.value(baseline.value()) + " (" + figures.date(baseline.date()) + ")",
        change == null ? Figures.NONE : figures.change(change),
        percent == null ? Figures.NONE : figures.percentChange(percent));
  }

  /** The marks in use, and what the rates are rates of. */
  private List<String> notes() {
    Stream<String> marks = used.stream().map(mark -> mark.sign() + " " + mark.meaning(language));
    return Stream.concat(marks, sentences.rates().stream()).toList();
  }

  private TableModel.Moved moved() {
    MovedBy last = table.movedBy();
    if (last == null || visitor.sees(last.unit())) {
      return new TableModel.Moved(
          sentences.movedBy(names),
          last == null ? null : Addresses.report(last.source()).orElse(null));
    }
    return new TableModel.Moved(
        language
            .pick("Thay đổi gần nhất lúc %s", "Last moved %s")
            .formatted(figures.time(last.at())),
        null);
  }

  private List<TableModel.Elsewhere> elsewhere() {
    LocalDate restated = table.restatedTo();
    return List.of(
        new TableModel.Elsewhere(
            language.pick("Biểu đồ, bản đồ", "Pictures"), Addresses.pictures(key, restated)),
        new TableModel.Elsewhere(
            language.pick("Theo đơn vị hiện nay", "Under today's units"),
            Addresses.restated(key, restated)),
        new TableModel.Elsewhere(
            language.pick("Các kỳ trong năm", "Periods of the year"), Addresses.series(key)));
  }

  /** The table as files, which have all units. */
  private List<TableModel.Elsewhere> downloads() {
    return visitor.seesAll()
        ? Stream.of("xlsx", "pdf", "csv", "json")
            .map(
                form ->
                    new TableModel.Elsewhere(
                        form.toUpperCase(Locale.ROOT),
                        Addresses.download(key, form, language, table.restatedTo())))
            .toList()
        : List.of();
  }

  private boolean isSeen(String body) {
    return visitor.seesAll()
        || Stream.concat(
                table.byUnit().stream()
                    .filter(unit -> unit.body().equals(body))
                    .map(UnitView::code),
                table.coverage().missing().stream()
                    .filter(unit -> unit.body().equals(body))
                    .map(unit -> unit.code()))
            .anyMatch(visitor::sees);
  }

  private static String signs(Set<Mark> marks) {
    return marks.stream().map(Mark::sign).collect(Collectors.joining());
  }
}
