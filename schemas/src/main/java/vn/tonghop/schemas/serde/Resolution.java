package vn.tonghop.schemas.serde;

import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.Nullable;

/**
 * Avro resolves schemas without looking at logical types: a writer's microseconds or hundredths
 * would be read as milliseconds or thousandths. Here that is no resolution.
 */
final class Resolution {
  private Resolution() {}

  /** Whether records of {@code writer} can be read as {@code reader}, names and figures alike. */
  static boolean works(Schema reader, Schema writer) {
    return writer.getType() == Schema.Type.RECORD
        && reader.getFullName().equals(writer.getFullName())
        && SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
            == SchemaCompatibilityType.COMPATIBLE
        && sameMeaning(reader, writer);
  }

  private static boolean sameMeaning(Schema reader, Schema writer) {
    if (writer.isUnion()) {
      return writer.getTypes().stream().allMatch(branch -> sameMeaning(reader, branch));
    }
    if (reader.isUnion()) {
      return reader.getTypes().stream()
          .filter(branch -> branch.getType() == writer.getType())
          .allMatch(branch -> sameMeaning(branch, writer));
    }
    return switch (reader.getType()) {
      case RECORD ->
          reader.getFields().stream()
              .filter(field -> writer.getField(field.name()) != null)
              .allMatch(
                  field -> sameMeaning(field.schema(), writer.getField(field.name()).schema()));
      case ARRAY -> sameMeaning(reader.getElementType(), writer.getElementType());
      case MAP -> sameMeaning(reader.getValueType(), writer.getValueType());
      default -> sameUnit(reader.getLogicalType(), writer.getLogicalType());
    };
  }

  /** A writer that names no logical type means ours; precision bounds a value, scale changes it. */
  private static boolean sameUnit(@Nullable LogicalType reader, @Nullable LogicalType writer) {
    if (writer == null) {
      return true;
    }
    if (reader instanceof Decimal ours && writer instanceof Decimal theirs) {
      return ours.getScale() == theirs.getScale();
    }
    return Objects.equals(reader, writer);
  }
}
