package vn.tonghop.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.tonghop.domain.format.Figures;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.format.Listing;
import vn.tonghop.domain.format.OfficialTable;

/** The page that becomes a PDF: heads, breakdowns, indicators, who is missing, where to sign. */
final class TablePage {

  private static final String STYLE = "table.css";

  private final OfficialTable table;
  private final Language language;
  private final Figures figures;
  private final Markup markup = new Markup();

  TablePage(OfficialTable table) {
    this.table = table;
    this.language = table.language();
    this.figures = new Figures(language);
  }

  Document draw(List<Breakdown> breakdowns) {
    Element html = markup.root("html");
    html.setAttribute("lang", language.tag());
    head(markup.add(html, "head"));
    Element body = markup.add(html, "body");
    title(body);
    FigureSection section = new FigureSection(markup, table);
    breakdowns.forEach(breakdown -> section.draw(body, breakdown));
    if (!table.indicators().isEmpty()) {
      new IndicatorSection(markup, table).draw(body);
    }
    ending(body);
    signatures(body);
    return markup.document();
  }

  private void head(Element head) {
    String title = DocumentText.title(table);
    markup.text(head, "title", "", title);
    Element description = markup.add(head, "meta");
    description.setAttribute("name", "description");
    description.setAttribute("content", DocumentText.kind(language));
    Element style = markup.add(head, "style");
    style.appendChild(markup.document().createTextNode(style()));
  }

  /** With the one word in it that has a language. */
  private String style() {
    try (InputStream in = Objects.requireNonNull(TablePage.class.getResourceAsStream(STYLE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("PAGE", DocumentText.page(language));
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE, e);
    }
  }

  private void title(Element body) {
    OfficialTable.Heading heading = table.heading();
    markup.text(body, "p", "kind", DocumentText.kind(language));
    markup.text(body, "h1", "", heading.title() + " (" + heading.programme() + ")");
    heading.dates().forEach(line -> markup.text(body, "p", "date", line));
    heading.answers().forEach(line -> markup.text(body, "p", "answer", line));
  }

  private void ending(Element body) {
    Element ending = markup.add(body, "div", "ending");
    table.ending().coverage().forEach(listing -> listing(ending, listing, "listing"));
    table.ending().notes().forEach(note -> markup.text(ending, "p", "note", note));
  }

  private void listing(Element parent, Listing listing, String style) {
    Element line = markup.add(parent, "p", style);
    markup.text(line, "b", "", listing.head(figures));
    markup.text(line, "span", "", " " + listing.text());
    listing.parts().forEach(part -> listing(parent, part, "part"));
  }

  private void signatures(Element body) {
    Element signatures = markup.add(body, "div", "signatures");
    Element left = markup.add(signatures, "div", "signature");
    markup.text(left, "p", "place", "\u00a0");
    markup.text(left, "p", "signer", DocumentText.preparedBy(language));
    markup.text(left, "p", "how", DocumentText.signature(language));
    Element right = markup.add(signatures, "div", "signature");
    markup.text(right, "p", "place", DocumentText.place(language));
    markup.text(right, "p", "signer", DocumentText.head(language));
    markup.text(right, "p", "how", DocumentText.sealed(language));
  }
}
