package vn.tonghop.domain.format;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.CatalogueEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/** What units, authorities and fields are called in one language, and how their names sort. */
public final class Names {

  private static final int UNBROKEN = 24;

  private final Language language;
  private final ReferenceData reference;
  private final Period period;
  private final Map<String, String> ofRows = new HashMap<>();

  /**
   * @param table whose period and rows say which name of a unit is meant
   */
  public Names(Language language, ReferenceData reference, TableView table) {
    this.language = language;
    this.reference = reference;
    this.period = table.period();
    table.byUnit().forEach(unit -> ofRows.put(unit.body(), of(unit)));
  }

  /**
   * The order of a Vietnamese list: syllable by syllable, so that Hà Tĩnh stands before Hải Dương;
   * marks of tone count only where all letters are the same.
   */
  public static Comparator<String> order() {
    Collator collator = Collator.getInstance(Locale.forLanguageTag("vi"));
    collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    return (a, b) -> {
      String[] left = a.split(" ", -1);
      String[] right = b.split(" ", -1);
      for (int i = 0; i < Math.min(left.length, right.length); i++) {
        int order = collator.compare(left[i], right[i]);
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(left.length, right.length);
    };
  }

  /** A short name with spaces that no line breaks at; a long one must break somewhere. */
  static String whole(String name) {
    return TextWidth.of(name) > UNBROKEN ? name : name.replace(' ', '\u00a0');
  }

  /** The name of a row. */
  public String of(UnitView unit) {
    return language.pick(unit.name(), unit.nameEn());
  }

  /** The name of a unit in one span of time. */
  public String of(ReportingUnit unit) {
    return language.pick(unit.nameVi(), unit.nameEn());
  }

  /** As its row has it, or as it was called in the period or at its own end. */
  public String ofBody(String body) {
    String row = ofRows.get(body);
    if (row != null) {
      return row;
    }
    LocalDate lastDay = period.lastDay();
    return reference
        .unitOfBody(body, lastDay)
        .or(
            () ->
                reference.body(body).map(Body::to).flatMap(end -> reference.unitOfBody(body, end)))
        .map(this::of)
        .orElse(body);
  }

  /** Whom the code of the report's unit meant on the report's last day. */
  public String of(MovedBy movedBy) {
    return Period.parse(period.regime(), movedBy.period())
        .flatMap(own -> reference.unit(movedBy.unit(), own.lastDay()))
        .map(this::of)
        .orElse(movedBy.unit());
  }

  /** The name of an assigning authority, or its code. */
  public String authority(String code) {
    return entry(reference.authority(code), code);
  }

  /** The name of a field of work, or its code. */
  public String field(String code) {
    return entry(reference.field(code), code);
  }

  private String entry(Optional<CatalogueEntry> entry, String code) {
    return entry.map(each -> language.pick(each.nameVi(), each.nameEn())).orElse(code);
  }
}
