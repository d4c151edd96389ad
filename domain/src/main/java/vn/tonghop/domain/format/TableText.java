package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;

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
    lines.add("");
    lines.addAll(CoverageText.lines(table.coverage(), style, names));
    lines.add("");
    TextRows rows = new TextRows(table, style.language(), names);
    List<TextRow> shown = rows.by(style.by());
    lines.addAll(new TextGrid(style, nameTitle()).lines(rows.total(), shown));
    List<String> indicators = new IndicatorText(style, reference).lines(table);
    if (!indicators.isEmpty()) {
      lines.add("");
      lines.addAll(indicators);
    }
    lines.add("");
    legend(shown);
    movedBy();
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  private void title() {
    Language language = style.language();
    Programme programme = table.programme();
    Period period = table.period();
    PeriodText words = new PeriodText(language);
    String title = language.pick(programme.titleVi(), programme.titleEn());
    wrap(title.toUpperCase(Locale.ROOT) + " (" + programme.code() + ")")
        .forEach(line -> lines.add(ink.bold(line)));
    lines.addAll(wrap(words.name(period) + " (" + period.label() + "): " + words.dates(period)));
    lines.addAll(wrap(words.due(period)));
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
      wrap(legend).forEach(line -> lines.add(ink.dim(line)));
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
    wrap(text).forEach(line -> lines.add(ink.dim(line)));
  }

  private List<String> wrap(String text) {
    return TextWidth.wrap(text, style.width(), INDENT);
  }
}
