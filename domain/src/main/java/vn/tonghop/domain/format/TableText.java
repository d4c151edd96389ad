package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** A national table as text for a terminal; no line is wider than its style asks. */
public final class TableText {

  private static final int INDENT = 2;

  private final TableView table;
  private final TextStyle style;
  private final ReferenceData reference;
  private final Names names;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private TableText(TableView table, TextStyle style, ReferenceData reference) {
    this.table = table;
    this.style = style;
    this.reference = reference;
    this.names = new Names(style.language(), reference, table);
    this.ink = new Ink(style.colours());
  }

  /**
   * The whole text, ending with a line end.
   *
   * @param reference for the names of authorities and fields and the measures of indicators
   */
  public static String write(TableView table, TextStyle style, ReferenceData reference) {
    return new TableText(table, style, reference).write();
  }

  private String write() {
    title();
    restated();
    lines.add("");
    CoverageText coverage =
        new CoverageText(
            table.coverage(), style, names, new Regions(style.language(), reference, table));
    done().map(this::wrap).ifPresent(this::bold);
    bold(wrap(coverage.headline()));
    lines.add("");
    TextRows rows = new TextRows(table, style.language(), names, reference);
    List<TextRow> shown = rows.by(style.by());
    lines.addAll(new TextGrid(style, nameTitle()).lines(rows.total(), shown));
    section(new IndicatorText(style, reference).lines(table));
    section(coverage.names());
    lines.add("");
    legend(shown);
    rates();
    movedBy();
    return lines.stream()
        .map(line -> line.replace('\u00a0', ' ').stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private void title() {
    Language language = style.language();
    Programme programme = table.programme();
    Period period = table.period();
    PeriodText words = new PeriodText(language);
    String title = language.pick(programme.titleVi(), programme.titleEn());
    bold(wrap(title.toUpperCase(Locale.ROOT) + " (" + programme.code() + ")"));
    lines.addAll(wrap(words.name(period) + " (" + period.label() + "): " + words.dates(period)));
    words.asAt(asOf()).map(this::wrap).ifPresent(lines::addAll);
    lines.addAll(wrap(words.due(period)));
  }

  /** None where a row adds several reports up: its dates are not known. */
  private List<LocalDate> asOf() {
    return table.byUnit().stream().anyMatch(unit -> unit.report() == null)
        ? List.of()
        : table.byUnit().stream()
            .map(UnitView::report)
            .filter(Objects::nonNull)
            .map(ClosingReport::asOf)
            .toList();
  }

  /** Rows of another day's units must not be taken for those of the period. */
  private void restated() {
    LocalDate date = table.restatedTo();
    if (date != null) {
      String day = new Figures(style.language()).date(date);
      bold(
          wrap(
              style
                  .language()
                  .pick(
                      "Trình bày lại theo các đơn vị ngày %s: số liệu của đơn vị cũ cộng vào đơn vị"
                          + " kế thừa, tổng số toàn quốc không đổi. Danh sách báo cáo theo tên"
                          + " trong kỳ.",
                      "Restated to the units of %s: figures of former units are added to their"
                          + " successors, the national total is the same. Lists of reports are by"
                          + " the names of the period.")
                  .formatted(day)));
    }
  }

  /** The answer in one sentence; none while nothing is assigned. */
  private Optional<String> done() {
    Language language = style.language();
    Figures figures = new Figures(language);
    Measures total = table.total();
    if (total.assigned() == 0) {
      return Optional.empty();
    }
    long due = Math.addExact(total.done(), total.openOverdue());
    String ofAll =
        language
            .pick("Hoàn thành %s/%s nhiệm vụ (%s %%)", "Completed: %s of %s tasks (%s%%)")
            .formatted(
                figures.count(total.done()),
                figures.count(total.assigned()),
                figures.percent(total.done(), total.assigned()));
    return Optional.of(
        due == 0
            ? ofAll
            : ofAll
                + language
                    .pick("; %s/%s nhiệm vụ đến hạn (%s %%)", "; %s of %s due (%s%%)")
                    .formatted(
                        figures.count(total.done()),
                        figures.count(due),
                        figures.percent(total.done(), due)));
  }

  /** A rate is nothing without what it is a rate of. */
  private void rates() {
    if (table.total().assigned() > 0) {
      lines.addAll(
          wrap(
              style
                  .language()
                  .pick(
                      "Tỷ lệ: trên số đến hạn (đã hoàn thành và quá hạn chưa hoàn thành), trên số"
                          + " được giao, theo khối lượng công việc",
                      "Done: of the tasks due (completed, or past due and open), of all tasks, of"
                          + " the volume of work")));
    }
  }

  private void section(List<String> section) {
    if (!section.isEmpty()) {
      lines.add("");
      lines.addAll(section);
    }
  }

  private void bold(List<String> wrapped) {
    wrapped.forEach(line -> lines.add(ink.bold(line)));
  }

  private String nameTitle() {
    Language language = style.language();
    return switch (style.by()) {
      case UNIT -> language.pick("Đơn vị", "Unit");
      case REGION -> language.pick("Vùng", "Region");
      case FIELD -> language.pick("Lĩnh vực", "Field of work");
      case ASSIGNED_BY -> language.pick("Cấp giao", "Assigned by");
      case TOTAL, INDICATOR, MISSING -> "";
    };
  }

  /** Only marks in use are explained. */
  private void legend(List<TextRow> rows) {
    Set<Mark> used = EnumSet.noneOf(Mark.class);
    rows.forEach(row -> used.addAll(row.marks()));
    for (IndicatorView indicator : table.indicators()) {
      used.addAll(IndicatorText.marks(indicator.figure()));
    }
    if (!used.isEmpty()) {
      String legend =
          used.stream()
              .map(mark -> mark.sign() + " " + mark.meaning(style.language()))
              .collect(Collectors.joining("; "));
      lines.addAll(wrap(legend));
    }
  }

  private void movedBy() {
    Language language = style.language();
    MovedBy last = table.movedBy();
    String text =
        last == null
            ? language.pick("Chưa có báo cáo nào.", "No report has come yet.")
            : language
                .pick(
                    "Thay đổi gần nhất: %s, báo cáo %s lần %s, nhận lúc %s",
                    "Last moved by: %s, report %s revision %s, received %s")
                .formatted(
                    names.of(last),
                    last.period(),
                    last.revision(),
                    new Figures(language).time(last.at()));
    lines.addAll(wrap(text));
  }

  private List<String> wrap(String text) {
    return TextWidth.wrap(text, style.width(), INDENT);
  }
}
