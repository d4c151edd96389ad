package vn.tonghop.console.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.console.view.Place;
import vn.tonghop.console.view.TableKey;
import vn.tonghop.console.view.View;
import vn.tonghop.domain.reference.Programme;
import vn.tonghop.domain.reference.ReferenceData;

/** What tables there are, and which have changed: for programs that fetch what is new. */
final class TableList {

  private final View view;
  private final @Nullable Instant updatedAfter;

  /**
   * @param updatedAfter leaves out what has not changed since; null: nothing
   */
  TableList(View view, @Nullable Instant updatedAfter) {
    this.view = view;
    this.updatedAfter = updatedAfter;
  }

  /** A table that has a record. */
  private record Entry(TableKey key, Place record) {}

  /** Known programmes by code; after a time only those with a table that has changed since. */
  String programmes(ReferenceData reference) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Programme programme : reference.programmes()) {
      List<Entry> tables = entries(programme.code()).toList();
      Optional<Instant> updatedAt =
          tables.stream().map(each -> each.record().at()).max(Comparator.naturalOrder());
      if (updatedAfter != null && updatedAt.filter(this::isNew).isEmpty()) {
        continue;
      }
      ObjectNode entry = list.addObject();
      entry.put("programme", programme.code());
      entry.put("titleVi", programme.titleVi());
      entry.put("titleEn", programme.titleEn());
      entry.put("firstYear", programme.firstYear());
      entry.put("lastYear", programme.lastYear());
      entry.put("tables", tables.size());
      entry.put("updatedAt", updatedAt.map(Instant::toString).orElse(null));
    }
    return list.toString();
  }

  /**
   * Tables that have a record, those that changed last at the end.
   *
   * @param programme the only one wanted; null: all
   * @throws ProblemException if nobody knows it
   */
  String tables(@Nullable String programme, ReferenceData reference) {
    if (programme != null && reference.programme(programme).isEmpty()) {
      throw ProblemException.noTable();
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    (programme == null ? view.programmes().stream() : Stream.of(programme))
        .flatMap(this::entries)
        .filter(each -> isNew(each.record().at()))
        .sorted(
            Comparator.comparing((Entry each) -> each.record().at())
                .thenComparing(each -> each.key().text()))
        .forEach(each -> add(list.addObject(), each));
    return list.toString();
  }

  private Stream<Entry> entries(String programme) {
    return view.targets(programme).stream()
        .map(target -> new TableKey(programme, target))
        .flatMap(key -> view.place(key).map(record -> new Entry(key, record)).stream());
  }

  private boolean isNew(Instant at) {
    return updatedAfter == null || at.isAfter(updatedAfter);
  }

  private static void add(ObjectNode json, Entry entry) {
    Place record = entry.record();
    String programme = entry.key().programme();
    String period = entry.key().target().label();
    json.put("programme", programme);
    json.put("period", period);
    json.put("updatedAt", record.at().toString());
    json.put("topic", record.source().topic());
    json.put("partition", record.source().partition());
    json.put("offset", record.source().offset());
    json.put(
        "href",
        TableApi.ROOT
            + "/tables/"
            + URLEncoder.encode(programme, StandardCharsets.UTF_8).replace("+", "%20")
            + "/"
            + period);
  }
}
