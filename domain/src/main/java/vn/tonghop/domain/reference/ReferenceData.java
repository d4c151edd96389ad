package vn.tonghop.domain.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One version of the reference data: units, programmes, indicators, authorities, fields. */
public final class ReferenceData {

  private final Map<String, List<ReportingUnit>> unitsByCode;
  private final Map<String, List<ReportingUnit>> unitsByBody;
  private final Map<String, Body> bodies;
  private final Map<String, Programme> programmes;
  private final Map<String, Indicator> indicators;
  private final Map<String, CatalogueEntry> authorities;
  private final Map<String, CatalogueEntry> fields;

  ReferenceData(
      Collection<ReportingUnit> units,
      Collection<Programme> programmes,
      Collection<Indicator> indicators,
      Collection<CatalogueEntry> authorities,
      Collection<CatalogueEntry> fields) {
    this.unitsByCode = units.stream().collect(Collectors.groupingBy(ReportingUnit::code));
    this.unitsByBody = units.stream().collect(Collectors.groupingBy(ReportingUnit::body));
    this.bodies =
        unitsByBody.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), this::makeBody));
    this.programmes = byCode(programmes, Programme::code);
    this.indicators = byCode(indicators, Indicator::code);
    this.authorities = byCode(authorities, CatalogueEntry::code);
    this.fields = byCode(fields, CatalogueEntry::code);
  }

  /**
   * Checks and holds rows.
   *
   * @throws ReferenceException with every problem found
   */
  public static ReferenceData of(ReferenceRows rows) {
    return ReferenceReader.read(rows);
  }

  /** The reference data that the project carries. */
  public static ReferenceData bundled() {
    return of(ReferenceRows.bundled());
  }

  /** Codes that any row has, whenever in force; sorted. */
  public Set<String> unitCodes() {
    return new TreeSet<>(unitsByCode.keySet());
  }

  /** Whether any row has this code, whenever in force. */
  public boolean knowsUnit(String code) {
    return unitsByCode.containsKey(code);
  }

  /** The row of a code in force on a day. */
  public Optional<ReportingUnit> unit(String code, LocalDate date) {
    return inForce(unitsByCode, code, date);
  }

  /** The row of a body in force on a day. */
  public Optional<ReportingUnit> unitOfBody(String body, LocalDate date) {
    return inForce(unitsByBody, body, date);
  }

  /** All rows in force on a day, by code. */
  public List<ReportingUnit> unitsOn(LocalDate date) {
    return unitsByCode.values().stream()
        .flatMap(List::stream)
        .filter(unit -> unit.isInForceOn(date))
        .sorted(Comparator.comparing(ReportingUnit::code).thenComparing(ReportingUnit::body))
        .toList();
  }

  /** Units that owe reports on a programme for a period that ends on that day, by code. */
  public List<ReportingUnit> expected(Programme programme, LocalDate lastDay) {
    return unitsOn(lastDay).stream().filter(programme::expects).toList();
  }

  /** The body of that id, or empty if no row has it. */
  public Optional<Body> body(String id) {
    return Optional.ofNullable(bodies.get(id));
  }

  /** The direct successors of a body; empty where none took over. */
  public List<String> successorsOf(String body) {
    return unitsByBody.getOrDefault(body, List.of()).stream()
        .flatMap(unit -> unit.successors().stream())
        .distinct()
        .toList();
  }

  public Optional<Programme> programme(String code) {
    return Optional.ofNullable(programmes.get(code));
  }

  /** All programmes, by code. */
  public List<Programme> programmes() {
    return programmes.values().stream().sorted(Comparator.comparing(Programme::code)).toList();
  }

  public Optional<Indicator> indicator(String code) {
    return Optional.ofNullable(indicators.get(code));
  }

  /** All indicators in the order of their catalogue. */
  public List<Indicator> indicators() {
    return List.copyOf(indicators.values());
  }

  public Optional<CatalogueEntry> authority(String code) {
    return Optional.ofNullable(authorities.get(code));
  }

  public Optional<CatalogueEntry> field(String code) {
    return Optional.ofNullable(fields.get(code));
  }

  /** Codes of the authorities in the order of their catalogue. */
  public List<String> authorityCodes() {
    return List.copyOf(authorities.keySet());
  }

  /** Codes of the fields of work in the order of their catalogue. */
  public List<String> fieldCodes() {
    return List.copyOf(fields.keySet());
  }

  private static Optional<ReportingUnit> inForce(
      Map<String, List<ReportingUnit>> rows, String key, LocalDate date) {
    for (ReportingUnit unit : rows.getOrDefault(key, List.of())) {
      if (unit.isInForceOn(date)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  private Body makeBody(String id) {
    List<ReportingUnit> spans =
        unitsByBody.getOrDefault(id, List.of()).stream()
            .sorted(
                Comparator.comparing(
                    ReportingUnit::validFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    Set<String> successors = new TreeSet<>();
    addSuccessors(id, successors);
    return new Body(
        id,
        spans.get(0).validFrom(),
        spans.get(spans.size() - 1).validTo(),
        List.copyOf(successors));
  }

  private void addSuccessors(String body, Set<String> found) {
    for (String successor : successorsOf(body)) {
      if (found.add(successor)) {
        addSuccessors(successor, found);
      }
    }
  }

  /** In the order of the entries, which for catalogues is that of rank. */
  private static <T> Map<String, T> byCode(Collection<T> entries, Function<T, String> code) {
    Map<String, T> byCode = new LinkedHashMap<>();
    entries.forEach(entry -> byCode.put(code.apply(entry), entry));
    return byCode;
  }
}
