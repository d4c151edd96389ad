package vn.tonghop.domain.reference;

import java.util.List;
import java.util.Map;

/** The catalogues of the reference data: their files and columns. */
public enum ReferenceKind {
  UNIT(
      "unit",
      "reporting-units.csv",
      List.of(
          "code",
          "body",
          "valid_from",
          "valid_to",
          "kind",
          "name_vi",
          "name_en",
          "region",
          "successor")),
  PROGRAMME(
      "programme",
      "programmes.csv",
      List.of("code", "first_year", "last_year", "title_vi", "title_en", "expected")),
  INDICATOR(
      "indicator",
      "indicators.csv",
      List.of(
          "code",
          "kind",
          "name_vi",
          "name_en",
          "measure_vi",
          "measure_en",
          "negative",
          "baseline_programme",
          "baseline_value",
          "baseline_date")),
  AUTHORITY("authority", "authorities.csv", List.of("code", "name_vi", "name_en")),
  FIELD("field", "fields.csv", List.of("code", "name_vi", "name_en"));

  private final String id;
  private final String file;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> columns;

  ReferenceKind(String id, String file, List<String> columns) {
    this.id = id;
    this.file = file;
    this.columns = columns;
  }

  /** Name in keys on the wire, e.g. {@code unit}. */
  public String id() {
    return id;
  }

  /** Name of the CSV file. */
  public String file() {
    return file;
  }

  /** Columns the file must have; more are allowed. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Key of a row on the wire: kind, code and valid_from, parted by bars; valid_from may be empty.
   */
  public String key(Map<String, String> row) {
    return id + "|" + row.getOrDefault("code", "") + "|" + row.getOrDefault("valid_from", "");
  }
}
