package vn.tonghop.console.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart is drawn from. It stands in the page as JSON, which a browser does not run.
 *
 * @param kind {@code bars}, {@code stacked}, {@code line} or {@code steps}
 * @param title said to who cannot see the chart; the table beside it says all of it
 * @param axis what is counted
 * @param most the end of the axis; null: as the figures have it
 */
public record ChartData(
    String kind,
    String title,
    String axis,
    @Nullable Integer most,
    List<String> labels,
    List<Set> sets) {

  private static final JsonMapper JSON = new JsonMapper();

  public ChartData {
    labels = List.copyOf(labels);
    sets = List.copyOf(sets);
  }

  /**
   * One series of figures.
   *
   * @param values by label; null where there is no figure
   * @param texts as a reader sees the values
   * @param colours one for all, or one a value
   * @param dashed for a line that is no measurement
   */
  public record Set(
      String name,
      List<@Nullable BigDecimal> values,
      List<String> texts,
      List<String> colours,
      boolean dashed) {}

  /**
   * As it stands in a page: with no character that could end the element it stands in, whatever
   * names and titles hold.
   */
  public String json() {
    try {
      return JSON.writeValueAsString(this)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }
}
