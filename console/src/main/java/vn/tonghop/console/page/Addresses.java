package vn.tonghop.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.format.Language;
import vn.tonghop.schemas.topic.Topics;

/** Where pages are, without their language. */
final class Addresses {

  private Addresses() {}

  static String programme(String code) {
    return "/programmes/" + encoded(code);
  }

  static String table(TableKey key) {
    return "/tables/" + encoded(key.programme()) + "/" + key.target().label();
  }

  /** Told of changes: has no language. */
  static String live(TableKey key) {
    return "/live/" + encoded(key.programme()) + "/" + key.target().label();
  }

  /** The table as pictures. */
  static String pictures(TableKey key, @Nullable LocalDate restated) {
    return restated("/pictures/", key, restated);
  }

  /** The table under the units of a day, with the proof; without one, under today's. */
  static String restated(TableKey key, @Nullable LocalDate restated) {
    return restated("/restated/", key, restated);
  }

  /** The programme's year, period by period. */
  static String series(TableKey key) {
    return "/series/" + encoded(key.programme()) + "/" + key.target().year() + "-A1";
  }

  private static String restated(String page, TableKey key, @Nullable LocalDate day) {
    String address = page + encoded(key.programme()) + "/" + key.target().label();
    return day == null ? address : address + "?restated=" + day;
  }

  /** The table as a file; the language is asked for, not in the path. */
  static String download(
      TableKey key, String form, Language language, @Nullable LocalDate restated) {
    // Excel takes a CSV file for UTF-8 by its mark only; it has the same words in each language.
    String asked = form.equals("csv") ? "?bom=true" : "?lang=" + language.tag();
    String address = "/api/v1" + table(key) + "." + form + asked;
    return restated == null ? address : address + "&restated=" + restated;
  }

  /** A report's record; empty if it is in no topic of a unit. */
  static Optional<String> report(SourceRecord source) {
    return Topics.unitOf(source.topic())
        .map(unit -> "/reports/" + unit + "/" + source.partition() + "/" + source.offset());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
