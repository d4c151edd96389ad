package vn.tonghop.console.drill;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.TableKey;

/**
 * One cell of a national table, and where its page is.
 *
 * @param restatedTo the day whose units the table shows; null: as reported
 */
public record Figure(TableKey table, Owner owner, Measure measure, @Nullable LocalDate restatedTo) {

  /** The page of the figure, without its language. */
  public String path() {
    StringBuilder path =
        new StringBuilder("/figures/")
            .append(encoded(table.programme()))
            .append('/')
            .append(table.target().label())
            .append('/')
            .append(measure.id());
    char mark = '?';
    if (!owner.equals(Owner.TOTAL)) {
      path.append("?by=").append(owner.by().id()).append("&code=").append(encoded(owner.code()));
      mark = '&';
    }
    if (restatedTo != null) {
      path.append(mark).append("restated=").append(restatedTo);
    }
    return path.toString();
  }

  /** The same cell of another column. */
  public Figure of(Measure other) {
    return new Figure(table, owner, other, restatedTo);
  }

  /** The same column of another owner. */
  public Figure of(Owner other) {
    return new Figure(table, other, measure, restatedTo);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
