package vn.tonghop.domain.format;

import java.util.ArrayList;
import java.util.List;

/** Lists of units as lines, no wider than the style asks. */
final class CoverageText {

  private static final int INDENT = 2;

  private final TextStyle style;
  private final Figures figures;

  CoverageText(TextStyle style) {
    this.style = style;
    this.figures = new Figures(style.language());
  }

  List<String> lines(List<Listing> listings) {
    List<String> lines = new ArrayList<>();
    listings.forEach(listing -> add(lines, listing, 0));
    return lines;
  }

  private void add(List<String> lines, Listing listing, int indent) {
    String text = (listing.head(figures) + " " + listing.text()).stripTrailing();
    TextWidth.wrap(text, style.width() - indent, INDENT)
        .forEach(line -> lines.add(" ".repeat(indent) + line));
    listing.parts().forEach(part -> add(lines, part, indent + INDENT));
  }
}
