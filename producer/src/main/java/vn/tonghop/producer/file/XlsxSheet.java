package vn.tonghop.producer.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import vn.tonghop.domain.acceptance.Finding;

/** The rows of one sheet below its header, which may stand below a title. */
final class XlsxSheet extends XlsxPart {

  /** Filled rows in which the header is looked for. */
  static final int HEADER_WITHIN = 20;

  /** Columns by which a header is known. */
  private static final int HEADER_COLUMNS = 3;

  private static final int MAX_ROW = 1_048_576;
  private static final int MAX_COLUMN = 16_384;
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

  /** A row before its header is known. */
  private record Raw(int line, SortedMap<Integer, XlsxCell> cells) {}

  private final XlsxNames names;
  private final XlsxCell.Context context;
  private final XlsxBudget budget;
  private final List<Raw> top = new ArrayList<>();
  private final List<SheetRow> rows = new ArrayList<>();
  private final Map<Integer, Integer> loneCells = new HashMap<>();
  private final Map<Integer, Integer> wideCells = new HashMap<>();
  private @Nullable SheetHeader header;
  private SortedMap<Integer, XlsxCell> cells = new TreeMap<>();
  private int line;
  private int column;
  private String type = "n";
  private int style;
  private boolean formula;
  private boolean phonetic;
  private final StringBuilder written = new StringBuilder();

  XlsxSheet(XlsxNames names, XlsxCell.Context context, XlsxBudget budget) {
    this.names = names;
    this.context = context;
    this.budget = budget;
  }

  /**
   * The rows that are filled; headings across merged cells are for people.
   *
   * @throws XlsxDefectException if there are rows and none is a header
   */
  List<SheetRow> rows() throws SAXException {
    if (header == null) {
      settleHeader();
    }
    rows.removeIf(
        row ->
            loneCells.containsKey(row.line())
                && loneCells.get(row.line()).equals(wideCells.get(row.line())));
    return rows;
  }

  @Override
  void start(String element, Attributes attributes) throws SAXException {
    switch (element) {
      case "row" -> {
        line = number(attributes.getValue("r"), line + 1);
        column = -1;
        cells = new TreeMap<>();
        if (line < 1 || line > MAX_ROW) {
          throw new SAXException("no such row");
        }
      }
      case "c" -> startCell(attributes);
      case "f" -> formula = true;
      case "rPh" -> phonetic = true;
      case "v", "t" -> gather();
      case "mergeCell" -> merge(attributes.getValue("ref"));
      default -> {}
    }
  }

  private void startCell(Attributes attributes) throws SAXException {
    @Nullable String address = attributes.getValue("r");
    column++;
    if (address != null) {
      Matcher parts = ADDRESS.matcher(address);
      if (!parts.matches()) {
        throw new SAXException("no address");
      }
      column = CellReference.convertColStringToIndex(parts.group(1));
    }
    if (column >= MAX_COLUMN) {
      throw new SAXException("no such column");
    }
    @Nullable String kind = attributes.getValue("t");
    type = kind == null ? "n" : kind;
    style = number(attributes.getValue("s"), 0);
    formula = false;
    written.setLength(0);
  }

  @Override
  void end(String element) throws SAXException {
    switch (element) {
      case "v", "t" -> {
        String text = gathered();
        if (!phonetic) {
          written.append(text);
        }
      }
      case "rPh" -> phonetic = false;
      case "c" -> {
        if (formula || written.length() > 0) {
          cells.put(column, new XlsxCell(type, style, written.toString(), formula));
        }
      }
      case "row" -> endRow();
      default -> {}
    }
  }

  private void endRow() throws SAXException {
    Raw row = new Raw(line, cells);
    if (!isFilled(row)) {
      return;
    }
    if (header != null) {
      add(row, header);
      return;
    }
    top.add(row);
    if (top.size() == HEADER_WITHIN) {
      settleHeader();
    }
  }

  private boolean isFilled(Raw row) throws SAXException {
    for (XlsxCell cell : row.cells().values()) {
      XlsxCell.Read read = cell.read(null, context);
      if (read.flaw() != null || !read.text().isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** The header is the row with the most names of columns: a title may have some, too. */
  private void settleHeader() throws SAXException {
    int best = -1;
    int most = HEADER_COLUMNS - 1;
    for (int i = 0; i < top.size(); i++) {
      int known = 0;
      for (String text : texts(top.get(i)).values()) {
        known += SheetColumn.of(text).isEmpty() ? 0 : 1;
      }
      if (known > most) {
        most = known;
        best = i;
      }
    }
    if (best < 0) {
      if (!top.isEmpty()) {
        throw at(
            Defect.NO_HEADER.at(
                Finding.DOCUMENT, HEADER_WITHIN, "unit, programme, period, revision, task"),
            top.get(0).line());
      }
      return;
    }
    Raw chosen = top.get(best);
    SheetHeader found;
    try {
      found = SheetHeader.of(names, chosen.line(), texts(chosen));
    } catch (DefectException e) {
      throw at(e.finding(), chosen.line());
    }
    header = found;
    for (Raw row : top.subList(best + 1, top.size())) {
      add(row, found);
    }
    top.clear();
  }

  private SortedMap<Integer, String> texts(Raw row) throws SAXException {
    SortedMap<Integer, String> texts = new TreeMap<>();
    for (Map.Entry<Integer, XlsxCell> cell : row.cells().entrySet()) {
      String text = cell.getValue().read(null, context).text();
      if (!text.isBlank()) {
        texts.put(cell.getKey(), text);
      }
    }
    return texts;
  }

  private void add(Raw raw, SheetHeader known) throws SAXException {
    Map<SheetColumn, String> filled = new EnumMap<>(SheetColumn.class);
    Map<SheetColumn, Json.Bad> flaws = new EnumMap<>(SheetColumn.class);
    Json.@Nullable Bad broken = null;
    for (Map.Entry<Integer, XlsxCell> cell : raw.cells().entrySet()) {
      int position = cell.getKey();
      @Nullable SheetColumn of = known.columns().get(position);
      XlsxCell.Read read = cell.getValue().read(of, context);
      if (of != null && (read.flaw() != null || !read.text().isEmpty())) {
        filled.put(of, budget.kept(read.text()));
        if (read.flaw() != null) {
          flaws.put(of, read.flaw());
        }
      } else if (of == null
          && broken == null
          && !read.text().isBlank()
          && !known.ignored().contains(position)) {
        broken = new Json.Bad(Defect.STRAY_CELL, names.other(raw.line(), position));
      }
    }
    if (filled.isEmpty() && broken == null) {
      return;
    }
    if (raw.cells().size() == 1) {
      loneCells.put(raw.line(), raw.cells().firstKey());
    }
    budget.row();
    rows.add(new SheetRow(known, raw.line(), filled, flaws.isEmpty() ? Map.of() : flaws, broken));
  }

  /** A row whose only cell reaches over several columns is a heading; known when all are read. */
  private void merge(@Nullable String range) throws SAXException {
    Matcher parts = RANGE.matcher(range == null ? "" : range);
    if (!parts.matches()) {
      throw new SAXException("no range");
    }
    int from = CellReference.convertColStringToIndex(parts.group(1));
    int to = CellReference.convertColStringToIndex(parts.group(3));
    int row = Integer.parseInt(parts.group(2));
    if (to > from) {
      wideCells.merge(row, from, Math::min);
    }
    if (wideCells.size() > CsvRows.MAX_ROWS) {
      throw new XlsxTooLargeException();
    }
  }

  private XlsxDefectException at(Finding finding, int row) {
    return new XlsxDefectException(SheetLocator.at(finding, names.row(row)));
  }
}
