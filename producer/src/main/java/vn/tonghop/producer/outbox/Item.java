package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Locator;
import vn.tonghop.producer.file.LocatorJson;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.file.ReportJson;

/** One report of a file that was handed over. */
sealed interface Item {

  /** Where it stands in that file, for people. */
  String place();

  /**
   * To be sent.
   *
   * @param unnumbered it came without a revision and gets the next one before it is sent
   * @param locator where in that file its parts stand
   */
  record ToSend(String place, ProgressReport report, boolean unnumbered, Locator locator)
      implements Item {}

  /** Never to be sent: it was answered when it was handed over. */
  record Answered(String place, Answer answer) implements Item {}

  default ObjectNode toJson() {
    ObjectNode node = SealedLine.object().put("place", place());
    if (this instanceof ToSend sent) {
      node.put("report", ReportJson.write(sent.report()));
      node.put("unnumbered", sent.unnumbered());
      LocatorJson.write(sent.locator()).ifPresent(cells -> node.set("cells", cells));
    } else if (this instanceof Answered answered) {
      node.set("answer", answered.answer().toJson());
    }
    return node;
  }

  /**
   * Throws IllegalArgumentException if there is no report in it: then it was written by another
   * version, since its checksum is right.
   */
  static Item of(JsonNode node) {
    String place = node.path("place").asText();
    if (node.has("answer")) {
      return new Answered(place, Answer.of(node.path("answer")));
    }
    FileReport read = ReportJson.read(new Place(Path.of("entry"), 1), node.path("report").asText());
    if (read instanceof FileReport.Legible legible) {
      return new ToSend(
          place,
          legible.report(),
          node.path("unnumbered").asBoolean(),
          LocatorJson.read(node.path("cells")));
    }
    throw new IllegalArgumentException("no report: " + place);
  }
}
