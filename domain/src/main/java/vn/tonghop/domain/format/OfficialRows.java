package vn.tonghop.domain.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tonghop.domain.reference.Indicator;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.IndicatorView;
import vn.tonghop.domain.table.TableView;

/** Puts a table into the words and the order of an official document. */
final class OfficialRows {

  private final TableView table;
  private final Language language;
  private final ReferenceData reference;
  private final Names names;
  private final TableWords words;
  private final TextRows rows;
  private final LocalDate madeOn;

  OfficialRows(TableView table, Language language, ReferenceData reference, LocalDate madeOn) {
    this.table = table;
    this.language = language;
    this.reference = reference;
    this.names = new Names(language, reference, table);
    this.words = new TableWords(table, language);
    this.rows = new TextRows(table, language, names, reference);
    this.madeOn = madeOn;
  }

  OfficialTable table() {
    CoverageWords coverage =
        new CoverageWords(
            table.coverage(),
            language,
            names,
            new Regions(language, reference, table),
            words.missingAsOf(madeOn));
    List<TextRows.Region> regions = rows.byRegion();
    return new OfficialTable(
        language,
        heading(coverage),
        row(rows.total()),
        regions.stream().map(OfficialRows::region).toList(),
        rows.by(TableDimension.ASSIGNED_BY).stream().map(OfficialRows::row).toList(),
        rows.by(TableDimension.FIELD).stream().map(OfficialRows::row).toList(),
        table.indicators().stream().map(this::indicator).toList(),
        new OfficialTable.Ending(coverage.listings(), notes(regions)));
  }

  private OfficialTable.Heading heading(CoverageWords coverage) {
    List<String> dates = new ArrayList<>();
    dates.add(words.period());
    words.asAt().ifPresent(dates::add);
    dates.add(words.due());
    words.restated().ifPresent(dates::add);
    List<String> answers = new ArrayList<>();
    words.done().ifPresent(answers::add);
    answers.add(coverage.headline());
    return new OfficialTable.Heading(
        words.title(), table.programme().code(), table.period().label(), dates, answers);
  }

  private List<String> notes(List<TextRows.Region> regions) {
    Stream<TextRow> units = regions.stream().flatMap(region -> region.units().stream());
    return Stream.of(
            words.legend(units).stream(), words.rates().stream(), Stream.of(words.movedBy(names)))
        .flatMap(each -> each)
        .toList();
  }

  private static OfficialTable.Region region(TextRows.Region region) {
    return new OfficialTable.Region(
        row(region.sum()), region.units().stream().map(OfficialRows::row).toList());
  }

  private static OfficialTable.Row row(TextRow row) {
    return new OfficialTable.Row(
        row.name(), signs(row.marks()), row.measures(), row.coverage(), row.report());
  }

  private OfficialTable.IndicatorRow indicator(IndicatorView view) {
    String measure =
        reference
            .indicator(view.figure().code())
            .map((Indicator each) -> language.pick(each.measureVi(), each.measureEn()))
            .orElse("");
    return new OfficialTable.IndicatorRow(
        view.figure().code(),
        language.pick(view.name(), view.nameEn()),
        measure,
        view.figure().value(),
        signs(IndicatorText.marks(view.figure())),
        IndicatorText.units(table, view)
            .map(units -> units + "/" + table.coverage().expected())
            .orElse(""),
        view.baseline(),
        view.change(),
        view.changePercent());
  }

  private static String signs(Set<Mark> marks) {
    return marks.stream().map(Mark::sign).collect(Collectors.joining());
  }
}
