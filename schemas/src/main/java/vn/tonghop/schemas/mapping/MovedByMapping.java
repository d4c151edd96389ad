package vn.tonghop.schemas.mapping;

import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.table.MovedBy;

/** Between the report that last changed a figure and its record. */
public final class MovedByMapping {

  private MovedByMapping() {}

  /** The record; {@code at} is cut to milliseconds. */
  public static vn.tonghop.MovedBy toAvro(MovedBy movedBy) {
    SourceRecord source = movedBy.source();
    return new vn.tonghop.MovedBy(
        movedBy.unit(),
        movedBy.period(),
        movedBy.revision(),
        source.topic(),
        source.partition(),
        source.offset(),
        movedBy.at());
  }

  /** What the record says. */
  public static MovedBy fromAvro(vn.tonghop.MovedBy stored) {
    return new MovedBy(
        stored.getUnit().toString(),
        stored.getPeriod().toString(),
        stored.getRevision(),
        new SourceRecord(stored.getTopic().toString(), stored.getPartition(), stored.getOffset()),
        stored.getAt());
  }
}
