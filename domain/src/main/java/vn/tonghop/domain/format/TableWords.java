package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** The sentences around the figures of a table. */
public final class TableWords {

  private final TableView table;
  private final Language language;
  private final Figures figures;
  private final PeriodText words;

  public TableWords(TableView table, Language language) {
    this.table = table;
    this.language = language;
    this.figures = new Figures(language);
    this.words = new PeriodText(language);
  }

  /** Of the programme. */
  public String title() {
    return language.pick(table.programme().titleVi(), table.programme().titleEn());
  }

  /** Name, label and days. */
  String period() {
    Period period = table.period();
    return words.name(period) + " (" + period.label() + "): " + words.dates(period);
  }

  /** None where a row adds several reports up: its dates are not known. */
  public Optional<String> asAt() {
    return words.asAt(
        table.byUnit().stream().anyMatch(unit -> unit.report() == null)
            ? List.of()
            : table.byUnit().stream()
                .map(UnitView::report)
                .filter(Objects::nonNull)
                .map(ClosingReport::asOf)
                .toList());
  }

  public String due() {
    return words.due(table.period());
  }

  /** How late those are, on a day, that have not reported. */
  public String missing(LocalDate day) {
    long late = ChronoUnit.DAYS.between(table.period().dueOn(), day);
    return late <= 0
        ? language.pick("Chưa báo cáo, còn trong hạn", "Missing, not yet due")
        : language
            .pick(
                "Chưa báo cáo, quá hạn %s ngày",
                late == 1 ? "Missing, %s day late" : "Missing, %s days late")
            .formatted(figures.count(late));
  }

  /** The same where nothing else says of which day it is: a file is kept. */
  String missingAsOf(LocalDate day) {
    return missing(day) + language.pick(" tính đến ", " as of ") + figures.date(day);
  }

  /** Rows of another day's units must not be taken for those of the period. */
  Optional<String> restated() {
    LocalDate date = table.restatedTo();
    return date == null
        ? Optional.empty()
        : Optional.of(
            language
                .pick(
                    "Trình bày lại theo các đơn vị ngày %s: số liệu của đơn vị cũ cộng vào đơn vị"
                        + " kế thừa, tổng số toàn quốc không đổi. Danh sách báo cáo theo tên"
                        + " trong kỳ.",
                    "Restated to the units of %s: figures of former units are added to their"
                        + " successors, the national total is the same. Lists of reports are by"
                        + " the names of the period.")
                .formatted(figures.date(date)));
  }

  /** The answer in one sentence; none while nothing is assigned. */
  public Optional<String> done() {
    Measures total = table.total();
    if (total.assigned() == 0) {
      return Optional.empty();
    }
    long due = Math.addExact(total.done(), total.openOverdue());
    String ofAll =
        language
            .pick("Hoàn thành %s/%s nhiệm vụ (%s)", "Completed: %s of %s tasks (%s)")
            .formatted(
                figures.count(total.done()),
                figures.count(total.assigned()),
                figures.share(total.done(), total.assigned()));
    return Optional.of(
        due == 0
            ? ofAll
            : ofAll
                + language
                    .pick("; %s/%s nhiệm vụ đến hạn (%s)", "; %s of %s due (%s)")
                    .formatted(
                        figures.count(total.done()),
                        figures.count(due),
                        figures.share(total.done(), due)));
  }

  /** A rate is nothing without what it is a rate of; none while nothing is assigned. */
  public Optional<String> rates() {
    return table.total().assigned() == 0
        ? Optional.empty()
        : Optional.of(
            language.pick(
                "Tỷ lệ: trên số đến hạn (đã hoàn thành và quá hạn chưa hoàn thành), trên số"
                    + " được giao, theo khối lượng công việc",
                "Done: of the tasks due (completed, or past due and open), of all tasks, of"
                    + " the volume of work"));
  }

  /** The marks of these rows and of the indicators; none where nothing is marked. */
  Optional<String> legend(Stream<TextRow> rows) {
    Set<Mark> used = EnumSet.noneOf(Mark.class);
    rows.forEach(row -> used.addAll(row.marks()));
    for (IndicatorView indicator : table.indicators()) {
      used.addAll(IndicatorText.marks(indicator.figure()));
    }
    return used.isEmpty()
        ? Optional.empty()
        : Optional.of(
            used.stream()
                .map(mark -> mark.sign() + " " + mark.meaning(language))
                .collect(Collectors.joining("; ")));
  }

  /** Which report it was that the table changed with. */
  public String movedBy(Names names) {
    MovedBy last = table.movedBy();
    return last == null
        ? language.pick("Không có báo cáo nào được tính.", "There is no report that counts.")
        : language
            .pick(
                "Thay đổi gần nhất: %s, báo cáo %s lần %s, nhận lúc %s",
                "Last moved by: %s, report %s revision %s, received %s")
            .formatted(names.of(last), last.period(), last.revision(), figures.time(last.at()));
  }
}
