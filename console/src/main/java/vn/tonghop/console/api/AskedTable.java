package vn.tonghop.console.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.web.NamedTable;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.TableVersion;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.TableCsv;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.format.TableJson;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.export.TableDocument;
import vn.tonghop.export.TablePdf;
import vn.tonghop.export.TableXlsx;

/**
 * One table as it was asked for, from one record.
 *
 * @param record the newest of the table; empty while no unit has ever spoken for it
 * @param reference the version by which it is read
 * @param restated the day whose units the rows are; null: as reported
 * @param by the one breakdown of CSV, XLSX and PDF; null: all
 * @param language of XLSX and PDF
 * @param bom whether CSV begins with a byte order mark
 * @param samples whether provincial figures are invented, which XLSX and PDF then say
 * @param today at +07:00: XLSX and PDF say how late missing reports are
 */
record AskedTable(
    NamedTable named,
    Optional<Logged<NationalTable>> record,
    ReferenceHistory.Version reference,
    @Nullable LocalDate restated,
    @Nullable TableDimension by,
    Language language,
    boolean bom,
    boolean samples,
    LocalDate today) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Finds it.
   *
   * @throws ProblemException if there is no such table, or it cannot be had like that
   */
  static AskedTable of(Context request, Site site, ReferenceHistory.Version reference) {
    NamedTable named =
        NamedTable.of(request, site.view().regime(), reference.data())
            .orElseThrow(ProblemException::noTable);
    Period period = named.period();
    LocalDate restated = Parameters.date(request, "restated");
    if (restated != null && restated.isBefore(period.lastDay())) {
      throw ProblemException.malformed(
          "restated",
          "trước ngày cuối kỳ " + period + ", " + period.lastDay(),
          "before the last day of " + period + ", " + period.lastDay());
    }
    return new AskedTable(
        named,
        site.view().table(named.key()),
        reference,
        restated,
        Parameters.breakdown(request, "by"),
        Parameters.language(request, "lang"),
        Parameters.flag(request, "bom"),
        site.samples(),
        site.today());
  }

  /**
   * Changes with everything that the answer depends on: the table's record, the reference data that
   * names and expected units come from, the question, and the day where documents say it.
   */
  String tag(TableForm form) {
    return EntityTag.of(
        String.join(
            ".",
            record.map(TableVersion::of).orElse(TableVersion.NONE),
            "r" + reference.number(),
            restated == null ? "reported" : restated.toString(),
            by == null ? "all" : by.id(),
            language.tag(),
            bom ? "bom" : "plain",
            form.isMadeAnew() ? today.toString() : "any-day",
            form.suffix()),
        form.isMadeAnew());
  }

  String disposition(TableForm form) {
    String name =
        (named.programme().code() + "_" + named.period().label()).replaceAll("[^A-Za-z0-9._-]", "-")
            + "."
            + form.suffix();
    return (form == TableForm.JSON ? "inline" : "attachment") + "; filename=\"" + name + "\"";
  }

  byte[] write(TableForm form) {
    ReferenceData data = reference.data();
    TableView table = view(data);
    return switch (form) {
      case JSON -> TableJson.write(table).getBytes(StandardCharsets.UTF_8);
      case CSV -> csv(table, data).getBytes(StandardCharsets.UTF_8);
      case XLSX -> TableXlsx.write(document(table));
      case PDF -> TablePdf.write(document(table));
    };
  }

  private TableDocument document(TableView table) {
    return new TableDocument(table, by, language, samples, today, reference.data());
  }

  private TableView view(ReferenceData data) {
    TableView reported =
        TableView.asReported(record.map(Logged::value), named.programme(), named.period(), data);
    return restated == null ? reported : Restatement.to(restated, reported, data);
  }

  private String csv(TableView table, ReferenceData data) {
    List<TableDimension> dimensions =
        by == null
            ? List.of(TableDimension.values())
            : List.of(TableDimension.TOTAL, by, TableDimension.MISSING);
    return (bom ? BYTE_ORDER_MARK : "") + TableCsv.write(table, dimensions, data);
  }
}
