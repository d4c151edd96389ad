package vn.tonghop.schemas.state;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.Contribution.ReportedIndicator;
import vn.tonghop.domain.standing.ContributionCell;

/**
 * A contribution's fields. Codes of authorities and fields stand once in each record, cells point
 * at them; of a task's code stands what differs from the one before.
 */
final class ContributionFields {

  private ContributionFields() {}

  static void write(Encoder out, Contribution contribution) throws IOException {
    Fields.list(out, contribution.indicators(), ContributionFields::indicator);
    out.writeInt(contribution.completed());
    PackedList.write(out, contribution.cells(), ContributionFields::cells);
    PackedList.write(out, contribution.taskCodes(), ContributionFields::taskCodes);
  }

  static Contribution read(Decoder in) throws IOException {
    List<ReportedIndicator> indicators = Fields.list(in, ContributionFields::indicator);
    int completed = in.readInt();
    return new Contribution(
        PackedList.read(in, ContributionFields::cells),
        indicators,
        PackedList.read(in, ContributionFields::taskCodes),
        completed);
  }

  private static void cells(Encoder out, List<ContributionCell> cells) throws IOException {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (ContributionCell cell : cells) {
      places.putIfAbsent(cell.assignedBy(), places.size());
      places.putIfAbsent(cell.field(), places.size());
    }
    Fields.list(out, List.copyOf(places.keySet()), Fields::text);
    out.writeInt(cells.size());
    for (ContributionCell cell : cells) {
      cell(out, cell, places);
    }
  }

  private static List<ContributionCell> cells(Decoder in) throws IOException {
    List<String> codes = Fields.list(in, Fields::text);
    return Fields.list(in, from -> cell(from, codes));
  }

  private static void cell(Encoder out, ContributionCell cell, Map<String, Integer> places)
      throws IOException {
    out.writeInt(places.getOrDefault(cell.assignedBy(), -1));
    out.writeInt(places.getOrDefault(cell.field(), -1));
    out.writeInt(cell.assigned());
    out.writeInt(cell.completedOnTime());
    out.writeInt(cell.completedLate());
    out.writeInt(cell.openOnTrack());
    out.writeInt(cell.openOverdue());
    out.writeInt(cell.percentSum());
    Fields.list(out, cell.completedIn(), Encoder::writeInt);
  }

  private static ContributionCell cell(Decoder in, List<String> codes) throws IOException {
    return new ContributionCell(
        codes.get(in.readInt()),
        codes.get(in.readInt()),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        Fields.list(in, Decoder::readInt));
  }

  private static void indicator(Encoder out, ReportedIndicator indicator) throws IOException {
    BigDecimal places = indicator.value().setScale(IndicatorValue.SCALE, RoundingMode.UNNECESSARY);
    Fields.text(out, indicator.code());
    out.writeBoolean(indicator.kind() == IndicatorKind.FLOW);
    out.writeLong(places.unscaledValue().longValueExact());
  }

  private static ReportedIndicator indicator(Decoder in) throws IOException {
    return new ReportedIndicator(
        Fields.text(in),
        in.readBoolean() ? IndicatorKind.FLOW : IndicatorKind.STOCK,
        BigDecimal.valueOf(in.readLong(), IndicatorValue.SCALE));
  }

  private static void taskCodes(Encoder out, List<String> codes) throws IOException {
    out.writeInt(codes.size());
    String before = "";
    for (String code : codes) {
      int shared = shared(before, code);
      out.writeInt(shared);
      out.writeString(code.substring(shared));
      before = code;
    }
  }

  private static List<String> taskCodes(Decoder in) throws IOException {
    int size = in.readInt();
    List<String> codes = new ArrayList<>(size);
    String before = "";
    for (int i = 0; i < size; i++) {
      before = before.substring(0, in.readInt()) + in.readString();
      codes.add(before);
    }
    return codes;
  }

  /** Length of what both begin with, without cutting a character in two. */
  private static int shared(String before, String code) {
    int most = Math.min(before.length(), code.length());
    int length = 0;
    while (length < most && before.charAt(length) == code.charAt(length)) {
      length++;
    }
    return length > 0 && Character.isHighSurrogate(code.charAt(length - 1)) ? length - 1 : length;
  }
}
