package vn.tonghop.export;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.tonghop.domain.format.TextWidth;

/** Builds a page node by node: a text in it is text, whoever wrote it. */
final class Markup {

  private final Document document;

  Markup() {
    try {
      document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java builds documents", e);
    }
  }

  Document document() {
    return document;
  }

  Element root(String tag) {
    Element root = document.createElement(tag);
    document.appendChild(root);
    return root;
  }

  Element add(Element parent, String tag) {
    Element element = document.createElement(tag);
    parent.appendChild(element);
    return element;
  }

  /** An element that its style knows by a name. */
  Element add(Element parent, String tag, String style) {
    Element element = add(parent, tag);
    if (!style.isEmpty()) {
      element.setAttribute("class", style);
    }
    return element;
  }

  /** An element of text, without what would steer the reader's program. */
  Element text(Element parent, String tag, String style, String text) {
    Element element = add(parent, tag, style);
    element.appendChild(document.createTextNode(TextWidth.clean(text)));
    return element;
  }
}
