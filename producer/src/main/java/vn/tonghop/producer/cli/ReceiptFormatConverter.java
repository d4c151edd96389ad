package vn.tonghop.producer.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code text} or {@code json}. */
final class ReceiptFormatConverter implements ITypeConverter<ReceiptFormat> {

  @Override
  public ReceiptFormat convert(String value) {
    return switch (value) {
      case "text" -> ReceiptFormat.TEXT;
      case "json" -> ReceiptFormat.JSON;
      default -> throw new TypeConversionException("'" + value + "': text | json");
    };
  }
}
