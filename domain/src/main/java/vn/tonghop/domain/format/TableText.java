package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.TableView;

/** A national table as text for a terminal; no line is wider than its style asks. */
public final class TableText {

  private static final int INDENT = 2;

  private final TableView table;
  private final TextStyle style;
  private final ReferenceData reference;
  private final Names names;
  private final TableWords words;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private TableText(TableView table, TextStyle style, ReferenceData reference) {
    this.table = table;
    this.style = style;
    this.reference = reference;
    this.names = new Names(style.language(), reference, table);
    this.words = new TableWords(table, style.language());
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
    words.restated().ifPresent(this::bold);
    lines.add("");
    CoverageWords coverage =
        new CoverageWords(
            table.coverage(),
            style.language(),
            names,
            new Regions(style.language(), reference, table),
            CoverageKind.MISSING.label(style.language()));
    words.done().ifPresent(this::bold);
    bold(coverage.headline());
    lines.add("");
    TextRows rows = new TextRows(table, style.language(), names, reference);
    List<TextRow> shown = rows.by(style.by());
    lines.addAll(new TextGrid(style, nameTitle()).lines(rows.total(), shown));
    section(new IndicatorText(style, reference).lines(table));
    section(new CoverageText(style).lines(coverage.listings()));
    lines.add("");
    words.legend(shown.stream()).ifPresent(this::plain);
    words.rates().ifPresent(this::plain);
    plain(words.movedBy(names));
    return lines.stream()
        .map(line -> line.replace('\u00a0', ' ').stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private void title() {
    bold(words.title().toUpperCase(Locale.ROOT) + " (" + table.programme().code() + ")");
    plain(words.period());
    words.asAt().ifPresent(this::plain);
    plain(words.due());
  }

  private void section(List<String> section) {
    if (!section.isEmpty()) {
      lines.add("");
      lines.addAll(section);
    }
  }

  private void bold(String text) {
    wrap(text).forEach(line -> lines.add(ink.bold(line)));
  }

  private void plain(String text) {
    lines.addAll(wrap(text));
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

  private List<String> wrap(String text) {
    return TextWidth.wrap(text, style.width(), INDENT);
  }
}
