package vn.tonghop.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.PeriodText;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Programme;

/**
 * The periods of a programme, to choose one from.
 *
 * @param programme its code
 * @param title in the reader's language
 */
public record PickerModel(String programme, String title, List<Year> years) {

  private static final List<PeriodLength> LENGTHS =
      List.of(PeriodLength.QUARTER, PeriodLength.HALF, PeriodLength.YEAR);

  public PickerModel {
    years = List.copyOf(years);
  }

  /** One reporting year. */
  public record Year(int year, List<Choice> choices) {

    public Year {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One target period.
   *
   * @param dates first and last day by the regime
   * @param current whether it is the page's own
   * @param reported whether any unit has spoken for it
   */
  public record Choice(
      String label,
      String shortName,
      String name,
      String dates,
      String link,
      boolean current,
      boolean reported) {}

  /**
   * The periods of a programme's years.
   *
   * @param current label of the page's own; empty for none
   * @param reported targets that have a record
   */
  static PickerModel of(
      Programme programme,
      Regime regime,
      String current,
      List<Period> reported,
      Language language) {
    PeriodText words = new PeriodText(language);
    List<Year> years =
        IntStream.rangeClosed(programme.firstYear(), programme.lastYear())
            .mapToObj(
                year -> {
                  List<Choice> choices = new ArrayList<>();
                  for (PeriodLength length : LENGTHS) {
                    for (Period period : Period.ofYear(regime, year, length)) {
                      choices.add(
                          new Choice(
                              period.label(),
                              PeriodText.withinYear(period),
                              words.name(period),
                              words.dates(period),
                              Addresses.table(new TableKey(programme.code(), period)),
                              period.label().equals(current),
                              reported.contains(period)));
                    }
                  }
                  return new Year(year, choices);
                })
            .toList();
    return new PickerModel(
        programme.code(), language.pick(programme.titleVi(), programme.titleEn()), years);
  }
}
