package vn.tonghop.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.OfficialTable;
import vn.tonghop.domain.format.TableDimension;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.table.TableView;

/**
 * What a document is to hold.
 *
 * @param by the one breakdown wanted; null for all
 * @param samples whether provincial figures are invented, which the document then says
 * @param madeOn at +07:00: says how late missing reports are
 * @param reference for the names of authorities and fields and the measures of indicators
 */
public record TableDocument(
    TableView table,
    @Nullable TableDimension by,
    Language language,
    boolean samples,
    LocalDate madeOn,
    ReferenceData reference) {

  List<Breakdown> breakdowns() {
    return Breakdown.of(by);
  }

  OfficialTable official() {
    OfficialTable official = OfficialTable.of(table, language, reference, madeOn);
    return samples ? withNotice(official) : official;
  }

  private static OfficialTable withNotice(OfficialTable table) {
    OfficialTable.Heading heading = table.heading();
    List<String> answers = new ArrayList<>();
    answers.add(DocumentText.samples(table.language()));
    answers.addAll(heading.answers());
    return new OfficialTable(
        table.language(),
        new OfficialTable.Heading(
            heading.title(), heading.programme(), heading.period(), heading.dates(), answers),
        table.total(),
        table.byUnit(),
        table.byAssignedBy(),
        table.byField(),
        table.indicators(),
        table.ending());
  }
}
