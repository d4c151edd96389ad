package vn.tonghop.schemas.output;

import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.schemas.mapping.Change;

/**
 * A record that outside programs read. Generated classes and Avro's own writer cost ten times as
 * much as the fields themselves, and a report makes half a dozen records: so the fields are written
 * by hand, and the generated class is for serializers of others.
 *
 * @param <T> the domain's record
 */
public interface OutputRecord<T> {

  OutputRecord<Receipt> RECEIPT = new ReceiptRecord();
  OutputRecord<UnitStanding> STANDING = new StandingRecord();
  OutputRecord<Change> STANDING_CHANGE = new StandingChangeRecord();
  OutputRecord<NationalTable> TABLE = new TableRecord();

  /** All of them. */
  List<OutputRecord<?>> ALL = List.of(RECEIPT, STANDING, STANDING_CHANGE, TABLE);

  /** The generated class, which has the schema. */
  Class<? extends SpecificRecord> type();

  /** As an object of the generated class. */
  SpecificRecord toAvro(T value);

  /** Writes the fields in the order of the schema. */
  void write(T value, Encoder out) throws IOException;
}
