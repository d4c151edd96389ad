package vn.tonghop.schemas.output;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.table.MovedBy;

/** Parts of records that several of them have: src/main/avro/common. */
final class OutputFields {

  /** Places of a nullable field's types in its union. */
  private static final int NULL = 0;

  private static final int VALUE = 1;

  private OutputFields() {}

  /** Writes one item. */
  interface Writer<T> {
    void write(Encoder out, T item) throws IOException;
  }

  static <T> void list(Encoder out, List<T> items, Writer<T> item) throws IOException {
    out.writeArrayStart();
    if (!items.isEmpty()) {
      out.setItemCount(items.size());
      for (T each : items) {
        out.startItem();
        item.write(out, each);
      }
    }
    out.writeArrayEnd();
  }

  static <T> void orNull(Encoder out, @Nullable T value, Writer<T> writer) throws IOException {
    if (value == null) {
      out.writeIndex(NULL);
      out.writeNull();
    } else {
      out.writeIndex(VALUE);
      writer.write(out, value);
    }
  }

  static void date(Encoder out, LocalDate date) throws IOException {
    out.writeInt(Math.toIntExact(date.toEpochDay()));
  }

  static void measures(Encoder out, Measures measures) throws IOException {
    out.writeLong(measures.assigned());
    out.writeLong(measures.completedOnTime());
    out.writeLong(measures.completedLate());
    out.writeLong(measures.openOnTrack());
    out.writeLong(measures.openOverdue());
    out.writeLong(measures.completedInPeriod());
    out.writeLong(measures.percentSum());
  }

  static void closing(Encoder out, ClosingReport closing) throws IOException {
    out.writeString(closing.period().label());
    out.writeInt(closing.revision());
    date(out, closing.asOf());
    source(out, closing.source());
  }

  static void indicator(Encoder out, IndicatorFigure figure) throws IOException {
    out.writeString(figure.code());
    out.writeString(figure.kind().name());
    out.writeBytes(figure.value().unscaledValue().toByteArray());
    out.writeBoolean(figure.partial());
    out.writeBoolean(figure.carried());
  }

  static void movedBy(Encoder out, MovedBy movedBy) throws IOException {
    out.writeString(movedBy.unit());
    out.writeString(movedBy.period());
    out.writeInt(movedBy.revision());
    source(out, movedBy.source());
    out.writeLong(movedBy.at().toEpochMilli());
  }

  static void finding(Encoder out, Finding finding) throws IOException {
    out.writeString(finding.rule().name());
    out.writeString(finding.path());
    out.writeString(finding.vi());
    out.writeString(finding.en());
  }

  private static void source(Encoder out, SourceRecord source) throws IOException {
    out.writeString(source.topic());
    out.writeInt(source.partition());
    out.writeLong(source.offset());
  }
}
