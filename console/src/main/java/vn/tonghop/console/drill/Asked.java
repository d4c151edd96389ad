package vn.tonghop.console.drill;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Logged;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View;
import vn.tonghop.console.web.NamedTable;
import vn.tonghop.console.web.Site;
import vn.tonghop.console.web.Visitor;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Names;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReportingUnit;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.Restatement;
import vn.tonghop.domain.table.TableView;
import vn.tonghop.domain.table.UnitView;

/**
 * The table that a request names, read once: all that its page shows comes from that one record.
 *
 * @param asReported under the units of its period
 * @param restatedTo the day whose units are asked for; null: as reported
 */
public record Asked(
    TableKey key,
    TableView asReported,
    ReferenceData reference,
    @Nullable LocalDate restatedTo,
    Visitor visitor) {

  /**
   * Reads the table of the path parameters {@code programme} and {@code period} and the query
   * parameter {@code restated}.
   *
   * @throws NotFoundResponse if there can be no such table
   * @throws BadRequestResponse if it cannot be restated to that day
   */
  public static Asked of(Context request, Site site) {
    ReferenceData reference = site.reference();
    NamedTable named =
        NamedTable.of(request, site.view().regime(), reference).orElseThrow(NotFoundResponse::new);
    @Nullable LocalDate date = date(request.queryParam("restated"));
    if (date != null && date.isBefore(named.period().lastDay())) {
      throw new BadRequestResponse("restated < " + named.period().lastDay());
    }
    return new Asked(
        named.key(),
        table(site.view(), named.key(), named.programme(), reference),
        reference,
        date,
        Visitor.of(request));
  }

  /** A table as reported; zeros, and all units missing, while nobody has reported. */
  static TableView table(View view, TableKey key, Programme programme, ReferenceData reference) {
    Optional<NationalTable> table = view.table(key).map(Logged::value);
    return TableView.asReported(table, programme, key.target(), reference);
  }

  /** The same programme's table of another period. */
  public TableView other(View view, Period period) {
    return table(view, new TableKey(key.programme(), period), asReported.programme(), reference);
  }

  /** As the request wants it: restated, or as reported. */
  public TableView table() {
    return restatedTo == null ? asReported : Restatement.to(restatedTo, asReported, reference);
  }

  /** The period of a label, or empty. */
  static Optional<Period> period(View view, @Nullable String label) {
    return label == null ? Optional.empty() : Period.parse(view.regime(), label);
  }

  /**
   * A day of a query parameter; null without one.
   *
   * @throws BadRequestResponse if it is no date
   */
  static @Nullable LocalDate date(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  /** The same under the units of a day, not before the period's last. */
  public Asked restated(LocalDate date) {
    return new Asked(key, asReported, reference, date, visitor);
  }

  /** The day whose units the table shows. */
  public LocalDate day() {
    return restatedTo == null ? key.target().lastDay() : restatedTo;
  }

  /** The body of the row, in the table that is asked for, into which a unit's figures go. */
  public String rowOf(UnitView unit) {
    return restatedTo == null ? unit.body() : rowOf(unit, key.target(), restatedTo, reference);
  }

  /** The same of a unit of the period's last day, whether or not it has reported. */
  public String rowOf(ReportingUnit unit) {
    return restatedTo == null ? unit.body() : Restatement.rowOf(unit, restatedTo, reference).body();
  }

  /** The body of the row that has a unit's figures on a day. */
  static String rowOf(UnitView unit, Period target, LocalDate date, ReferenceData reference) {
    ClosingReport report = unit.report();
    LocalDate day = report == null ? target.lastDay() : report.period().lastDay();
    return reference
        .unitOfBody(unit.body(), day)
        .map(own -> Restatement.rowOf(own, date, reference))
        .map(ReportingUnit::body)
        .orElse(unit.body());
  }

  /** Programme and period in words. */
  public String title(Language language) {
    return programme(language) + ", " + new PeriodText(language).name(key.target());
  }

  public String programme(Language language) {
    Programme programme = asReported.programme();
    return language.pick(programme.titleVi(), programme.titleEn());
  }

  public Names names(Language language) {
    return new Names(language, reference, table());
  }

  /** Rows that the visitor may see, of either table. */
  public boolean sees(UnitView row) {
    return visitor.sees(row);
  }

  /** Whether the visitor may know of a body, with or without a row, on the table's day. */
  public boolean seesBody(String body) {
    return visitor.seesAll()
        || reference.unitOfBody(body, day()).filter(unit -> visitor.sees(unit.code())).isPresent();
  }

  /** Whether the visitor may see an owner's figures; a unit sees its own and sums of all. */
  public boolean sees(Owner owner) {
    if (visitor.seesAll()) {
      return true;
    }
    return switch (owner.by()) {
      case TOTAL, ASSIGNED_BY, FIELD -> true;
      case UNIT ->
          table().byUnit().stream()
              .filter(row -> row.body().equals(owner.code()))
              .findFirst()
              .map(this::sees)
              .orElseGet(() -> seesBody(owner.code()));
      case REGION, INDICATOR, MISSING -> false;
    };
  }
}
