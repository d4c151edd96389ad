package vn.tonghop.console.page;

import java.util.List;
import java.util.function.ToLongFunction;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.standing.Measures;

/**
 * A column of the national table.
 *
 * @param id name of the figure in JSON and in addresses (roll-up.md §5)
 * @param heading that it shares with its neighbours; empty if it stands alone
 * @param alarming whether a figure other than zero calls for attention
 */
public record Column(String id, String heading, String title, boolean alarming, Content content) {

  private static final long WHOLE = 100;

  /** How the figure is taken from a row's measures. */
  public sealed interface Content {
    record Count(ToLongFunction<Measures> of) implements Content {}

    record Share(ToLongFunction<Measures> part, ToLongFunction<Measures> whole)
        implements Content {}
  }

  /** All columns, in the order in which a reader asks for them. */
  static List<Column> all(Language language) {
    String completed = language.pick("Hoàn thành", "Completed");
    String open = language.pick("Chưa hoàn thành", "Open");
    String rate = language.pick("Tỷ lệ hoàn thành (%)", "Done (%)");
    return List.of(
        count("assigned", "", language.pick("Được giao", "Tasks"), Measures::assigned),
        count(
            "completedOnTime",
            completed,
            language.pick("đúng hạn", "on time"),
            Measures::completedOnTime),
        count(
            "completedLate", completed, language.pick("quá hạn", "late"), Measures::completedLate),
        count("openOnTrack", open, language.pick("trong hạn", "on track"), Measures::openOnTrack),
        new Column(
            "openOverdue",
            open,
            language.pick("quá hạn", "past due"),
            true,
            new Content.Count(Measures::openOverdue)),
        count(
            "completedInPeriod",
            "",
            language.pick("Hoàn thành trong kỳ", "Done in period"),
            Measures::completedInPeriod),
        share(
            "rateDue",
            rate,
            language.pick("đến hạn", "of due"),
            Measures::done,
            m -> Math.addExact(m.done(), m.openOverdue())),
        share(
            "rateAll",
            rate,
            language.pick("được giao", "of all"),
            Measures::done,
            Measures::assigned),
        share(
            "rateVolume",
            rate,
            language.pick("khối lượng", "of work"),
            Measures::percentSum,
            m -> Math.multiplyExact(WHOLE, m.assigned())));
  }

  /** As a reader sees it. */
  String text(Measures measures, Figures figures) {
    if (content instanceof Content.Share share) {
      return figures.percent(
          share.part().applyAsLong(measures), share.whole().applyAsLong(measures));
    }
    return figures.count(number(measures));
  }

  /** As programs read it: a count as it is, a share as part and whole. */
  String raw(Measures measures) {
    if (content instanceof Content.Share share) {
      return share.part().applyAsLong(measures) + "/" + share.whole().applyAsLong(measures);
    }
    return Long.toString(number(measures));
  }

  private long number(Measures measures) {
    return content instanceof Content.Count count ? count.of().applyAsLong(measures) : 0;
  }

  private static Column count(
      String id, String heading, String title, ToLongFunction<Measures> of) {
    return new Column(id, heading, title, false, new Content.Count(of));
  }

  private static Column share(
      String id,
      String heading,
      String title,
      ToLongFunction<Measures> part,
      ToLongFunction<Measures> whole) {
    return new Column(id, heading, title, false, new Content.Share(part, whole));
  }
}
