package vn.tonghop.bench.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;

/**
 * Reference data to measure with, all of it invented: units that stay as they are for ever, named
 * after the 63 provinces before July 2025 and numbered beyond these; programmes {@code BM-…}.
 */
final class BenchReference {

  private static final LocalDate LAST_DAY_OF_63 = LocalDate.of(2025, 6, 30);

  private BenchReference() {}

  /** Rows for so many units and years of programmes. */
  static ReferenceRows rows(int units, int years) {
    ReferenceRows bundled = ReferenceRows.bundled();
    return new ReferenceRows(
        Map.of(
            ReferenceKind.UNIT, units(bundled, units),
            ReferenceKind.PROGRAMME, programmes(years),
            ReferenceKind.INDICATOR, indicators(),
            ReferenceKind.AUTHORITY, bundled.of(ReferenceKind.AUTHORITY),
            ReferenceKind.FIELD, bundled.of(ReferenceKind.FIELD)));
  }

  private static List<Map<String, String>> units(ReferenceRows bundled, int count) {
    List<Map<String, String>> provinces =
        bundled.of(ReferenceKind.UNIT).stream().filter(BenchReference::isOneOf63).toList();
    List<Map<String, String>> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, String> like = provinces.get(i % provinces.size());
      String number = "B%05d".formatted(i);
      String code = i < provinces.size() ? like.getOrDefault("code", "") : number;
      String more = i < provinces.size() ? "" : " " + number;
      Map<String, String> row = new LinkedHashMap<>();
      row.put("code", code);
      row.put("body", code);
      row.put("valid_from", "");
      row.put("valid_to", "");
      row.put("kind", "PROVINCE");
      row.put("name_vi", like.getOrDefault("name_vi", "") + more);
      row.put("name_en", like.getOrDefault("name_en", "") + more);
      row.put("region", like.getOrDefault("region", ""));
      row.put("successor", "");
      units.add(row);
    }
    return units;
  }

  private static boolean isOneOf63(Map<String, String> unit) {
    String from = unit.getOrDefault("valid_from", "");
    String to = unit.getOrDefault("valid_to", "");
    return List.of("PROVINCE", "CITY").contains(unit.getOrDefault("kind", ""))
        && (from.isEmpty() || !LocalDate.parse(from).isAfter(LAST_DAY_OF_63))
        && (to.isEmpty() || !LocalDate.parse(to).isBefore(LAST_DAY_OF_63));
  }

  private static List<Map<String, String>> programmes(int years) {
    List<Map<String, String>> programmes = new ArrayList<>();
    for (int year = 0; year < years; year++) {
      for (int number = 0; number < Calendar.PROGRAMMES_A_YEAR; number++) {
        String reporting = Integer.toString(Calendar.reportingYear(year, number));
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", Calendar.programme(year, number));
        row.put("first_year", reporting);
        row.put("last_year", reporting);
        row.put("title_vi", "Chương trình hư cấu để đo tốc độ");
        row.put("title_en", "Invented programme, for measuring");
        row.put("expected", "PROVINCES");
        programmes.add(row);
      }
    }
    return programmes;
  }

  private static List<Map<String, String>> indicators() {
    return List.of(
        indicator(Content.FLOW, "FLOW", "Số liệu hư cấu trong kỳ", "Invented flow"),
        indicator(Content.STOCK, "STOCK", "Số liệu hư cấu cuối kỳ", "Invented stock"));
  }

  private static Map<String, String> indicator(String code, String kind, String vi, String en) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("kind", kind);
    row.put("name_vi", vi);
    row.put("name_en", en);
    row.put("measure_vi", "đơn vị");
    row.put("measure_en", "units");
    row.put("negative", "no");
    row.put("baseline_programme", "");
    row.put("baseline_value", "");
    row.put("baseline_date", "");
    return row;
  }
}
